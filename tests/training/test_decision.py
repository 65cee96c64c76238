"""The fit of the decision: what is learnt is what the examples say."""

from random import Random

import pytest

from align.bench.items import Item
from align.decision.weights import read
from align.training.decision.examples import Example, pair_examples
from align.training.decision.fitting import fit, plain


def examples(count: int = 300) -> list[Example]:
    """Findings of two kinds: true where trouble is high, and three times oftener of one kind."""
    random = Random(3)
    found = []
    for number in range(count):
        kind = ("number-changed", "name-changed")[number % 2]
        trouble = random.gauss(0, 1)
        chance = 0.75 if kind == "number-changed" else 0.25
        true = random.random() < min(1, max(0, chance + 0.2 * trouble))
        found.append(Example(kind, kind.split("-")[0] + "s", {"trouble": trouble}, true,
                             str(number)))
    return found


def test_kinds_and_evidence_are_told_apart() -> None:
    weights = fit(examples())
    assert weights.probability("number-changed", {}) > 0.6
    assert weights.probability("name-changed", {}) < 0.4
    assert weights.probability("name-changed", {"trouble": 2.0}) > weights.probability(
        "name-changed", {"trouble": -2.0}) + 0.2


def test_evidence_never_speaks_against_its_nature() -> None:
    turned = [Example(one.kind, one.check, {"trouble": -one.evidence["trouble"]}, one.true,
                      one.document) for one in examples()]
    weights = fit(turned)
    assert weights.shared["trouble"] == 0.0


def test_what_is_not_known_counts_as_the_mean() -> None:
    weights = fit(examples())
    assert weights.probability("number-changed", {}) == pytest.approx(
        weights.probability("number-changed", {"trouble": weights.means["trouble"]}))


def test_written_texts_do_not_raise_what_is_true_in_life() -> None:
    written = [Example("name-changed", "names", {"trouble": 0.0}, True, f"w{n}", 0.2, True)
               for n in range(300)]
    with_written = fit([*examples(), *written])
    assert with_written.probability("name-changed", {}) < 0.5


def test_weights_return_from_their_json() -> None:
    weights = fit(examples())
    assert read(plain(weights)) == weights


def test_pairs_teach_on_the_words_that_are_wrong() -> None:
    source = "The firm lost $2.3 billion in May."
    wrong = Item("number", source, "Perusahaan itu merugi 2,3 juta dolar AS pada Mei.", False,
                 ((14, 26),), ((22, 36),))
    right = Item("number", source, "Perusahaan itu merugi 2,4 miliar dolar AS pada Mei.", True)
    found = {(one.kind, one.true) for one in pair_examples([wrong, right])}
    assert ("number-changed", True) in found
    assert ("number-changed", False) in found
