"""What only the press puts in is no addition, whichever check finds it."""

from align import checks
from align.analysis import Pair, analyse
from align.lexicon.terms import Glossary
from align.scoring import tools_for


def test_a_credit_is_no_addition() -> None:
    target = "Polisi mengatakan demikian, seperti dinukil dari Reuters, Ahad (10/5)."
    [pair] = analyse([Pair.of("Police said so.", target)], tools_for(None, Glossary()))
    [found] = checks.run([pair])
    assert [one.kind for one in found if one.category == "addition"] == []


def test_another_addition_is_one() -> None:
    target = "Polisi mengatakan demikian, seperti dugaan warga kampung itu sejak lama."
    [pair] = analyse([Pair.of("Police said so.", target)], tools_for(None, Glossary()))
    [found] = checks.run([pair])
    assert [one for one in found if one.category == "addition"]
