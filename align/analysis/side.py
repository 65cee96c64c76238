"""One text of a pair, and all that is read in it: each reading is made once, when first wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from align.mentions.dates import DatePart, read_dates
from align.mentions.modality import Cue, read_modal_verbs, read_modality
from align.mentions.names import Name, read_names
from align.mentions.numbers import Number, read_numbers
from align.mentions.polarity import Mark, read_polarity
from align.mentions.quotations import Stretch, read_quotes
from align.mentions.titles import Title, read_titles
from align.reading.noise import noise_in
from align.text import Language
from align.text.tokens import Token, tokens, words


@dataclass(frozen=True, eq=False)
class Side:
    """The text of one side of a bead, or of a stretch of its article.

    Spans of what is read are code points [start, end) into `text`.

    Args:
        around: the sentences just before and after it in its article, empty if there are none.
        article: the whole article it is from, shared by all its sides; None for a lone pair.
    """

    text: str
    language: Language
    around: Side | None = None
    article: Side | None = field(default=None, repr=False)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    @cached_property
    def whole(self) -> tuple[int, int]:
        """The span of the text without the blanks around it."""
        start = len(self.text) - len(self.text.lstrip())
        return start, max(start, len(self.text.rstrip()))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Words, figures and marks, as links are made between them."""
        return tuple(words(self.text, doubling=self.language == "id"))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, figures and signs, as the exact readers see them."""
        return tokens(self.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text, as it is written."""
        return Counter(token.text for token in self.tokens)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Stated numbers with their units."""
        return read_numbers(self.text, self.language)

    @cached_property
    def dates(self) -> tuple[DatePart, ...]:
        """Parts of dates, clocks and relative dates."""
        return read_dates(self.text, self.language)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Names of people, places, nations and bodies."""
        return read_names(self.text, self.language)

    @cached_property
    def polarity(self) -> tuple[Mark, ...]:
        """What denies or makes possible."""
        return read_polarity(self.text, self.language)

    @cached_property
    def modality(self) -> tuple[Cue, ...]:
        """Stated possibility, necessity and certainty."""
        return read_modality(self.text, self.language)

    @cached_property
    def modal_verbs(self) -> tuple[Cue, ...]:
        """Modal verbs one by one."""
        return read_modal_verbs(self.text, self.language)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Ranks and what qualifies them."""
        return tuple(read_titles(self.text, self.language))

    @cached_property
    def noise(self) -> tuple[tuple[int, int], ...]:
        """Stretches of the press itself that say nothing of the story: credits, datelines."""
        return noise_in(self.text)

    @cached_property
    def quotes(self) -> tuple[Stretch, ...]:
        """Stretches inside quotation marks."""
        return tuple(read_quotes(self.text))
