import pytest

FLAGGED = {
    "one digit too many": ("It forced 4,500 people to flee.", "Itu memaksa 45.000 orang mengungsi.",
                           "critical", ["4,500"], ["45.000"]),
    "million for billion": ("It lost $2.3 billion.", "Ia merugi 2,3 juta dolar AS.",
                            "critical", ["$2.3 billion"], ["2,3 juta dolar"]),
    "comma slipped": ("Prices rose 3.4 percent.", "Harga naik 34 persen.",
                      "critical", ["3.4 percent"], ["34 persen"]),
    "another fraction": ("Two-thirds agreed.", "Tiga perempat setuju.",
                         "critical", ["Two-thirds"], ["Tiga perempat"]),
    "another word": ("Three soldiers fell ill.", "Lima tentara jatuh sakit.",
                     "critical", ["Three"], ["Lima"]),
    "another magnitude": ("Thousands of workers left.", "Ratusan pekerja pergi.",
                          "critical", ["Thousands"], ["Ratusan"]),
    "swapped digits": ("He is 17 years old.", "Dia berusia 71 tahun.",
                       "critical", ["17"], ["71"]),
    "one of two alike replaced": ("Two men and two dogs came.", "Dua pria dan tiga anjing datang.",
                                  "critical", ["two"], ["tiga"]),
    "half a million": ("Half a million doses came.", "Lima juta dosis tiba.",
                       "critical", ["Half a million"], ["Lima juta"]),
    "another currency": ("It cost 40 euros.", "Harganya 40 dolar.",
                         "critical", ["40 euros"], ["40 dolar"]),
    "another unit of time": ("He was jailed for five years.", "Dia dipenjara lima bulan.",
                             "critical", ["five years"], ["lima bulan"]),
    "measure not converted": ("They drove 60 miles.", "Mereka menempuh 60 kilometer.",
                              "critical", ["60 miles"], ["60 kilometer"]),
    "left out": ("The 48 boats were sold quickly.", "Perahu-perahu itu cepat terjual.",
                 "major", ["48"], []),
    "put in": ("The boats were sold.", "Sebanyak 48 perahu terjual.", "major", [], ["48"]),
}

FAIR = {
    "academic degree": ("All undergraduates sleep longer.", "Semua mahasiswa S1 tidur lebih lama."),
    "separators": ("12,500 of 1.5 million", "12.500 dari 1,5 juta"),
    "sloppy separators": ("12,500 of 1.5 million", "12,500 dari 1.5 juta"),
    "words for digits": ("It has 12 ships and five docks.", "Ia punya dua belas kapal dan 5 dok."),
    "feet to metres": ("It fell 500 feet.", "Ia jatuh 152 meter."),
    "miles to kilometres": ("They drove 60 miles.", "Mereka menempuh 97 kilometer."),
    "pounds to kilograms": ("The fish weighed 200 pounds.", "Ikan itu seberat 91 kilogram."),
    "Fahrenheit": ("It was 86 degrees Fahrenheit, or 30°C.", "Suhunya 30 derajat Celsius."),
    "acres": ("The fire burned 1,000 acres.", "Api membakar 405 hektare."),
    "weeks for days": ("He was held for 14 days.", "Dia ditahan selama dua minggu."),
    "rounded": ("It sold 2.34 million cars.", "Ia menjual 2,3 juta mobil."),
    "afternoon clock": ("Doors open at 5.30pm.", "Pintu dibuka pukul 17.30."),
    "colon clock": ("It left at 12:55.", "Ia berangkat pukul 12.55."),
    "sum in rupiah": ("It costs $2.3 billion.",
                      "Biayanya 2,3 miliar dolar AS (sekitar Rp33 triliun)."),
    "salah satu": ("It is one of the oldest temples.", "Itu salah satu candi tertua."),
    "another": ("One partner after another left.", "Mitra satu demi satu pergi."),
    "dozen": ("A dozen eggs broke.", "Selusin telur pecah."),
    "dozens": ("Dozens of cars burned.", "Puluhan mobil terbakar."),
    "tens of thousands": ("Tens of thousands fled.", "Puluhan ribu orang mengungsi."),
    "couple": ("A couple of dogs barked.", "Beberapa anjing menggonggong."),
    "both": ("Both sisters won twice.", "Kedua saudari itu menang dua kali."),
    "a third": ("A third of the crop failed.", "Sepertiga panen gagal."),
    "ordinals": ("It was her 3rd win and his second.",
                 "Itu kemenangan ke-3 baginya dan kedua baginya."),
    "age": ("The two-year-old site closed.", "Situs berusia dua tahun itu tutup."),
    "decade": ("He ruled for two decades.", "Dia berkuasa selama 20 tahun."),
    "dates are not ours": ("It began on Jan. 6.", "Itu dimulai pada 7 Januari."),
    "nothing stated": ("They left.", "Mereka pergi."),
    "empty target": ("It has 12 ships.", ""),
    "empty source": ("", "Ia punya 12 kapal."),
}


@pytest.mark.parametrize(("source", "target", "severity", "was", "became"),
                         FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, severity, was, became):
    assert told("numbers", source, target) == [(severity, was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("numbers", source, target) == []


def test_a_number_told_in_the_next_sentence_is_not_missing(told):
    around = "It has 48 boats. They float.", "Perahunya mengapung. Ada 48."
    assert told("numbers", "It has 48 boats.", "Perahunya mengapung.", *around) == []


def test_messages_name_the_words(flags_of):
    finding, = flags_of("numbers", "It has 12 ships.", "Ia punya 21 kapal.")
    assert finding.message == "The number “12” became “21”."
    assert finding.pesan == "Angka “12” menjadi “21”."


@pytest.mark.parametrize(("source", "target", "turned"), [
    ("Temperatures fell to 5 degrees Celsius.", "Suhu turun hingga minus 5 derajat Celsius.", 1.0),
    ("The 48 boats were sold.", "Sebanyak 84 perahu terjual.", 0.0)])
def test_a_sign_that_turned_is_told(findings_of, source, target, turned):
    [found] = findings_of("numbers", source, target)
    assert found.evidence["turned"] == turned
