"""What cannot be read, told from its first bytes, each with what to do about it."""

from __future__ import annotations

from align.errors import InputError

_AS_TEXT = "copy its text, or save it as .txt or .html"
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _AS_TEXT),
    (b"PK\x03\x04", "a zip archive or an office document", _AS_TEXT),
    (b"PK\x05\x06", "an empty zip archive", "name the article itself"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _AS_TEXT),
    (b"{\\rtf", "a rich text document", _AS_TEXT),
    (b"\x89PNG\r\n", "an image", "give the article as text"),
    (b"\xff\xd8\xff", "an image", "give the article as text"),
    (b"GIF87a", "an image", "give the article as text"),
    (b"GIF89a", "an image", "give the article as text"),
    (b"II*\0", "an image", "give the article as text"),
    (b"MM\0*", "an image", "give the article as text"),
    (b"RIFF", "a picture or sound", "give the article as text"),
    (b"\0\0\0\x18ftyp", "a video", "give the article as text"),
    (b"\0\0\0\x1cftyp", "a video", "give the article as text"),
    (b"\0\0\0\x20ftyp", "a video", "give the article as text"),
    (b"ID3", "a sound file", "give the article as text"),
    (b"\x7fELF", "a program", "name the article itself"),
    (b"MZ\x90\0", "a program", "name the article itself"),
    (b"SQLite format 3\0", "a database", "use it as a store with --store, or name an article"),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "unpack it and name the article"),
    (b"Rar!", "an archive", "unpack it and name the article"),
    (b"BZh", "an archive", "unpack it and name the article"),
    (b"\xfd7zXZ\0", "an archive", "unpack it and name the article"),
    (b"\x28\xb5\x2f\xfd", "an archive", "unpack it and name the article"),
    (b"PAR1", "a Parquet table", "name one article"),
)
_CONTAINERS = (b"\x1f\x8b", b"WARC/")  # gzip and web archives, whose contents are looked at later
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_HEAD = 8192


def refuse_unreadable(data: bytes, name: str) -> None:
    """Pass text of any charset and kind, refuse everything else.

    Raises:
        InputError: empty, or of a kind that holds no readable text, saying how to mend it.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{name} is empty; give an article with text in it.")
    if data.startswith(_CONTAINERS):
        return
    for mark, kind, mend in _KINDS:
        if data.startswith(mark):
            raise InputError(f"{name} is {kind}, which Selaras does not read; {mend}.")
    if b"%PDF-" in data[:1024]:
        raise InputError(f"{name} is a PDF, which Selaras does not read; {_AS_TEXT}.")
    if _is_binary(data[:_HEAD]):
        raise InputError(f"{name} is a binary file, not text; {_AS_TEXT}.")


def _is_binary(head: bytes) -> bool:
    """Zero bytes that UTF-16 or UTF-32 does not explain, or many other control bytes."""
    from align.reading.charset import is_wide

    if is_wide(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL))
    is_utf8 = "\ufffd" not in head[:-4].decode("utf-8", "replace")
    most = max(3, (0.1 if is_utf8 else 0.02) * len(head))
    return head.count(0) > max(3, 0.01 * len(head)) or controls > most
