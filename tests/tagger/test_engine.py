"""Nothing leaves the machine and nothing is left on it: watched from outside, in a long check."""

import ast
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from align.errors import InputError
from align.tagger import run

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "data" / "demo"
LONG = 20  # seconds; onnxruntime's first attempt to send comes after about fifteen

A_LONG_CHECK = f"""
import time
begun = time.monotonic()
import align
review = align.check({str(DEMO / "rewrite.id.txt")!r}, original={str(DEMO / "original.en.txt")!r})
assert "tagger:none" not in review.signature
time.sleep(max(0, {LONG} - (time.monotonic() - begun)))
"""
A_SHORT_CALL = """
import socket, time
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM):
    time.sleep(0.2)
"""


def sockets_of(script: str, home: Path) -> set[str]:
    """Run a script with `home` as its home and cache; all sockets it ever held open."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("XDG_", "ORT_"))}
    process = subprocess.Popen([sys.executable, "-c", script],
                               env=kept | {"HOME": str(home), "PYTHONPATH": str(ROOT)})
    held: set[str] = set()
    while process.poll() is None:
        held |= {link for link in links(Path(f"/proc/{process.pid}/fd")) if "socket:" in link}
        time.sleep(0.01)
    assert process.returncode == 0
    return held


def links(folder: Path) -> Iterator[str]:
    with suppress(OSError):  # the process is gone
        for entry in folder.iterdir():
            with suppress(OSError):  # closed meanwhile
                yield str(entry.readlink())


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    assert sockets_of(A_SHORT_CALL, tmp_path)


def test_a_long_check_opens_no_socket_and_leaves_nothing_at_home(tmp_path: Path) -> None:
    assert sockets_of(A_LONG_CHECK, tmp_path) == set()
    assert [str(path) for path in tmp_path.rglob("*")] == []


def test_onnxruntime_is_imported_in_one_place() -> None:
    importers = {path.relative_to(ROOT).as_posix() for path in (ROOT / "align").rglob("*.py")
                 if any("onnxruntime" in name for name in imported(path))}
    assert importers == set()  # engine.py imports it by name, after the switch
    text = (ROOT / "align" / "tagger" / "engine.py").read_text()
    assert text.index("ORT_DISABLE_TELEMETRY") < text.index('import_module("onnxruntime")')


@pytest.mark.parametrize("content", [
    b"", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 34354676\n", b"x" * 5000,
    run.WEIGHTS.read_bytes()[:1_000_000], run.WEIGHTS.read_bytes()[:-1000],
], ids=["empty", "a git-lfs pointer", "no network", "cut short", "cut near its end"])
def test_damaged_weights_are_told_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tagger.onnx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="git lfs pull" if b"git-lfs" in content else "damaged"):
        run.load(path)


def imported(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found
