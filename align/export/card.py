"""The card of a dataset folder: what it holds, how it was made, on what terms."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from align._version import __version__
from align.export.tally import BINS, Tally, flag_table
from align.model import SEVERITIES

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"),
          (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"))
_BAR = 30  # characters of the longest bar


def card(name: str, languages: Sequence[str], splits: Mapping[str, Tally]) -> str:
    """The card as Markdown, its head in the YAML that the hub reads."""
    return "\n".join([*_head(name, languages, splits), "", f"# {_line(name)}", "",
                      *_told(languages, splits), "", "## Sizes", "", *_sizes(splits), "",
                      "## Licences", "", *_licences(splits), "",
                      "## Scores", "", *_histograms(splits), "",
                      "## Flags", "", *_flags(splits), "",
                      "## How it was made", "", *_made(splits), ""])


def _head(name: str, languages: Sequence[str], splits: Mapping[str, Tally]) -> list[str]:
    rows = sum(tally.rows for tally in splits.values())
    size = next((label for limit, label in _SIZES if rows < limit), "n>10M")
    files = [line for split in splits
             for line in (f"  - split: {split}", f"    path: data/{split}-00000.parquet")]
    return ["---", f"pretty_name: {json.dumps(_line(name))}", "language:",
            *(f"- {json.dumps(language)}" for language in dict.fromkeys(languages)),
            "license: other", "task_categories:", "- translation", "size_categories:", f"- {size}",
            "configs:", "- config_name: default", "  data_files:", *files, "---"]


def _told(languages: Sequence[str], splits: Mapping[str, Tally]) -> list[str]:
    documents = len(set().union(*(tally.documents for tally in splits.values())))
    return [f"News stories and the originals they were made from, aligned: {languages[0]} to "
            f"{languages[1]}, {documents} documents.",
            "",
            "Each row is a pair with the probability that its alignment is right (`score`), the "
            "probability that nothing of it needs mending (`faithful`), the flags with their "
            "spans, and the reviewer's decision where there is one. Omissions and additions are "
            "left out, since a text without its other side is no translation."]


def _sizes(splits: Mapping[str, Tally]) -> list[str]:
    return ["| split | rows | documents | stories | source characters | target characters |",
            "|---|---|---|---|---|---|",
            *(f"| {name} | {tally.rows} | {len(tally.documents)} | {len(tally.stories) or ''} | "
              f"{tally.characters['source']} | {tally.characters['target']} |"
              for name, tally in splits.items())]


def _licences(splits: Mapping[str, Tally]) -> list[str]:
    found: dict[str, int] = {}
    for tally in splits.values():
        for licence, count in tally.licences.items():
            found[licence] = found.get(licence, 0) + count
    return ["The texts remain under the terms of their publishers; stated with the articles, by "
            "rows (`source_licence`, `target_licence`):", "",
            *(f"- {_line(licence)}: {count}" for licence, count in sorted(found.items()))]


def _histograms(splits: Mapping[str, Tally]) -> list[str]:
    lines = []
    for title, rows in (("score", [tally.scores for tally in splits.values()]),
                        ("faithful", [tally.faithful for tally in splits.values()])):
        counts = [sum(column) for column in zip(*rows, strict=True)]
        top = max(counts, default=0) or 1
        lines += [f"`{title}`:", "", "```",
                  *(f"{number / BINS:.1f}–{(number + 1) / BINS:.1f} {count:>9} "
                    f"{'#' * round(_BAR * count / top)}".rstrip()
                    for number, count in enumerate(counts)), "```", ""]
    return lines[:-1]


def _flags(splits: Mapping[str, Tally]) -> list[str]:
    found: dict[tuple[str, str], int] = {}
    for tally in splits.values():
        for key, count in tally.flags.items():
            found[key] = found.get(key, 0) + count
    if not found:
        return ["None."]
    return [f"| category | {' | '.join(SEVERITIES)} |", "|---" * (len(SEVERITIES) + 1) + "|",
            *(f"| {category} | {' | '.join(map(str, counts))} |"
              for category, counts in flag_table(found, SEVERITIES))]


def _made(splits: Mapping[str, Tally]) -> list[str]:
    signatures = sorted({signature for tally in splits.values() for signature in tally.signatures})
    return [f"Aligned, checked and exported with Selaras {__version__}. The signature of the "
            "program that made the rows (version, encoder, tagger, checks, settings):", "",
            *(f"- `{_line(signature)}`" for signature in signatures)]


def _line(text: str) -> str:
    return " ".join(text.replace("`", "'").split())
