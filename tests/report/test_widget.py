"""The notebook widget holds what the page holds."""

import sys

import pytest

from align.errors import MissingExtraError
from align.report import page, widget
from align.report.document import asset
from align.report.notebook import _widget_class


def test_the_widget_shows_the_markup_of_the_page(review):
    made = widget(review)
    assert made.html in page(review)
    assert set(made.data["texts"]) == {"en", "id"}


def test_the_widget_shares_module_and_style(review):
    made = widget(review)
    assert made._esm == asset("page.js")
    assert made._css == asset("page.css")


def test_without_anywidget_the_message_names_the_extra(review, monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    _widget_class.cache_clear()
    try:
        with pytest.raises(MissingExtraError, match=r"selaras\[notebook\]"):
            widget(review)
    finally:
        _widget_class.cache_clear()
