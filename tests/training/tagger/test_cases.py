"""Written cases: the format, what drafts they make, and the ones we ship."""

from pathlib import Path
from random import Random

import pytest

from align.errors import InputError
from align.training.tagger.cases import Case, draft, read_cases
from align.training.tagger.errors.edit import GAP, UNASKED, WRONG

TEXT = """\
S The bank may raise rates next month to fight inflation, two officials said.
T Bank itu mungkin menaikkan suku bunga bulan depan untuk melawan inflasi, kata dua pejabat.
modality | mungkin menaikkan => akan menaikkan
omitted phrase | <= to fight inflation | untuk melawan inflasi =>
added phrase | dua pejabat => dua pejabat senior
role | Bank itu => Dua pejabat ;; dua pejabat => bank itu
fair | menaikkan => mengerek
"""


def cases(tmp_path: Path, text: str = TEXT) -> tuple[Case, ...]:
    path = tmp_path / "cases.txt"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)


def wrong(case: Case, kind: str) -> tuple[str, str, str]:
    """Target, its marked characters, and the source's (unasked as ?)."""
    only = Case(case.source, case.target,
                tuple(e for e in case.errors if e.kind == kind), ())
    made, told = draft(only, Random(1), wrong=True)
    assert told == kind
    assert not made.faithful
    marked = "".join(c for c, label in zip(made.target, made.target_labels, strict=True) if label)
    lost = "".join(c for c, label in zip(made.source, made.source_labels, strict=True)
                   if label in (WRONG, GAP))
    return made.target, marked, lost


def test_a_changed_word_is_wrong_on_both_sides(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    target, marked, lost = wrong(case, "modality")
    assert target.startswith("Bank itu akan menaikkan")
    assert marked == "akan"
    assert lost == "may"


def test_what_is_left_out_is_missing_from_the_source(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    target, marked, lost = wrong(case, "omitted phrase")
    assert "bulan depan, kata" in target
    assert (marked, lost) == ("", "to fight inflation")


def test_what_is_put_in_is_marked_alone(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    assert wrong(case, "added phrase")[1:] == ("senior", "")


def test_two_places_change_at_once(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    target, marked, _ = wrong(case, "role")
    assert target.startswith("Dua pejabat mungkin")
    assert target.endswith("kata bank itu.")
    assert "Dua pejabat" in marked


def test_fair_changes_are_faithful(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    made = {draft(case, Random(seed), wrong=False)[0].target for seed in range(20)}
    assert len(made) == 2
    assert all(draft(case, Random(seed), wrong=False)[0].faithful for seed in range(20))


def test_what_nobody_knows_is_not_asked(tmp_path: Path) -> None:
    (case,) = cases(tmp_path)
    only = Case(case.source, case.target, case.errors[:1], ())
    assert UNASKED in draft(only, Random(1), wrong=True)[0].source_labels


@pytest.mark.parametrize(("text", "said"), [
    ("T first\nS then\n", "line 1"),
    ("S one\nT two words\nmodality | three => four\n", "must stand once"),
    ("S one\nT two two\nmodality | two => four\n", "must stand once"),
    ("S one\nT two words\nomitted phrase | <= three | words =>\n", "not in the source"),
    ("S one\nT two words\nrole | two words => a ;; words => b\n", "overlap"),
])
def test_a_bad_line_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        cases(tmp_path, text)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no cases"):
        read_cases(tmp_path / "none.txt")


def test_our_own_cases_can_be_read_and_drafted() -> None:
    ours = read_cases(Path(__file__).parents[3] / "data" / "cases")
    assert len(ours) > 1300
    for number, case in enumerate(ours[::10]):
        assert case.errors
        assert draft(case, Random(number), wrong=False)[0].faithful
        assert not draft(case, Random(number), wrong=True)[0].faithful


@pytest.mark.parametrize("folder", ["data/cases", "data/cases/held"])
def test_no_change_of_ours_glues_two_words_together(folder):
    root = Path(__file__).parents[3]
    glued = [(case.target[max(0, start - 12):start], new)
             for case in read_cases(root / folder) for change in (*case.errors, *case.fair)
             for start, _, new in change.places
             if new and start and case.target[start - 1].isalnum() and new[0].isalnum()]
    assert glued == []
