"""What the report itself says, each text in every language of the catalogues."""

from __future__ import annotations

from collections.abc import Mapping

from align.messages import Said, languages, phrase, texts
from align.model import Flag

CATEGORY = texts("categories")
SEVERITY = texts("severities")
WORDS = texts("report")
VERDICTS = texts("verdicts")
KEYS = texts("keys")


def flag_text(flag: Flag) -> Said:
    """A flag's message in every language."""
    return tuple(map(flag.said, languages()))


def verdict(counts: Mapping[str, int]) -> Said:
    """The heading: how many flags, and how grave."""
    if not counts["flags"]:
        return phrase("verdict-none")
    graded = [", ".join(f"{counts[name]} {said[i].lower()}" for name, said in SEVERITY.items()
                        if counts[name]) for i in range(len(languages()))]
    return tuple(phrase("verdict", counts["flags"], graded=each)[i]
                 for i, each in enumerate(graded))


def passage(number: int) -> Said:
    """What a row is called by a screen reader."""
    return phrase("passage", number)


def stands_elsewhere(target: tuple[int, ...]) -> Said:
    """The note on a moved bead: where its target really stands."""
    return phrase("stands-elsewhere", target=_run(target))


def see_original(target: tuple[int, ...], source: tuple[int, ...]) -> Said:
    """The note at a moved bead's place in the rewrite: where it is shown."""
    return phrase("see-original", target=_run(target), source=_run(source))


def bead_score(score: float) -> Said:
    """The tooltip of the line that joins two sides."""
    return phrase("bead-score", percent=str(round(100 * score)))


def likely(score: float) -> Said:
    """How probable it is that the rewrite was made from a version: never certain either way."""
    return phrase("likely", share=_percent(min(max(score, 1e-9), 1 - 1e-9)))


def covers(coverage: float) -> Said:
    """How much of the rewrite a version covers."""
    return phrase("covers", share=_percent(coverage))


def version(number: int) -> Said:
    """What a version is called that has no title and no source."""
    return phrase("version", number)


def only_here(count: int) -> Said:
    """The heading of the sentences that no other version has."""
    return phrase("only-here", count)


def chosen_version(tried: int) -> Said:
    """What stands before the chosen version in the terminal."""
    return phrase("chosen-version", tried)


def other_versions(more: int) -> Said:
    """What stands after the versions named in the terminal, where there are more."""
    return phrase("other-versions", more)


def answers() -> dict[str, dict[str, str]]:
    """What the reviewer's desk answers, by language and key: kinds, verdicts and sentences."""
    small = {name: tuple(map(str.lower, said)) for name, said in {**CATEGORY, **SEVERITY}.items()}
    every = {**small, **VERDICTS, **texts("answers")}
    return {code: {key: said[i] for key, said in every.items()}
            for i, code in enumerate(languages())}


def _percent(share: float) -> str:
    """Rounded, but never to certainty: only 0 is 0%, only 1 is 100%."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "<1%"
    return ">99%" if percent == 100 and share < 1 else f"{percent}%"


def _run(numbers: tuple[int, ...]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
