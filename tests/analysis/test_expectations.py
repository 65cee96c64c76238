"""Function words that are called for and missing, and those that nothing calls for."""

from align.analysis.expectations import LONG, expectations


def test_what_is_called_for_and_missing_is_told_with_its_words() -> None:
    source = "They waited because it rained all day."
    told = expectations(source, "Mereka menunggu meskipun hujan turun sepanjang hari.")
    [cause] = [one for one in told.missing if one.name == "cause"]
    assert "because" in source[cause.start:cause.end]
    assert cause.odds > 0
    assert told.unforeseen[0].word.name == "concession"
    assert told.unforeseen[0].odds < 0
    assert (told.exchanges[0].missing.name, told.exchanges[0].instead.word.name) == (
        "cause", "concession")


def test_a_rendering_with_the_word_misses_nothing() -> None:
    told = expectations("They waited because it rained.", "Mereka menunggu karena hujan.")
    assert [one for one in told.missing if one.name == "cause"] == []
    assert told.exchanges == ()


def test_a_text_that_is_no_sentence_is_not_asked() -> None:
    assert expectations("because " * LONG, "meskipun").missing == ()
