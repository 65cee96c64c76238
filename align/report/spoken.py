"""The texts of one page: said in its first language, and noted by number for the switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.messages import Said, languages, place

if TYPE_CHECKING:
    from markupsafe import Markup


class Spoken:
    """What a page has said so far, each text once; its methods give escaped markup."""

    def __init__(self, language: str) -> None:
        self._first = place(language)
        self._numbers: dict[Said, int] = {}

    def say(self, text: Said) -> Markup:
        """The text as an element."""
        return self._marked('<span data-say="{}">{}</span>', self._number(text), self._in(text))

    def label(self, text: Said) -> Markup:
        """The text as the name that a screen reader speaks."""
        return self._marked('aria-label="{}" data-say-label="{}"', self._in(text),
                            self._number(text))

    def title(self, text: Said) -> Markup:
        """The text as a tooltip."""
        return self._marked('title="{}" data-say-title="{}"', self._in(text), self._number(text))

    def option(self, value: str, text: Said) -> Markup:
        """The text as one of several to choose from."""
        return self._marked('<option value="{}" data-say="{}">{}</option>', value,
                            self._number(text), self._in(text))

    def texts(self) -> dict[str, list[str]]:
        """By language, all that was said, in the order of its numbers."""
        return {code: [text[i] for text in self._numbers] for i, code in enumerate(languages())}

    def _number(self, text: Said) -> int:
        return self._numbers.setdefault(tuple(map(sound, text)), len(self._numbers))

    def _in(self, text: Said) -> str:
        return sound(text[self._first])

    def _marked(self, pattern: str, *parts: object) -> Markup:
        from markupsafe import Markup

        return Markup(pattern).format(*parts)


def sound(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 file can hold, replaced one for one."""
    return text.encode("utf-8", "replace").decode()
