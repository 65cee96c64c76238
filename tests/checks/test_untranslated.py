import pytest

FLAGGED = {
    "opens both sides": ("However, the ministry will keep it.", "However, kementerian tetap.",
                         ["However"], ["However"]),
    "bare verb": ("The firm dropped the app.", "Perusahaan itu dropped aplikasinya.",
                  ["dropped"], ["dropped"]),
    "word that is not in the source": ("Amazon dropped Parler.", "Amazon cut Parler.",
                                   ["dropped"], ["cut"]),
    "prefix with hyphen": ("It was thrown out.", "Itu telah di-boot dari sana.",
                           ["thrown out"], ["di-boot"]),
    "prefix with hyphen, unknown word": ("Cargo was rerouted there.", "Kargo di-reroute ke sana.",
                                         ["rerouted"], ["di-reroute"]),
    "prefix that is a word too": ("They seized it.", "Mereka men-seize itu.",
                                  ["seized"], ["men-seize"]),
    "unknown verb in another form": ("Cargo was rerouted.", "Kargo itu reroute ke sana.",
                                     ["rerouted"], ["reroute"]),
    "nge-": ("He tweeted it and then blocked her.", "Dia lalu nge-blocked wanita itu.",
             ["blocked"], ["nge-blocked"]),
    "run of words": ("He signed it into law.", "Dia menandatanganinya into law.",
                     ["into", "law"], ["into law"]),
    "prefix glued on": ("The agency downgraded it.", "Lembaga itu mendowngrade peringkatnya.",
                        ["downgraded"], ["mendowngrade"]),
    "rare, but dictionaries have it": ("Snow closed the runway.", "Salju menutup runway itu.",
                                       ["runway"], ["runway"]),
    "first word": ("The vaccine rollout was halted.", "Rollout vaksin itu dihentikan.",
                   ["rollout"], ["Rollout"]),
    "rare plural": ("They found the hikers.", "Mereka menemukan para hikers.",
                    ["hikers"], ["hikers"]),
}

NO_JARGON = ("The blast left a hole in the wall.", "Ledakan itu meninggalkan hole di dinding.")

FAIR = {
    "a code that opens": ("HER2 drives the growth of cancer.", "HER2 mendorong pertumbuhan."),
    "loanwords": ("An online startup with a database.", "Startup online dengan database."),
    "name": ("the U.S. Capitol", "serangan di US Capitol"),
    "homographs": ("The water rose for an hour.", "Air naik selama satu jam."),
    "gloss in brackets": ("carbon capture plants", "pabrik penangkap karbon (carbon capture)"),
    "small words in a title": ("Lord of the Rings is long.", "Film Lord of the Rings itu panjang."),
    "acronym that opens": ("Those who ask the WHO know.", "WHO tahu."),
    "web address": ("weather.com reported it.", "Hal itu dilaporkan weather.com kemarin."),
    "referendum": ("The referendum failed.", "Referendum itu gagal, dan referendum ulang batal."),
    "phrase of its own": ("They lost money in a class action.", "Mereka kalah dalam class action."),
    "empty side": ("He left.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("untranslated", source, target) == [("major", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("untranslated", source, target) == []


DOUBTFUL = {
    "quoted as in the source": ("the series “Public Health Heroes of the year”",
                                "serial “Public Health Heroes of the year” itu"),
    "part of a name": ("in the central Rockies", "di central Rockies"),
    "part of a compound": ("a mid-table club", "klub mid-klasemen"),
    "term among others of its field": ("The golfer found the hole again.",
                                       "Pegolf itu kembali menemukan hole."),
    "beside its translation": ("a spike on the envelope", "tonjolan pada selubung atau envelope"),
}


@pytest.mark.parametrize(("source", "target"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_is_minor_where_the_writer_may_have_meant_it(told, source, target):
    assert {severity for severity, _, _ in told("untranslated", source, target)} == {"minor"}


def test_a_term_far_from_its_field_is_left_in_english(told):
    assert told("untranslated", *NO_JARGON) == [("major", ["hole"], ["hole"])]
