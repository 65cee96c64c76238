"""English words and phrases that Indonesian news writes as they are, beyond what the data show."""

_LOANWORDS = """
online offline internet website web blog blogger vlog vlogger podcast podcaster startup unicorn
database server software hardware cloud laptop smartphone handphone tablet gadget desktop browser
password username login logout chat chatting email e-mail spam hacker hacking malware ransomware
phishing bug update upgrade download upload streaming video game gamer gaming esport esports
influencer follower followers hashtag trending viral link platform feed posting thread tweet
retweet screenshot caption selfie meme emoji robot bot chatbot blockchain bitcoin token crypto
fintech drone chip chipset marketplace deepfake bluetooth wifi hotspot router modem barcode
scanner printer monitor keyboard mouse powerbank charger earphone headset headphone speaker
microphone marketing brand branding franchise merger tender fee royalty sponsor mall supermarket
minimarket hypermarket showroom workshop seminar webinar briefing trainer training manager
supervisor senior junior freelance freelancer deadline budget bonus cashback voucher dropship
reseller supplier buyer vendor hotline trader trading buyback rebound rally yield spread bullish
bearish bailout holding lockdown shutdown tapering stagflation outlook swab booster tracing
screening stunting shelter trailer teaser soundtrack album single band rock pop jazz rap rapper
disc fans fan club talkshow reality host cameo thriller horror genre casting sequel prequel remake
reboot anime cosplay fashion stylist makeup skincare trend vintage style model catwalk lifestyle
traveler travelling backpacker trip tour homestay resort villa hotel lounge lobby boarding delay
transit bus taxi shuttle cafe barista snack brunch buffet chef catering burger pizza sandwich
steak barbecue bar pub wine cocktail bartender bullying cyberbullying hoax mood stress trauma
gender lesbian gay transgender queer offside penalty hattrick playoff playmaker winger striker
derby ace smash tiebreak start finish lap podium rookie golf gym jogging yoga sprint marathon
workout surfing diving snorkeling skateboard sedan hatchback airbag dealer diesel hybrid turbo
container flyover underpass busway monorail backup folder file font format input output interface
icon layout source coding programmer developer default setting reset restart voting polling
incumbent reshuffle impeachment deadlock veto draft lobi tabloid paparazzi headline rating
newsroom feature sample per plus minus via versus total global digital virtual visual data virus
internal formal normal modern status unit area zona bank kredit radio profit margin freezer shower
outdoor indoor freestyle mainstream indie mixtape remix landmark skyline basement rooftop
penthouse anti pro super ultra multi inter sapiens situ facto jure hoc quo force majeure visa
legal moral social kilometer meter liter gram ton watt volt oke ok hi halo supercar crane drummer
gitaris vokalis bassist manual audio helikopter ekstra target program media film mode hashtags
netizen warganet livestream metaverse plug hub mixed stablecoin altcoin spyware firewall cookie
cookies gangster mafia geng bandit sheriff detektif sniper ranger lobster sushi ramen kimchi
salmon tuna avokad kiwi cheddar mozzarella yoghurt yogurt latte espresso cappuccino whisky whiskey
vodka rum gin sake tequila bourbon champagne van log lab handball football futsal baseball
softball rugby hockey squash defender midfielder forward bench gelandang superior metropolis
microwave oven blender regional federal liberal editorial personal natural urban momentum zero
minor sport petrol detail solar episode proposal region mural plaza drama referendum portal novel
poster banner parade sabotase ego abnormal serial final semifinal superstar megastar starter
medley relay sprinter landing lobbying royal mentor motto memo moratorium multimedia dual audit
diet mineral operator studio arena tsunami typhoon tornado badai el nino la nina monsoon panda
koala gorila lemur jaguar puma muppet muppets avatar superhero blockbuster gospel blues reggae
ballet tango salsa samba disco non semi filter tag item donor level spoiler tap hackathon antibody
remote inning pitcher strike mayor cover desain domino doping ekspres elite finalis gala grup ide
idol ilusi infus intro isu jersey jet jumbo kargo karier klub kolaps kombo korner kostum kupon
label laser legenda lensa lokal manuver maskot massal master medali menu metro mini misteri motif
museum musik nasional netral nominasi nomor objek opini opsi panel paket parkir partner piano
pilar pita polemik polusi prank profil protes radar rapor razia reaktor rekor resep reuni revisi
risiko rute saldo sekte seleb selebritas sirkuit sistem skema slogan solo spektrum stabil standar
stasiun statistik steril stok studi subsidi sukses supermodel survei suspensi talenta teknik tema
teori interior eksterior set shilling rand naira cedi kwacha birr dirham
dinar krona krone kroner forint zloty peso lira yuan euro won riyal rial rubel rupee franc
tes tim tiket tip transfer trofi tropis turnamen ultimatum veteran vokal wabah zonasi
"""
_NOT_LOANWORDS = "the and la start host tour source plug mixed link file social force"
LOANWORDS = frozenset(_LOANWORDS.split()) - frozenset(_NOT_LOANWORDS.split())
"""Words that stand in Indonesian news without quotation marks or italics."""

_HOMOGRAPHS = """
main cat got air jam pun ban dam bang sang den tan pan pas bin tin tong gas bom rim tim top map
cap tang sir sore rata mata malam dua toko bus bis tempo alarm rival moral vital fatal final total
oral gang sate sun tidal peta juri gula pal pil mil lima kilo bola sel sol sop tip tiap pot pon
pen pest tas kas kos kit kita mana mama papa dada sale data dari hari per api apa ada atas bata
batu bait bursa cabul dalam damai debit dosen enam gali gajah giat hama harus hewan hotel ikan
ikut itu iya jaga jangan jet jin juta kaki kali kami kapal karet karya kata katun koran laba lagi
laki laku lampu lari leher lewat libur loket lupa luas maka makan mandi mari masa mau menu mobil
pagi pasar rasa roda sama satu saya siang tahun tali tamu tari tua ubi uang usia wanita sensor
surplus defisit panik bias basis kolom kode poin mode formal aura debat polling saga jalan ganja
gong lava rambut wali polo pose genre norma plot relief seri turn dot sip roman gram
"""
HOMOGRAPHS = frozenset(_HOMOGRAPHS.split())
"""Indonesian words that happen to be spelled like English ones."""

LOAN_PHRASES = (
    "big data", "machine learning", "artificial intelligence", "deep learning", "deep fake",
    "live streaming", "content creator", "event organizer", "call center", "stop loss",
    "rights issue", "initial public offering", "hedge fund", "venture capital", "buy back",
    "rapid test", "social distancing", "physical distancing", "herd immunity", "hand sanitizer",
    "face shield", "new normal", "work from home", "box office", "hip hop", "talk show",
    "street style", "check-in", "check-out", "rest area", "coffee shop", "food court",
    "street food", "fast food", "hate speech", "body shaming", "safe house", "hat-trick",
    "play-off", "wild card", "match point", "grand prix", "pole position", "pit stop",
    "starting line up", "slam dunk", "test drive", "hard disk", "flash disk", "open source",
    "source code", "quick count", "real count", "exit poll", "walk out", "judicial review",
    "class action", "good governance", "civil society", "think tank", "soft power", "proxy war",
    "red notice", "money politics", "money laundering", "deep state", "off the record",
    "breaking news", "prime time", "public speaking", "supply chain", "reality show", "fans club",
    "start-up", "de facto", "de jure", "ad hoc", "status quo", "persona non grata",
    "force majeure", "brand ambassador", "public figure", "fact checking", "fact checker",
    "make-up", "sci-fi", "stand up comedy", "stand-up comedy", "best seller", "best-seller",
    "blue chip", "green card", "time out", "half time", "full time", "part time", "part-time",
    "clean sheet", "own goal", "man of the match", "player of the match", "spin-off",
    "link and match", "long march", "sport utility vehicle", "power bank", "touch screen",
    "cloud computing", "smart city", "smart phone", "e-commerce", "e-sport", "plug-in",
    "join venture", "joint venture", "due diligence", "cash flow", "gap year", "road show",
    "roadshow", "car free day", "drive thru", "drive-thru", "black box", "body camera",
    "dark web", "deep web", "dark horse", "underdog", "win-win solution", "host tour", "real time",
    "real-time", "common sense", "remote control", "ground-glass",
    "set point", "match fixing", "fair play", "home run", "strike out", "drive-in",
    "real estat", "real estate", "break point", "point-of-care",
)
"""Fixed phrases whose words, alone, would be left in English."""
