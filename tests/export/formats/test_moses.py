"""Moses files: as many lines in each, whatever the text."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from align.export.cells import normalised
from align.export.documents import Document
from align.export.rows import rows
from align.model import Review


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_lines_of_all_files_tell_of_the_same_row(
        plain_review: Callable[..., Review], written: Any, any_text: Any, data: Any) -> None:
    documents = [Document(f"dok{n}", plain_review(data.draw(any_text), data.draw(any_text)))
                 for n in range(2)]
    files, done = written("moses", *documents)
    found = [files[f"corpus.{end}"].decode().splitlines() for end in ("en", "id", "ids")]
    wanted = [next(rows(document)) for document in documents]
    assert found == [
        [normalised(row.source) for row in wanted], [normalised(row.target) for row in wanted],
        [f"{row.document}\t0\t0.8750\t0.2500" for row in wanted]]
    assert done.rows == 2


def test_one_language_on_both_sides(ferry: Review, written: Any) -> None:
    from dataclasses import replace

    same = replace(ferry, rewrite=replace(ferry.rewrite, language="en"))
    assert set(written("moses", same)[0]) == {"corpus.source", "corpus.target", "corpus.ids"}
