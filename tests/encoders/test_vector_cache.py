import sqlite3
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest

from align.encoders import Encoder
from align.encoders.cache import CachedEncoder, default_path
from align.encoders.windows import mean_windows


class Letters:
    """Encodes a text by its letters, and counts what it was asked."""

    signature = "letters@1"
    dimension = 16

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts):
        self.asked += texts
        vectors = np.zeros((len(texts), 16), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for letter in text:
                row[ord(letter) % 16] += 1
            row /= max(np.linalg.norm(row), 1e-9)
        return vectors

    def encode_windows(self, texts, size):
        return mean_windows(self.encode(texts), texts, size)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "vectors.sqlite"


TEXTS = ["satu", "dua", "", "satu", "tiga\0", "\ud800"]


def test_warm_is_bit_for_bit_cold(path):
    plain = Letters().encode(TEXTS)
    cold = CachedEncoder(Letters(), path).encode(TEXTS)
    within = Letters()
    warm = CachedEncoder(within, path).encode(TEXTS)
    assert within.asked == []
    np.testing.assert_array_equal(cold, plain)
    np.testing.assert_array_equal(warm, plain)
    assert warm.dtype == np.float32


def test_only_missing_texts_are_encoded_each_once(path):
    within = Letters()
    encoder = CachedEncoder(within, path)
    assert isinstance(encoder, Encoder)
    encoder.encode(["a", "b"])
    encoder.encode(["b", "c", "c", "a"])
    assert within.asked == ["a", "b", "c"]
    assert encoder.encode([]).shape == (0, 16)


def test_another_signature_is_another_vector(path):
    CachedEncoder(Letters(), path).encode(["a"])
    other = Letters()
    other.signature = "letters@2"
    CachedEncoder(other, path).encode(["a"])
    assert other.asked == ["a"]


def test_windows_warm_and_grown(path):
    plain = Letters().encode_windows(TEXTS, 3)
    np.testing.assert_array_equal(CachedEncoder(Letters(), path).encode_windows(TEXTS, 3), plain)
    within = Letters()
    encoder = CachedEncoder(within, path)
    np.testing.assert_array_equal(encoder.encode_windows(TEXTS, 3), plain)
    np.testing.assert_array_equal(encoder.encode_windows(TEXTS, 2), plain[:2])
    assert within.asked == []
    assert encoder.encode_windows(TEXTS, 9).shape == (9, len(TEXTS), 16)
    assert encoder.encode_windows([], 2).shape == (2, 0, 16)


def test_runs_that_join_alike_are_told_apart(path):
    encoder = CachedEncoder(Letters(), path)
    first = encoder.encode_windows(["ab", "cdd"], 2)
    second = encoder.encode_windows(["abc", "dd"], 2)
    np.testing.assert_array_equal(second, Letters().encode_windows(["abc", "dd"], 2))
    assert not np.array_equal(first, second)


@pytest.mark.parametrize("content", [
    pytest.param(b"not a database " * 400, id="foreign-file"),
    pytest.param(b"SQLite format 3\0" + b"\xff" * 900, id="damaged-header"),
])
def test_damaged_file_is_begun_anew(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.warns(RuntimeWarning, match="damaged"):
        vectors = CachedEncoder(Letters(), path).encode(TEXTS)
    np.testing.assert_array_equal(vectors, Letters().encode(TEXTS))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CachedEncoder(Letters(), path).encode(TEXTS)
        within = Letters()
        CachedEncoder(within, path).encode(TEXTS)
    assert within.asked == []


def test_vector_of_another_length_counts_as_missing(path):
    CachedEncoder(Letters(), path).encode(["a"])
    with sqlite3.connect(path) as base:
        base.execute("UPDATE vectors SET vector = x'00'")
    within = Letters()
    CachedEncoder(within, path).encode(["a"])
    assert within.asked == ["a"]


@pytest.mark.parametrize("blocked", ["parent-is-a-file", "path-is-a-folder"])
def test_works_where_nothing_can_be_kept(tmp_path, blocked):
    if blocked == "parent-is-a-file":
        (tmp_path / "file").write_text("x")
        path = tmp_path / "file" / "vectors.sqlite"
    else:
        path = tmp_path
    encoder = CachedEncoder(Letters(), path)
    np.testing.assert_array_equal(encoder.encode(TEXTS), Letters().encode(TEXTS))
    np.testing.assert_array_equal(encoder.encode_windows(TEXTS, 2),
                                  Letters().encode_windows(TEXTS, 2))


def test_default_place_is_the_users_cache(monkeypatch, tmp_path):
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert default_path() == tmp_path / "selaras" / "vectors.sqlite"
    assert CachedEncoder(Letters()).signature == "letters@1"


WRITER = """
import sys
from pathlib import Path
import numpy as np
from align.encoders.cache import CachedEncoder

class Lengths:
    signature, dimension = "letters@1", 16
    def encode(self, texts):
        return np.array([[len(text)] * 16 for text in texts], dtype=np.float32)

encoder = CachedEncoder(Lengths(), Path(sys.argv[1]))
for start in range(int(sys.argv[2]), int(sys.argv[2]) + 40):
    encoder.encode(["x" * number for number in range(start, start + 20)])
"""


def test_two_processes_fill_one_file(path):
    writers = [subprocess.Popen([sys.executable, "-W", "error", "-c", WRITER, str(path), start])
               for start in ("0", "10")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    within = Letters()
    vectors = CachedEncoder(within, path).encode(["x" * number for number in range(69)])
    np.testing.assert_array_equal(vectors[:, 0], np.arange(69))
    assert within.asked == []
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
