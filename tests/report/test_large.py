"""A long article: 1,000 passages with 167 flags, judged from its first to its last."""

import random

import pytest

from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.naming import named
from align.report import page

pytestmark = pytest.mark.browser

WORDS = ("harbour", "valley", "council", "season", "window", "charter", "lantern", "meadow",
         "bridge", "tender", "union")
PASSAGES, FLAGS = 1000, 167


def article(chance, language):
    sentences, start = [], 0
    for number in range(PASSAGES):
        text = " ".join(chance.choices(WORDS, k=chance.randint(8, 35)))
        sentences.append(Sentence(text, number // 3, start, start + len(text)))
        start += len(text) + 2
    return Article(title="Long", language=language, sentences=tuple(sentences),
                   text="\n\n".join(sentence.text for sentence in sentences))


@pytest.fixture
def long(tab, tmp_path):
    chance = random.Random(1)
    flags = tuple(
        Flag(bead=n, category="mistranslation", check="senses", confidence=0.7,
             severity=chance.choice(["critical", "major", "minor"]), source=(Span(n, 0, 6),),
             target=(Span(n, 0, 6),), message=f"Flag {n}.")
        for n in sorted(chance.sample(range(PASSAGES), FLAGS)))
    review = named(Review("s", article(chance, "en"), article(chance, "id"),
                          tuple(Bead((n,), (n,)) for n in range(PASSAGES)), flags))
    (tmp_path / "long.html").write_text(page(review), "utf-8")
    tab.goto((tmp_path / "long.html").as_uri())
    return tab


def test_the_way_through_all_flags_is_the_way_down_the_page(long):
    long.evaluate("""() => { window.way = 0; let last = scrollY;
        addEventListener("scroll", () => {
            way += Math.abs(scrollY - last); last = scrollY; }); }""")
    for number in range(FLAGS + 1):
        long.keyboard.press("ntfu"[min(number, 1 + number % 3)])
    long.wait_for_timeout(300)
    assert long.locator("[data-decided]").inner_text() == str(FLAGS)
    way, down = long.evaluate("[way, scrollY]")
    assert down > 50_000
    assert way <= 1.1 * down


def test_a_decision_changes_only_a_few_elements(long):
    """What a key costs does not grow with the article: it touches one flag and one passage."""
    long.keyboard.press("n")
    long.evaluate("""() => { window.touched = new Set();
        new MutationObserver((all) => all.forEach(({ target }) => touched.add(target)))
          .observe(document.body, { subtree: true, attributes: true, childList: true,
                                    characterData: true }); }""")
    long.keyboard.press("t")
    assert 0 < long.evaluate("touched.size") < 60
