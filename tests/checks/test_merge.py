from align.checks import Finding
from align.checks.merge import merge, without_ignored
from align.checks.settings import CheckSettings


def finding(check, confidence=0.9, source=((0, 4),), target=((0, 4),), severity="major"):
    return Finding("mistranslation", severity, confidence, source, target, "m", "p", check)


def test_the_more_specific_of_two_about_the_same_words_stays():
    kept = merge([finding("addition", source=()), finding("numbers")], CheckSettings())
    assert [f.check for f in kept] == ["numbers"]


def test_findings_about_other_words_all_stay():
    kept = merge([finding("numbers"), finding("names", source=((9, 12),), target=((8, 11),))],
                 CheckSettings())
    assert [f.check for f in kept] == ["numbers", "names"]


def test_the_unsure_are_dropped_at_the_chosen_threshold():
    unsure = finding("names", confidence=0.6)
    assert merge([unsure], CheckSettings.preset("precision")) == []
    assert merge([unsure], CheckSettings.preset("balanced")) == [unsure]


def test_gravest_first():
    kept = merge([finding("names", severity="minor"),
                  finding("numbers", source=((9, 12),), target=((9, 12),), severity="critical")],
                 CheckSettings())
    assert [f.severity for f in kept] == ["critical", "minor"]


def test_merging_twice_changes_nothing():
    once = merge([finding("names"), finding("numbers"), finding("dates", source=((5, 9),))],
                 CheckSettings())
    assert merge(once, CheckSettings()) == once


def test_ignored_words_are_left_alone():
    found = [finding("untranslated", source=(), target=((0, 7),))]
    quiet = CheckSettings(ignored=frozenset({"netizen"}))
    assert without_ignored(found, "", "Netizen marah", quiet) == []
    assert without_ignored(found, "", "Seorang marah", quiet) == found



def test_exact_checks_are_not_made_surer():
    kept = merge([finding("names", 0.8), finding("meaning", 0.9)], CheckSettings())
    assert [(f.check, f.confidence) for f in kept] == [("names", 0.8)]


def test_what_is_too_unsure_to_report_hides_nothing():
    kept = merge([finding("coverage", 0.3, severity="minor"), finding("quotes", 0.6)],
                 CheckSettings())
    assert [f.check for f in kept] == ["quotes"]
