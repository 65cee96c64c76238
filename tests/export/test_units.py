"""Paragraphs and whole documents as rows."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.export.documents import Document
from align.export.rows import rows
from align.export.units import units
from align.model import Article, Bead, Review


def test_a_paragraph_row_has_all_of_its_paragraphs(article: Callable[..., Article]) -> None:
    original = article("Head", "A one.\t\tA two.", "B one.", "C one.\t\tC two.")
    rewrite = article("Kepala", "A satu.\t\tB satu.", "C satu.\t\tTambahan.", language="id")
    review = Review("", original, rewrite, (
        Bead((0,), (0,)), Bead((1,), (1,), score=0.7), Bead((2,), (), score=0.9),
        Bead((3,), (2,)), Bead((4, 5), (3,), moved=True), Bead((), (4,))), ())
    found = [(row.bead, row.source, row.target, row.moved, row.score)
             for row in rows(Document("", review), "paragraph")]
    assert found == [
        (0, "Head", "Kepala", False, 1.0),
        (1, "A one. A two.\nB one.", "A satu. B satu.", False, 0.7),
        (4, "C one. C two.", "C satu. Tambahan.", True, 1.0)]


def test_a_document_row_is_the_whole_text(ferry: Review) -> None:
    (row,) = rows(Document("", ferry), "document")
    assert row.source == "Ferry halts service\nIt has no date.\nThe union warned twice."
    assert row.target == "Feri berhenti\nAda tanggal. Itu pasti.\nPengamat cemas."
    assert [row.source[a:b] for flag in row.flags for a, b in flag.source] == [
        "no", "The union warned twice."]
    assert (row.kind, row.score, row.faithful) == ("match", 0.5, 0.05)


@st.composite
def beads(draw: Any) -> tuple[Bead, ...]:
    """Beads over eight sentences of each side, each in at most one."""
    left, right = list(range(8)), draw(st.permutations(range(8)))
    found = []
    while left or right:
        a, b = (draw(st.integers(0, min(2, len(side)))) for side in (left, right))
        if a or b:
            found.append(Bead(tuple(left[:a]), tuple(sorted(right[:b]))))
        left, right = left[a:], right[b:]
    return tuple(found)


def test_each_sentence_stands_in_one_unit_and_each_paragraph_too(
        article: Callable[..., Article]) -> None:
    text = article(*("One.\t\tTwo." for _ in range(4)))

    @given(beads())
    @settings(max_examples=80, deadline=None,
              suppress_health_check=[HealthCheck.large_base_example])
    def holds(found: tuple[Bead, ...]) -> None:
        review = Review("", text, text, found, ())
        for name in ("bead", "paragraph", "document"):
            parts = list(units(review, name))  # type: ignore[arg-type]
            for side in ("source", "target"):
                assert sorted(i for part in parts for i in getattr(part, side)) == list(range(8))
                if name != "bead":
                    homes = [{i // 2 for i in getattr(part, side)} for part in parts]
                    assert sum(map(len, homes)) == 4
            assert [part.bead for part in parts] == sorted(part.bead for part in parts)

    holds()
