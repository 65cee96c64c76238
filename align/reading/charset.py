"""Bytes to text: the right charset, never mojibake.

The order: byte order mark; UTF-16 or UTF-32 shown by the placing of zero bytes; UTF-8 if the bytes
are (nothing else looks like it by chance); what the page or server declares, taken as browsers
take it (Latin-1 means Windows-1252); mostly-UTF-8 with stray Windows-1252 bytes; a guess.
"""

from __future__ import annotations

import codecs
import re

from align.errors import InputError

_MARKS = (  # UTF-32 before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)|"""
    rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", re.I)
_TRIED = ("utf-8", "utf-16le", "utf-16be")
_NO_TEXT = ("replacement", "x-user-defined")  # stand-ins of the standard
_HEAD = 4096
_GUESSED_OVER = 200_000  # bytes shown to charset-normalizer

# What UTF-8 looks like once it has been read as Windows-1252 or Latin-1, perhaps twice.
_SCRAMBLED = re.compile("â€|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]|â[\u0080-\u009f]"
                        "|Å[\u0080-\u00bf]|ð[\u009fŸ]")
# A line, or of a very long one some 20,000 code points: ftfy takes longer with more than in step.
_STRETCH = re.compile(r"[^\n]{1,20000}(?!\S)|[^\n]{1,20000}")
_LOST_MARK = "â€\ufffd"  # a closing quotation mark; its last byte has no sign


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of some bytes, and the charset they were read in.

    Args:
        declared: the charset the server states, if any. What the page itself states is found here.

    Raises:
        InputError: the bytes are no text.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark):], charset), charset
    wide = _by_zero_bytes(data)
    if wide:
        return _wide(data, wide), wide
    try:
        return unscrambled(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    for charset in (declared, _stated(data)):
        text = _declared(data, charset)
        if text:
            return unscrambled(text[0]), text[1]
    mixed, charset = _mixed(data)
    return (mixed, charset) if charset else _guessed(data)


def unscrambled(text: str) -> str:
    """`â€œ` back to `“`: text that was UTF-8, was read as another charset and stored so.

    Only lines that show the signs are mended, by `ftfy` (which measured better than own tables:
    40 of 40 invented lines against 12, with Latin-1 and text scrambled twice among them).
    """
    if not _SCRAMBLED.search(text):
        return text
    return _STRETCH.sub(lambda found: _mended(found.group()), text.replace(_LOST_MARK, "”"))


def _mended(line: str) -> str:
    if not _SCRAMBLED.search(line):
        return line
    from ftfy import TextFixerConfig, fix_text

    return fix_text(line, TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False,
        fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False,
        fix_surrogates=False, remove_control_chars=False, normalization=None, explain=False))


def is_wide(data: bytes) -> bool:
    """Whether bytes are UTF-16 or UTF-32, with a byte order mark or without."""
    return data.startswith(tuple(mark for mark, _ in _MARKS[1:])) or bool(_by_zero_bytes(data))


def _wide(data: bytes, charset: str) -> str:
    """A cut last character is dropped; one broken inside means that this is no text."""
    unit = 1 if charset == "utf-8" else int(charset[4:6]) // 8
    whole = data[:len(data) - len(data) % unit]
    try:
        return codecs.getincrementaldecoder(charset)().decode(whole)
    except UnicodeDecodeError as error:
        if charset == "utf-8":
            return _mixed(data, always=True)[0]
        raise InputError("This is not readable text (its characters are broken); save the article "
                         "as UTF-8 text or HTML.") from error


def _by_zero_bytes(data: bytes) -> str:
    """UTF-16 or UTF-32 of mostly Latin text has its zero bytes all in the same places."""
    head = data[:_HEAD]
    if b"\0" not in head or len(head) < 4:
        return ""
    quarter = len(head) // 4
    zeros = [head[place:quarter * 4:4].count(0) / quarter for place in range(4)]
    empty = tuple(share > 0.6 for share in zeros)
    shapes: dict[tuple[bool, ...], str] = {
        (False, True, True, True): "utf-32-le", (True, True, True, False): "utf-32-be",
              (False, True, False, True): "utf-16-le", (True, False, True, False): "utf-16-be"}
    return shapes.get(empty, "")


def _stated(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _declared(data: bytes, charset: str) -> tuple[str, str] | None:
    """Decoded as declared, if that names an encoding of text that can be true here.

    The names are those of the WHATWG Encoding Standard, and mean what they mean there: Python knows
    others by which a page could have itself unzipped. UTF-8 and the wide ones were tried before.
    """
    from webencodings import lookup

    encoding = lookup(charset.strip())
    if encoding is None or encoding.name in (*_TRIED, *_NO_TEXT):
        return None
    name = encoding.codec_info.name
    try:
        return data.decode(name), name
    except UnicodeError:
        return (_cp1252(data), name) if name == "cp1252" else None


def _mixed(data: bytes, *, always: bool = False) -> tuple[str, str]:
    """UTF-8 with stray Windows-1252 bytes, if most of what is not ASCII is UTF-8; else "" twice."""
    strays = 0

    def stray(error: UnicodeError) -> tuple[str, int]:
        nonlocal strays
        assert isinstance(error, UnicodeDecodeError)
        if not strays and error.reason == "unexpected end of data":
            return "", len(data)
        strays += 1
        return _cp1252(error.object[error.start:error.start + 1]), error.start + 1

    codecs.register_error("selaras-stray", stray)
    text = data.decode("utf-8", "selaras-stray")
    whole = sum(char > "\x7f" for char in text) - strays
    if always or whole >= strays:
        return unscrambled(text), "utf-8"
    return "", ""


def _guessed(data: bytes) -> tuple[str, str]:
    """Windows-1252 unless the text it gives is odd; then what charset-normalizer says."""
    western = _cp1252(data)
    if _oddness(western) <= 0.1:
        return western, "cp1252"
    from charset_normalizer import from_bytes

    options = [(_oddness(data.decode("mac_roman")), "mac_roman", data.decode("mac_roman"))]
    best = from_bytes(data[:_GUESSED_OVER]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
            options.append((_oddness(text), best.encoding, text))
        except UnicodeDecodeError:
            pass
    options.append((_oddness(western), "cp1252", western))
    _, charset, text = min(options, key=lambda option: option[0])
    return text, charset


_EXPECTED = re.compile("[“”‘’„«»‹›–—…•·°§©®™£€¥½¼¾²³×\u00a0]")
_WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[ß-öø-ÿāăčćđęěğīıłńňōőřśşšťūůűźżž]|[À-ÖØ-ÞŠŽ](?=[^\W\d_])")


def _oddness(text: str) -> float:
    """The share of non-ASCII characters that running Western text would not have there."""
    rare = sum(char > "\x7f" for char in text)
    if not rare:
        return 0.0
    other_script = sum(char >= "\u0370" and char.isalpha() for char in text)
    fine = len(_EXPECTED.findall(text)) + len(_WITHIN_WORD.findall(text)) + other_script
    return max(0.0, 1.0 - fine / rare)


def _cp1252(data: bytes) -> str:
    """Windows-1252 as browsers read it: the five bytes it lacks become controls, later dropped."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        lacking = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
        return "".join(lacking.get(code) or bytes([code]).decode("cp1252") for code in data)
