"""A small corpus, made once and undisturbed, that the others must equal."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORIES = [
    ("Ferry halts service\n\nThe ferry company stopped all sailings on Tuesday. Two ships have "
     "cracks in their hulls.\n",
     "Feri hentikan layanan\n\nPerusahaan feri itu menghentikan semua pelayaran pada hari Selasa. "
     "Dua kapal retak di lambungnya.\n"),
    ("Bank cuts rates\n\nThe central bank cut its rate by 25 basis points to 5.75%. Analysts had "
     "expected no change.\n",
     "Bank pangkas suku bunga\n\nBank sentral memangkas suku bunganya 25 basis poin menjadi 5,57%. "
     "Para analis tidak memperkirakan perubahan.\n"),
    ("Storm kills 12\n\nA storm killed 12 people in the north. Power was cut in four towns.\n",
     "Badai tewaskan 12 orang\n\nBadai menewaskan 12 orang di utara.\n"),
    ("Court frees editor\n\nA court freed the editor of a weekly. He had been held since March.\n",
     "Pengadilan bebaskan redaktur\n\nPengadilan membebaskan redaktur sebuah mingguan. Ia ditahan "
     "sejak Maret.\n"),
]

Selaras = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A manifest of four stories, twice each under other names, and of four broken rows."""
    folder = tmp_path_factory.mktemp("pairs")
    rows: list[object] = []
    for n, (source, target) in enumerate(STORIES):
        (folder / f"{n}.en.txt").write_text(source)
        (folder / f"{n}.id.txt").write_text(target)
        rows += [{"id": f"story-{n}", "rewrite": f"{n}.id.txt", "original": f"{n}.en.txt",
                  "story": f"s{n}", "licence": "CC0"},
                 {"rewrite": f"./{n}.id.txt", "original": [f"{n}.en.txt", "0.en.txt"]}]
    (folder / "bytes.txt").write_bytes(bytes(range(256)) * 9)
    rows[3:3] = [{"id": "gone", "rewrite": "gone.txt", "original": "0.en.txt"},
                 {"id": "binary", "rewrite": "bytes.txt", "original": "0.en.txt"},
                 {"id": "folder", "rewrite": "0.id.txt", "original": "."}, {"original": "0.en.txt"}]
    lines = [json.dumps(row) for row in rows]
    (folder / "pairs.jsonl").write_text("\n".join([*lines, "{broken"]) + "\n")
    return folder / "pairs.jsonl"


@pytest.fixture(scope="session")
def selaras() -> Selaras:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "align", *arguments], capture_output=True,
                              text=True, check=False, env=environment())

    return run


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}


@pytest.fixture(scope="session")
def undisturbed(pairs: Path, selaras: Selaras, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed") / "corpus"
    done = selaras("corpus", str(pairs), "-o", str(folder), "--workers", "1")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, bytes]]:
    def read(folder: Path) -> dict[str, bytes]:
        """Every file but the lock."""
        return {path.relative_to(folder).as_posix(): path.read_bytes()
                for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock"}

    return read


@pytest.fixture(scope="session")
def started(pairs: Path) -> Callable[..., subprocess.Popen[bytes]]:
    def start(folder: Path, *more: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "align", "corpus", str(pairs), "-o", str(folder), *more],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(),
            start_new_session=True)

    return start
