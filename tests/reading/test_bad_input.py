"""What cannot be read is refused in one sentence that says how to mend it."""

# ruff: noqa: E501  (tables of examples)
import io
import os
import random
import zipfile
from types import SimpleNamespace

import pytest

from align.errors import FetchError, InputError
from align.fetching import Fetched
from align.reading import parse, read


def zipped(name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "<w/>")
    return out.getvalue()


@pytest.mark.parametrize(("data", "words"), [
    (b"", "empty"), (b" \n\t\r\n ", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\xff\xfe", "empty"),
    (b"%PDF-1.7\n%\xe2\xe3", "PDF.*txt"), (b"\n\n%PDF-1.4", "PDF"), (zipped(), "office document.*txt"),
    (b"\x89PNG\r\n\x1a\n\0\0", "image"), (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "office document"), (b"{\\rtf1 x}", "rich text"),
    (bytes(range(256)) * 40, "binary"), (bytes(5000), "empty"), (b"\x7fELF\2\1\1", "program"),
    (random.Random(1).randbytes(4000), "binary"), (random.Random(2).randbytes(300), "binary"),
    (b"\x1f\x8b\x08 nonsense", "gzip"),
    (b"Your email address will not be published.\n\n*", "No story"),
], ids=lambda value: repr(value[:8]) if isinstance(value, bytes) else None)
def test_unreadable_bytes(data, words, tmp_path):
    path = tmp_path / "input"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read(path)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message


def test_a_folder(tmp_path):
    with pytest.raises(InputError, match="is a folder; name one article"):
        read(tmp_path)


def test_a_missing_path(tmp_path):
    with pytest.raises(InputError, match="no file"):
        read(tmp_path / "missing.txt")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, ""])
def test_names_that_are_none(name):
    with pytest.raises(InputError):
        read(name)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who is not root")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "closed.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(InputError, match="permissions"):
        read(path)


def test_standard_input(monkeypatch):
    text = b"Judul berita\n\nDia tidak tahu kapan itu akan kembali."
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
    assert read("-").title == "Judul berita"


def test_far_too_large(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(40 * 2**20)
        file.write(b"text " * 100)
    with pytest.raises(InputError, match="larger than 32 MB"):
        read(path)
    with pytest.raises(InputError, match="larger than 12 MB"):
        parse(b"word " * 3_000_000)


def test_control_characters_are_removed():
    article = parse(b"Judul\x07 berita\n\nDia\x1b[31m tidak\x08 tahu kapan\x00 itu akan kembali lagi.")
    assert article.paragraphs == ("Judul berita", "Dia[31m tidak tahu kapan itu akan kembali lagi.")


@pytest.mark.parametrize(("data", "kind", "outcome"), [
    (b"<p>Please enable JS and disable any ad blocker</p>", "text/html", "blocked"),
    (b"%PDF-1.7", "text/html", "not an article"), (b"", "text/html", "not an article"),
])
def test_what_goes_wrong_on_the_web_is_typed(data, kind, outcome):
    with pytest.raises(FetchError) as caught:
        read("https://example.org/", client=lambda url: Fetched(data, url, kind))
    assert caught.value.outcome == outcome


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "http://127.0.0.1/",
                                 "data:text/html,x", "http://169.254.169.254/"])
def test_urls_that_are_not_opened(url):
    with pytest.raises(FetchError) as caught:
        read(url)
    assert caught.value.outcome == "refused address"


def test_the_server_tells_the_charset():
    data = "<h1>Quarren café</h1><p>Soon, it said — “yes”.</p>".encode("cp1252")
    article = read("https://example.org/x", client=lambda url: Fetched(
        data, url, "text/html; charset=ISO-8859-1"))
    assert article.paragraphs == ("Quarren café", "Soon, it said — “yes”.")
    assert (article.url, article.provenance["charset"]) == ("https://example.org/x", "cp1252")
