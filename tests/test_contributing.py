"""What CONTRIBUTING.md shows is true: each file there works by lying in its folder, and no other
file has to change for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GUIDE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
SHOWN = dict(re.findall(r"^`align/([\w/]+\.py)`:\n\n```python\n(.*?)^```$", GUIDE,
                        re.MULTILINE | re.DOTALL))

# A package finds the files of a second folder as it finds those of its own.
PROGRAM = """
import importlib, json, sys
from pathlib import Path

folder = Path(sys.argv[1])
for room in ("checks", "reading.pages", "export.formats", "finding.ways"):
    package = importlib.import_module(f"align.{room}")
    package.__path__.append(str(folder / room.replace(".", "/")))

import align
from align.export import export
from align.export.formats import names
from align.finding.ways import ways
from align.reading import parse

PAGE = ("<html lang=id><body><h1>Kementerian membayar</h1><p class=penulis>Oleh Ana Sari</p>"
        "<div class=isi-berita><p>Kementerian itu membayar ganti rugi dalam dolar.</p>"
        "<p>Warga desa menerima uang itu pada bulan Mei.</p></div></body></html>")
source = folder / "original.txt"
source.write_text("The ministry paid\\n\\nThe ministry paid the damages in euros.\\n\\n"
                  "Villagers received the money in May.\\n", "utf-8")
rewrite = parse(PAGE.encode(), url="https://kabar.example/a")
review = align.check(rewrite, original=source)
out = folder / "corpus.txt"
rows = export([review], out, to="plain").rows
print(json.dumps({
    "reader": rewrite.provenance["reader"], "byline": rewrite.byline, "rows": rows,
    "lines": out.read_text("utf-8").splitlines(), "formats": names(), "ways": ways(),
    "flags": [[flag.check, flag.message,
               review.rewrite.sentences[flag.target[0].sentence].text[
                   flag.target[0].start:flag.target[0].end]]
              for flag in review.flags if flag.check == "currencies"],
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("elsewhere")
    for name, text in SHOWN.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(folder)], capture_output=True,
                          text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    plain: dict[str, Any] = json.loads(done.stdout)
    return plain


def test_every_sort_of_file_is_shown() -> None:
    assert {name.rpartition("/")[0] for name in SHOWN} == {
        "checks", "reading/pages", "export/formats", "finding/ways"}


def test_a_check_in_a_folder_of_its_own_flags(told: dict[str, Any]) -> None:
    assert told["flags"] == [["currencies", "“dolar” does not say “euros”.", "dolar"]]


def test_a_page_shape_is_asked_before_the_general_reader(told: dict[str, Any]) -> None:
    assert told["reader"] == "kabar-2026"
    assert "Ana Sari" in told["byline"]


def test_a_format_is_known_by_its_file(told: dict[str, Any]) -> None:
    assert "plain" in told["formats"]
    assert told["rows"] * 3 == len(told["lines"])
    assert "The ministry paid the damages in euros." in told["lines"]


def test_a_way_takes_its_place(told: dict[str, Any]) -> None:
    ways = told["ways"]
    assert ways.index("gdelt") < ways.index("guess") < ways.index("searxng")


@pytest.mark.parametrize("path", sorted(set(re.findall(
    r"`([\w/]+(?:\.(?:py|js)|/))`", GUIDE))))
def test_every_place_that_is_named_is_there(path: str) -> None:
    root = Path(__file__).parents[1]
    shown = path.removeprefix("align/") in SHOWN or path == "tests/checks/test_currencies.py"
    assert shown or (root / path).exists() or (root / "align" / path).exists()
