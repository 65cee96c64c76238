"""The campaign, by the rules its loader checks and the offsets its page counts by."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.export.documents import Document
from align.export.rows import rows
from align.model import Review


def page_characters(text: str) -> list[str]:
    """What the page makes spans of: UTF-16 units, but a line break is a <br>."""
    raw = text.encode("utf-16-le")
    units = [raw[i:i + 2].decode("utf-16-le", "surrogatepass") for i in range(0, len(raw), 2)]
    return [unit for unit in units if unit != "\n"]


def demand_valid(campaign: Any) -> None:
    assert campaign["info"]["assignment"] == "single-stream"
    assert isinstance(campaign["campaign_id"], str)
    for document in campaign["data"]:
        assert document
        for item in document:
            assert isinstance(item.get("src", ""), str)
            assert all(isinstance(text, str) and not name.isdigit()
                       for name, text in item["tgt"].items())
            for name, spans in item.get("error_spans", {}).items():
                length = len(page_characters(item["tgt"][name]))
                for span in spans:
                    assert 0 <= span["start_i"] <= span["end_i"] <= length
                    assert span["severity"] in ("minor", "major")


def test_flags_are_filled_in(ferry: Review, written: Any) -> None:
    campaign = json.loads(written("pearmut", Document("dok", ferry))[0]["corpus"])
    demand_valid(campaign)
    (document,) = campaign["data"]
    assert [item["item_id"] for item in document] == ["dok#0", "dok#1", "dok#3"]
    text = document[1]["tgt"]["rewrite"]
    assert [text[span["start_i"]:span["end_i"] + 1]
            for span in document[1]["error_spans"]["rewrite"]] == ["Ada", "pasti"]
    assert "src" not in document[2]


def test_what_is_missing_is_marked_on_the_token_for_it(ferry: Review, written: Any) -> None:
    from dataclasses import replace

    flag = replace(ferry.flags[0], target=(), category="omission")
    campaign = json.loads(written("pearmut", replace(ferry, flags=(flag,)))[0]["corpus"])
    (span,) = campaign["data"][0][1]["error_spans"]["rewrite"]
    assert span["start_i"] == span["end_i"] == len("Ada tanggal. Itu pasti.")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_offsets_are_those_of_the_page(plain_review: Callable[..., Review], written: Any,
                                       any_text: Any, data: Any) -> None:
    document = Document("dok", plain_review(data.draw(any_text), data.draw(any_text)))
    campaign = json.loads(written("pearmut", document)[0]["corpus"])
    demand_valid(campaign)
    row = next(rows(document))
    start, end = row.flags[0].target[0]
    wanted = row.target[start:end].replace("\n", "")
    if wanted:
        item = campaign["data"][0][0]
        span = item["error_spans"]["rewrite"][0]
        shown = page_characters(item["tgt"]["rewrite"])[span["start_i"]:span["end_i"] + 1]
        assert "".join(shown) == "".join(page_characters(wanted))


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "<iframe >"])
def test_a_text_is_never_taken_for_a_tag(text: str, plain_review: Callable[..., Review],
                                         written: Any) -> None:
    campaign = json.loads(written("pearmut", plain_review(text, text))[0]["corpus"])
    item = campaign["data"][0][0]
    assert item["src"] == item["tgt"]["rewrite"] == f" {text}"
    span = item["error_spans"]["rewrite"][0]
    assert item["tgt"]["rewrite"][span["start_i"]:span["end_i"] + 1] == text[:2]
