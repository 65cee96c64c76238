"""The measurement of flags and scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.bench.items import HEADER, Item, read_handmade
from align.bench.score import Verdict, measure, tagger_judge
from align.decision import PairFlag
from align.errors import InputError


def flag(confidence: float, severity: str = "major", span: tuple[int, int] = (0, 4)
         ) -> PairFlag:
    return PairFlag("mistranslation", "any", "any", severity,  # type: ignore[arg-type]
                    confidence, (), (span,), "", "", "", {})


ITEMS = [Item("", "a house", "rumah", True), Item("", "a car", "mobil", True),
         Item("sense", "a court", "lapangan", False, None, ((0, 8),)),
         Item("sense", "a plant", "tanaman", False, None, ((0, 7),)),
         Item("number", "two", "tiga", False, None, ((0, 4),))]
VERDICTS = {"rumah": Verdict(0.9, ()), "mobil": Verdict(0.8, (flag(0.3, "minor"),)),
            "lapangan": Verdict(0.1, (flag(0.9, span=(0, 8)),)), "tanaman": Verdict(0.6, ()),
            "tiga": Verdict(0.2, (flag(0.6, "critical"),))}


def test_measures_of_a_known_judge() -> None:
    bench = measure(ITEMS, lambda pairs: [VERDICTS[target] for _, target in pairs])
    assert (bench.clean, bench.wrong) == (2, 3)
    assert bench.false_alarms.value == 0
    assert bench.auc.value == 1
    assert {kind.kind: kind.flagged.value for kind in bench.kinds} == {"sense": 0.5, "number": 1.0}
    assert bench.span_f1.value == pytest.approx(2 * 12 / (12 + 19))
    assert bench.auc.low <= bench.auc.value <= bench.auc.high


def test_measuring_needs_both_sorts() -> None:
    with pytest.raises(InputError, match="right and wrong"):
        measure(ITEMS[:2], lambda pairs: [VERDICTS[target] for _, target in pairs])


def test_a_handmade_file_gives_a_right_and_a_wrong_item(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("\t".join(HEADER) + "\n"
                    + "a\tsense\ttune\tThe court\tPengadilan itu\tLapangan itu\ttarget\t0:8\n"
                    + "b\tomitted\theld\tThe big court\tPengadilan besar\tPengadilan\tsource"
                    "\t0:3 4:7\n",
                    encoding="utf-8")
    items = read_handmade(path)
    assert [item.faithful for item in items] == [True, False, True, False]
    assert items[1].target_spans == ((0, 8),)
    assert items[1].source_spans is None
    assert items[3].source_spans == ((0, 3), (4, 7))
    assert len(read_handmade(path, "tune")) == 2


@pytest.mark.parametrize("text", ["", "a\tb\n", "\t".join(HEADER) + "\na\tb\n",
                                  "\t".join(HEADER) + "\na\tk\ttune\ts\tr\tw\ttarget\tx\n"],
                         ids=["empty", "other columns", "short line", "no spans"])
def test_a_malformed_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"pairs\.tsv"):
        read_handmade(path)


def test_the_tagger_alone_is_a_judge() -> None:
    # As long as news has them: strangers of a short sentence are a blind spot, see TAGGER.md.
    source = ("Rescuers searched the flooded villages along the river for people missing after the "
              "storm, while soldiers carried drinking water and medicine to those who had fled to "
              "higher ground.")
    right, other = tagger_judge([
        (source, "Regu penyelamat mencari orang yang hilang setelah badai di desa-desa tepi sungai "
                 "yang terendam banjir, sementara tentara membawa air minum dan obat-obatan bagi "
                 "warga yang mengungsi ke tempat yang lebih tinggi."),
        (source, "Bank sentral menaikkan suku bunga acuan sebesar seperempat poin pada Jumat, "
                 "sementara para ekonom memperkirakan kenaikan berikutnya baru terjadi setelah "
                 "pemilihan umum pada musim gugur.")])
    assert 0 < other.score < right.score < 1
    assert {flag.check for flag in (*right.flags, *other.flags)} <= {"meaning"}
