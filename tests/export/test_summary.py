"""The page that tells what was exported."""

from pathlib import Path

from lxml import html

from align.export import export
from align.export.summary import summary_page, write_summary
from align.export.tally import Tally
from align.model import Review


def test_it_tells_counts_and_shows_three_charts(ferry: Review, tmp_path: Path) -> None:
    from dataclasses import replace

    tally = Tally()
    hostile = replace(ferry, signature="<script>alert(1)</script>")
    done = export([hostile], tmp_path / "out", watch=tally.add)
    write_summary(tally, done, tmp_path / "page.html")
    raw = (tmp_path / "page.html").read_text("utf-8")
    page = html.fromstring(raw)
    assert page.findtext(".//h1") == "4 rows of 1 documents"
    rows = {line[0].text_content(): line[-1].text_content() for line in page.iter("tr")}
    assert rows["match"] == "2"
    assert rows["negation"] == "1"
    assert len(page.findall(".//svg")) == 3
    assert page.find(".//script") is None
    assert "src=" not in raw
    assert "http" not in raw.replace("http-equiv", "")


def test_nothing_written_is_a_page_too(tmp_path: Path) -> None:
    done = export([], tmp_path / "out")
    assert "0 rows of 0 documents" in summary_page(Tally(), done)
