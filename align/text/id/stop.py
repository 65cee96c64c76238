"""Indonesian function words: never the subject of a wrong sense, never counted as content."""

from align.text import table

STOP = table("""
yang dan atau di ke dari pada untuk dengan dalam oleh kepada terhadap bagi tentang mengenai sebagai
seperti antara sampai hingga sejak selama saat ketika jika bila apabila kalau maka karena sebab
sehingga agar supaya meski meskipun walau walaupun namun tetapi tapi melainkan sedangkan sementara
bahwa adalah ialah merupakan yaitu yakni ini itu tersebut begitu demikian sini situ sana para sang
si kaum saya aku kamu anda engkau kau dia ia beliau kami kita mereka nya ku mu
tidak bukan belum jangan tak tanpa sudah telah sedang akan masih pernah lagi juga pula pun hanya
saja cuma sangat amat terlalu paling lebih kurang sekali agak cukup semua seluruh setiap tiap
beberapa banyak sedikit sejumlah suatu sebuah seorang seekor satu lain lainnya sendiri
apa siapa mana kapan mengapa kenapa bagaimana berapa apakah
bisa dapat harus mungkin boleh perlu ada yaitu lah kah serta per antar atas bawah
hal secara tersebutlah ialah adanya
""")
