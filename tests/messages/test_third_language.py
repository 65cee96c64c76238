"""A third language is one new file: with a Malay catalogue in a folder outside the project, and
nothing else changed, flags, page, terminal, list and note speak Malay."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from align import messages

ROOT = Path(__file__).parents[2]
MALAY = {
    "name": "Bahasa Melayu",
    "findings": {"number-changed": "Angka “{was}” bertukar menjadi “{became}”.",
                 "modality-changed": "{was_class}: “{was}”; {became_class}: “{became}”."},
    "terms": {"possible": "kemungkinan"},
    "notes": {"short-rewrite": "Berita ini hanya satu ayat, mungkin tajuknya sahaja."},
    "categories": {"mistranslation": "Salah terjemahan"},
    "severities": {"critical": "Genting", "major": "Besar"},
    "report": {"original": "Teks asal", "flags": "Teguran"},
    "phrases": dict.fromkeys(("verdict", "verdict-one"), "{number} teguran: {graded}"),
    "keys": {"n": "Teguran berikutnya yang belum diputuskan"},
    "answers": {"saved": "Sudah disimpan"},
    "list": {"articles": "Rencana"},
    "corrections": {"title": "Pembetulan untuk “{}”", "why": "Sebab"},
}
PROGRAM = """
import sys
from pathlib import Path

import align.messages
align.messages.__path__.append(sys.argv.pop(1))

from align.cli import main
from align.report.index import index

Path(sys.argv[1], "list.html").write_text(index([], "ana", language="ms"), "utf-8")
sys.argv[1:] = ["check", sys.argv[1] + "/rewrite.txt", "--original", sys.argv[1] + "/original.txt",
                "-o", sys.argv[1] + "/out", "--language", "ms", "--recall"]
sys.exit(main())
"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What the terminal says, and the folder with all that was written."""
    catalogues, folder = (tmp_path_factory.mktemp(name) for name in ("messages", "work"))
    (catalogues / "ms.json").write_text(json.dumps(MALAY), "utf-8")
    (folder / "original.txt").write_text("The minister paid 21 villagers on the island.", "utf-8")
    (folder / "rewrite.txt").write_text("Menteri itu membayar 45 warga desa di pulau.", "utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(catalogues), str(folder)],
                          capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, folder


def test_flags_and_notes_are_told_in_it_beside_english_and_indonesian(
        spoken: tuple[str, Path]) -> None:
    review: dict[str, Any] = json.loads((spoken[1] / "out/review.json").read_text("utf-8"))
    flag = next(flag for flag in review["flags"] if flag["kind"] == "number-changed")
    assert flag["message"] == "The number “21” became “45”."
    assert flag["pesan"] == "Angka “21” menjadi “45”."
    assert flag["messages"] == {"ms": "Angka “21” bertukar menjadi “45”."}
    assert MALAY["notes"]["short-rewrite"] in [  # type: ignore[index]
        note["messages"]["ms"] for note in review["summary"]["notes"]]


def test_the_terminal_speaks_it(spoken: tuple[str, Path]) -> None:
    assert "Angka “21” bertukar menjadi “45”." in spoken[0]
    assert "salah terjemahan" in spoken[0]
    assert "1 teguran: 1 " in spoken[0]
    assert "matched" in spoken[0]  # what the catalogue lacks is said in English


def test_the_page_opens_in_it_and_offers_all_three(spoken: tuple[str, Path]) -> None:
    page = (spoken[1] / "out/report.html").read_text("utf-8")
    assert '<html lang="ms">' in page
    assert "Teks asal" in page
    for code, name in (("en", "English"), ("id", "Bahasa Indonesia"), ("ms", "Bahasa Melayu")):
        assert f'data-language="{code}" lang="{code}" title="{name}"' in page
    assert "Sudah disimpan" in page


def test_the_list_of_articles_speaks_it(spoken: tuple[str, Path]) -> None:
    assert "Rencana" in (spoken[1] / "list.html").read_text("utf-8")


def test_without_a_third_catalogue_a_flag_has_the_shape_that_was_promised() -> None:
    from align.model import Flag
    from align.serial import to_json

    flag = Flag(bead=0, category="omission", check="omission", severity="major", confidence=.5,
                source=(), target=(), message="a", pesan="b")
    assert "messages" not in to_json(flag)
    assert (flag.said("id"), flag.said("ms")) == ("b", "a")


def test_a_language_without_a_catalogue_is_refused_with_those_that_there_are() -> None:
    done = subprocess.run([sys.executable, "-m", "align", "check", "a", "--original", "b",
                           "--language", "xx"], capture_output=True, text=True, cwd=ROOT,
                          timeout=60, check=False)
    assert done.returncode == 2
    assert all(language in done.stderr for language in messages.languages())
    assert len(done.stderr.splitlines()) == 1


def test_english_and_indonesian_say_all_that_the_other_says() -> None:
    for name in ("findings", "terms", "notes", "categories", "severities", "report", "phrases",
                 "verdicts", "keys", "answers", "list-heads", "list", "corrections"):
        english, indonesian = (messages._catalogue(code)[name] for code in ("en", "id"))
        assert english.keys() == indonesian.keys(), name
