"""The notebook widget holds what the page holds."""

import sys

import pytest
from lxml.html import fromstring

from align.errors import MissingExtraError
from align.naming import named
from align.report import widget
from align.report.document import module, style
from align.report.notebook import _widget_class, still
from align.review import journal, load_review
from align.review.events import now


def test_the_widget_shares_module_and_style(review):
    made = widget(review)
    assert made._esm == module()
    assert made._css == style()
    assert set(made.data["texts"]) == {"en", "id"}


def test_decisions_go_to_the_folder_and_are_answered(review, tmp_path, monkeypatch):
    review = named(review)
    made = widget(review, tmp_path, by="Sari")
    answers = []
    monkeypatch.setattr(made, "send", answers.append)
    event = {"v": 1, "id": "s.1", "at": now(), "by": "x", "pair": "x", "verb": "verdict",
             "value": "true", "flag": review.flags[0].id}
    made._handle_custom_msg({"round": 1, "events": [event]}, [])
    made._handle_custom_msg({"round": 2, "events": [{"verb": "delete"}]}, [])
    assert [bool(answer["problem"]) for answer in answers] == [False, True]
    (kept,) = journal.read(tmp_path / journal.FOLDER).events
    assert (kept.by, kept.shown["words"][0]) == ("Sari", ["$1.4 billion"])
    again = widget(load_review(tmp_path), tmp_path, by="Sari")
    assert [event["id"] for event in again.data["desk"]["events"]] == ["s.1"]
    assert widget(review, tmp_path, by="Budi").data["desk"]["events"] == []


def test_the_still_needs_no_script_and_nothing_from_outside(review):
    html = still(review)
    tags = [tag.tag for tag in fromstring(html).iter() if isinstance(tag.tag, str)]
    assert not {"script", "button", "form", "link", "img", "iframe"} & set(tags)
    assert "A denial became an affirmation." in html


def test_without_anywidget_the_message_names_the_extra(review, monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    _widget_class.cache_clear()
    try:
        with pytest.raises(MissingExtraError, match=r"selaras\[notebook\]"):
            widget(review)
    finally:
        _widget_class.cache_clear()
