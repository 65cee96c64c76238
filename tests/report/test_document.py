"""The page is whole, escaped, and asks nothing of the network."""

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Article, Bead, Review, Sentence
from align.report import page
from align.report.document import script_json, style

VOID = {"meta", "link", "input", "br", "path", "rect", "image"}


class Tree(HTMLParser):
    """Collects elements and checks that every one is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.setdefault(self.open[-1] if self.open else "", []).append(data)


def said(text: str) -> dict:
    return json.loads(re.search(r'id="selaras-data">(.*?)</script>', text, re.S)[1])


def hostile(words: str) -> Review:
    article = Article(title=words, byline=words, url=words, language=words, text=words,
                      sentences=(Sentence(words, 1, 0, len(words)),))
    return Review(words, article, article, (Bead((0,), (0,)),), (),
                  {"notes": [{"message": words, "pesan": words}],
                   "versions": [{"source": start + words, "title": "T" + words,
                                 "published": "P" + words, "only": ["O" + words]}
                                for start in ("file ", "https://")]})


def test_every_element_is_closed(review):
    assert Tree(page(review)).open == []


def test_the_two_scripts_are_ours(review):
    scripts = [attrs for tag, attrs in Tree(page(review)).found if tag == "script"]
    assert [script.get("type") for script in scripts] == ["application/json", "module"]


def test_nothing_points_to_the_network(review):
    tree = Tree(page(review))
    links = {(tag, attrs[name]) for tag, attrs in tree.found for name in ("src", "href")
             if attrs.get(name) and not attrs[name].startswith(("#", "data:"))}
    assert links == {("a", "https://example.org/bridge")}
    assert "@import" not in style()
    assert "url(" not in style()


def test_an_address_that_is_not_http_is_no_link(review):
    assert "javascript:" not in page(review)


def test_the_policy_names_the_style_and_the_module_as_they_stand(review):
    text = page(review)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    for kind, body in (("style", re.search(r"<style>(.*?)</style>", text, re.S)[1]),
                       ("script", re.search(r'type="module">(.*?)</script>', text, re.S)[1])):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def elements(tree: Tree) -> Counter[str]:
    return Counter(tag for tag, _ in tree.found if tag != "a")


@pytest.mark.parametrize("words", [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "]]>",
    "\u2028\u2029", "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "{{ 7 * 7 }}",
    "&amp;&lt;", "<img src=x onerror=alert(1)>", "\ud800 alone", "http://[::1", "</style><b>",
    "javascript:alert(1)", "\x00\x1b[31m", "\u202eesrever",
], ids=ascii)
def test_hostile_text_shows_as_text(words):
    text = page(hostile(words))
    assert text == text.encode().decode()
    tree = Tree(text)
    assert tree.open == []
    assert elements(tree) == elements(Tree(page(hostile("harmless"))))
    assert not any(name.startswith("on") for _, attrs in tree.found for name in attrs)


@settings(deadline=None, max_examples=50)
@given(st.recursive(st.text(max_size=8) | st.integers() | st.none(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
                    max_leaves=6))
def test_script_json_can_be_read_back_and_cannot_break_out(value):
    text = script_json(value)
    assert json.loads(text) == value
    assert text.isascii()
    assert not set("<>&") & set(text)


def test_both_languages_are_at_hand(review):
    texts = said(page(review))["texts"]
    assert len(texts["en"]) == len(texts["id"])
    assert "1,4 miliar menjadi 1,4 juta." in texts["id"]


def test_a_flag_without_an_indonesian_message_speaks_english(review):
    texts = said(page(review))["texts"]
    assert texts["id"][texts["en"].index("“public” was left out.")] == "“public” was left out."


def test_the_page_can_begin_in_indonesian(review):
    text = page(review, language="id")
    assert '<html lang="id">' in text
    assert "10 temuan: 2 kritis, 4 berat, 4 ringan" in text


def test_one_flag_is_singular(review):
    assert "1 flag: 1 critical" in page(replace(review, flags=review.flags[:1]))


def test_a_review_without_flags_promises_nothing(review):
    text = page(replace(review, flags=()))
    assert "No flags" in text
    assert "no proof" in text


def test_an_empty_review_is_a_page():
    assert Tree(page(Review("", Article(), Article(), (), ()))).open == []


def test_what_the_pipeline_notes_stands_on_top(review):
    text = page(replace(review, summary={"notes": ["No sentence in common."]}))
    assert "No sentence in common." in text


@pytest.mark.parametrize("notes", [None, 3, "text", [None], [{"pesan": 1}], {}], ids=repr)
def test_strange_notes_do_no_harm(review, notes):
    assert page(replace(review, summary={"notes": notes}))


def test_the_same_review_gives_the_same_page(review):
    assert page(review) == page(review)
