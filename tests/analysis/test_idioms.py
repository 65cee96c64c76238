"""The table of idioms, and how a phrase is seen to be lost."""

from collections import Counter
from importlib.resources import files

import pytest

from align.analysis.idioms import lost_idioms
from align.analysis.links import linked
from align.lexicon import Lexicon

LEXICON = Lexicon.load()


def test_every_phrase_stands_once_with_what_it_means() -> None:
    rows = [line.split("\t") for line in
            files("align.lexicon").joinpath("idioms.tsv").read_text("utf-8").splitlines()]
    assert all(len(row) in (2, 3) and all(cell.strip() == cell and cell for cell in row)
               for row in rows)
    assert max(Counter(row[0] for row in rows).values()) == 1
    # A rendering that is also listed as a calque would be both right and wrong.
    assert not any(set(row[1].split(", ")) & set(row[2].split(", ")) for row in rows if row[2:])


@pytest.mark.parametrize(("source", "target", "stands"), [
    pytest.param("The scapegoat was never found.", "Kambing pelarian itu tidak pernah ditemukan.",
                 "Kambing pelarian", id="a compound taken apart"),
    pytest.param("Talks broke down at the eleventh hour.", "Perundingan gagal pada jam kesebelas.",
                 "pada jam kesebelas", id="an ordinal inside"),
    pytest.param("The minister added fuel to the fire.", "Menteri itu menambahkan bahan bakar ke "
                 "api.", "menambahkan bahan bakar ke api", id="words one by one"),
])
def test_a_phrase_is_lost(source: str, target: str, stands: str) -> None:
    (idiom,) = lost_idioms(linked(source, target, LEXICON))
    assert (idiom.stands, idiom.whole) == (stands, True)


@pytest.mark.parametrize(("source", "target"), [
    pytest.param("The scapegoat was never found.", "Kambing hitam itu tidak pernah ditemukan.",
                 id="rendered"),
    pytest.param("The court said the case was without merit.",
                 "Pengadilan menyebut perkara itu mengada-ada.", id="rendered freely"),
    pytest.param("A goat escaped.", "Seekor kambing melarikan diri.", id="no idiom"),
    pytest.param("Groups take part in the vote.", "Kelompok-kelompok mengambil bagian dalam "
                 "pemungutan suara.", id="at home in both languages"),
])
def test_nothing_is_lost(source: str, target: str) -> None:
    assert lost_idioms(linked(source, target, LEXICON)) == []
