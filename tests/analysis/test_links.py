"""Words find their renderings at run time; what has none is a gap."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.analysis.gaps import gaps
from align.analysis.links import align_words, linked_all
from align.analysis.links import linked as link_words
from align.analysis.substitutions import substitutions
from align.lexicon import Lexicon
from align.tagger.run import Tagger, ready
from align.text.tokens import Token, words

LEXICON = Lexicon.load()


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    found = ready()
    assert found is not None
    return found


def linked(source: str, target: str) -> set[tuple[str, str]]:
    ours, theirs = words(source), words(target, doubling=True)
    return {(ours[link.source].text, theirs[link.target].text)
            for link in align_words(ours, theirs, LEXICON)}


@pytest.mark.parametrize(("source", "target", "pair"), [
    pytest.param("The court ordered a halt.", "Pengadilan memerintahkan penghentian.",
                 ("court", "Pengadilan"), id="dictionary word"),
    pytest.param("The suspects were arrested.", "Para tersangka ditangkap.",
                 ("arrested", "ditangkap"), id="inflected"),
    pytest.param("It sold 1,500 tons.", "Terjual 1.500 ton.", ("1,500", "1.500"), id="figure"),
    pytest.param("Australian officials left.", "Pejabat Australia pergi.",
                 ("Australian", "Australia"), id="name"),
    pytest.param("Children play.", "Anak-anak bermain.", ("Children", "Anak-anak"), id="doubled"),
])
def test_links(source: str, target: str, pair: tuple[str, str]) -> None:
    assert pair in linked(source, target)


def fused(source: str, target: str, tagger: Tagger) -> set[tuple[str, str]]:
    known, = linked_all([(source, target)], LEXICON, tagger)
    return {(known.ours[link.source].text, known.theirs[link.target].text)
            for link in known.links}


@pytest.mark.parametrize(("source", "target", "pair"), [
    pytest.param("Eight inmates were hurt in the disturbance.",
                 "Delapan tahanan terluka dalam kericuhan itu.", ("disturbance", "kericuhan"),
                 id="rendering that the lexicon lacks"),
    pytest.param("The rogue trader fled.", "Pialang nakal itu kabur.", ("rogue", "nakal"),
                 id="adjective"),
    pytest.param("Young men threw stones.", "Para pemuda melempar batu.", ("men", "pemuda"),
                 id="two words in one"),
    pytest.param("A cyclist died in hospital.", "Seorang pesepeda meninggal di rumah sakit.",
                 ("hospital", "sakit"), id="one word in two"),
])
def test_vectors_link_what_the_lexicon_does_not_know(
        source: str, target: str, pair: tuple[str, str], tagger: Tagger) -> None:
    assert pair in fused(source, target, tagger)


def test_vectors_tell_which_of_two_like_words_is_meant(tagger: Tagger) -> None:
    source = "The Bank said the bank of the river had flooded."
    target = "Tepi sungai itu kebanjiran, kata Bank."
    known, = linked_all([(source, target)], LEXICON, tagger)
    assert [link.source for link in known.links if known.theirs[link.target].text == "Bank"] == [1]


def test_what_was_left_out_stays_without_a_link(tagger: Tagger) -> None:
    found = fused("The minister resigned on Monday after lawmakers rejected his budget.",
                  "Menteri itu mengundurkan diri pada hari Senin.", tagger)
    assert ("minister", "Menteri") in found
    assert not {"lawmakers", "rejected", "budget"} & {ours for ours, _ in found}


def test_vectors_link_hardly_anything_where_nothing_is_rendered(tagger: Tagger) -> None:
    known, = linked_all([("The union said dock workers had warned the firm twice about the welds.",
                          "Dangdut amat terkenal di Indonesia, kata pemerintah kota itu.")],
                        LEXICON, tagger)
    assert not [link for link in known.links if not link.known and link.strength >= 0.6]


def test_without_the_tagger_or_its_likeness_the_lexicon_tells_alone(tagger: Tagger) -> None:
    pair = ("The court ordered a halt.", "Pengadilan memerintahkan penghentian.")
    long = tuple(f"{side} " * 24 for side in pair)  # more pieces than the tagger sees at once
    for source, target in (pair, long):
        alone = link_words(source, target, LEXICON).links
        assert all(link.known for link in alone)
    assert linked_all([pair], LEXICON, None)[0].links == link_words(*pair, LEXICON).links
    assert linked_all([long], LEXICON, tagger)[0].links == link_words(*long, LEXICON).links


@given(st.text("kota city 2,5 'U.S. an-", max_size=40), st.text("kota city 2,5 'U.S. an-",
                                                               max_size=40))
def test_fused_links_exist_and_words_share_them_only_with_their_neighbours(
        source: str, target: str) -> None:
    known, = linked_all([(source, target)], LEXICON, ready())
    assert len({(link.source, link.target) for link in known.links}) == len(known.links)
    assert all(0 < link.strength <= 1 for link in known.links)
    for places in (*known.ahead.values(), *known.back.values()):
        assert max(places) - min(places) == len(places) - 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_target_word_is_linked_once_and_exists(source: str, target: str) -> None:
    ours, theirs = words(source), words(target, doubling=True)
    links = align_words(ours, theirs, LEXICON)
    assert len({link.target for link in links}) == len(links)
    assert all(0 <= link.source < len(ours) and 0 <= link.target < len(theirs)
               and 0 < link.strength <= 1 for link in links)


@pytest.mark.shared
def test_links_stay_inside_gold_phrases(shared: Path) -> None:
    inside = total = 0
    for line in (shared / "data/xsid_spans.jsonl").read_text("utf-8").splitlines()[:200]:
        row = json.loads(line)
        links = align_words(*(_as_words(row[side]) for side in ("source", "target")), LEXICON)
        for span in row["source_spans"]:
            gold = [s for s in row["target_spans"] if s["label"] == span["label"]]
            for link in links:
                if len(gold) == 1 and span["start"] <= link.source < span["end"]:
                    total += 1
                    inside += gold[0]["start"] <= link.target < gold[0]["end"]
    assert inside / total > 0.95


def _as_words(tokens: list[str]) -> list[Token]:
    found, at = [], 0
    for token in tokens:
        found.append(Token(token, token.lower(), at, at + len(token)))
        at += len(token) + 1
    return found


def test_a_swap_offers_the_other_sense_in_the_same_dress() -> None:
    target = "Jaksa mengajukan pamerannya."
    offered = {(swap.source.text, target[swap.start:swap.end], swap.put)
               for swap in substitutions(
                   link_words("Prosecutors filed exhibits.", target, LEXICON), LEXICON)}
    assert ("exhibits", "pamerannya", "barang buktinya") in offered


def test_names_are_not_swapped() -> None:
    assert not [swap for swap in substitutions(link_words(
        "He met Brown and May.", "Ia bertemu Brown dan May.", LEXICON), LEXICON)
        if swap.source.text in {"Brown", "May"}]


def test_a_gap_is_what_nothing_renders() -> None:
    source = "The minister resigned on Monday after lawmakers rejected his budget."
    ours, theirs = words(source), words("Menteri itu mengundurkan diri pada hari Senin.")
    links = [(k.source, k.target, k.strength) for k in align_words(ours, theirs, LEXICON)]
    found = gaps(ours, theirs, links, english=True)
    assert source[ours[found[0].first].start:ours[found[0].last - 1].end] == (
        "lawmakers rejected his budget")
    assert found[0].bare == 3
    assert found[0].closes


def test_a_whole_rendering_has_no_gap() -> None:
    ours, theirs = words("The court ordered a halt."), words("Pengadilan memerintahkan berhenti.")
    links = [(k.source, k.target, k.strength) for k in align_words(ours, theirs, LEXICON)]
    assert gaps(ours, theirs, links, english=True) == []
