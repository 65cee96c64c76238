"""The versions of the original that were tried: on the page, in the notebook, in the terminal."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from align.report import page, terminal, widget
from align.report.document import fragment
from align.report.versions import versions
from align.report.words import covers, likely, only_here

KEYS = ["source", "title", "published", "score", "coverage", "later", "only", "chosen"]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=12)


def items(review, language="en"):
    """What each version says on the page, without its markup."""
    html = fragment(review, language=language)[0]
    section = re.search(r'<section class="versions".*?</ol>', html, re.S)[0]
    parts = re.split(r"<li(?: class=\"chosen\")?>\n", section)[1:]
    return [" ".join(re.sub(r"<[^>]*>", " ", part).split()) for part in parts]


def shown(review, language="en"):
    console = Console(file=io.StringIO(), width=1000)
    terminal(review, console, language=language)
    return console.file.getvalue().splitlines()


def told(review, *tried):
    return replace(review, summary={"versions": list(tried)})


def test_each_version_says_what_is_known_of_it(versioned):
    first, second, third = items(versioned)
    assert first == (
        "Harbour board delays bridge vote after engineers raise alarm Chosen "
        "https://example.org/bridge 2021-03-03 94% likely covers 87% of the rewrite "
        "1 sentence only this version has She said at least 14 companies had shown interest.")
    assert second == (
        "Harbour board to vote on bridge versions/early.txt undated 6% likely "
        "covers 70% of the rewrite all its sentences are in other versions too")
    assert "<1% likely covers 80% of the rewrite filed after the rewrite" in third.replace(
        "&lt;", "<")


def test_versions_in_indonesian(versioned):
    first, second, third = items(versioned, "id")
    assert "Dipilih" in first
    assert "kemungkinan 94% mencakup 87% saduran" in first
    assert "tanpa tanggal" in second
    assert "terbit setelah saduran 2 kalimat yang hanya ada dalam versi ini" in third


def test_one_version_is_marked_as_chosen(versioned):
    assert page(versioned).count('<li class="chosen">') == 1


def test_without_versions_nothing_is_said_of_them(review):
    assert 'class="versions"' not in page(review)
    assert shown(review)[3] == ""


def test_only_an_http_source_is_a_link(versioned):
    tried = ({"source": "javascript:alert(1)", "title": "A"},
             {"source": "https://example.org/a\" onclick=\"b", "title": "B"})
    html = fragment(told(versioned, *tried))[0]
    assert 'href="javascript' not in html
    assert 'href="https://example.org/a&#34; onclick=&#34;b"' in html


@pytest.mark.parametrize(("tried", "said"), [
    ({}, "Version 1 undated"),
    ({"source": "a.txt"}, "a.txt undated"),
    ({"title": "T", "only": "text"}, "T undated"),
    ({"title": "T", "score": True, "coverage": "much"}, "T undated"),
    ({"title": "T", "score": float("nan"), "coverage": 7}, "T undated"),
    ({"title": ["T"], "published": 2021, "later": "yes", "chosen": 1}, "Version 1 undated"),
    ({"title": "T", "only": [None, "", "One."]},
     "T undated 1 sentence only this version has One."),
], ids=repr)
def test_what_is_missing_or_odd_is_not_shown(review, tried, said):
    assert items(told(review, tried)) == [said]


@settings(deadline=None, max_examples=60)
@given(tried=ODD)
def test_any_summary_is_shown(review, tried):
    odd = replace(review, summary={"versions": tried})
    assert page(odd)
    assert shown(odd)


@pytest.mark.parametrize("tried", [None, 3, "text", {}, [None, "text", 3], []], ids=repr)
def test_no_versions_in_what_is_no_list_of_objects(review, tried):
    assert versions(replace(review, summary={"versions": tried})) == ()


def test_the_terminal_names_the_chosen_version_and_the_others(versioned):
    lines = shown(versioned)
    assert lines[3] == ("Chosen of 3 versions: https://example.org/bridge "
                        "(2021-03-03, 94% likely, covers 87% of the rewrite)")
    assert lines[4] == (
        "Not chosen: versions/early.txt (undated, 6% likely, covers 70% of the rewrite); "
        "versions/late.txt (2021-03-05T08:00:00Z, <1% likely, covers 80% of the rewrite, "
        "filed after the rewrite)")
    assert lines[5] == ""
    assert shown(versioned, "id")[3].startswith("Dipilih dari 3 versi: ")


def test_the_terminal_keeps_to_two_lines(review):
    many = [{"source": f"v{n}", "chosen": n == 0} for n in range(9)]
    lines = shown(told(review, *many))
    assert lines[4] == "Not chosen: v1 (undated); v2 (undated); v3 (undated); and 5 more"
    assert lines[5] == ""


def test_a_version_cannot_steer_the_terminal(review):
    text = "\n".join(shown(told(review, {"source": "a\x1b[2J\u202eb [bold]", "chosen": True})))
    assert "a [2J b [bold]" in text


def test_the_notebook_shows_the_versions(versioned):
    assert "Harbour board to vote on bridge" in widget(versioned).html


@pytest.mark.parametrize(("share", "said"), [
    (0.0, "0%"), (0.0001, "<1%"), (0.5, "50%"), (0.9999, ">99%"), (1.0, "100%"),
])
def test_a_share_is_not_rounded_to_certainty(share, said):
    assert covers(share) == (f"covers {said} of the rewrite", f"mencakup {said} saduran")


@pytest.mark.parametrize(("score", "said"), [
    (0.0, "<1%"), (0.004, "<1%"), (0.5, "50%"), (0.9949, "99%"), (1.0, ">99%"),
])
def test_no_version_is_certain(score, said):
    assert likely(score) == (f"{said} likely", f"kemungkinan {said}")


def test_one_sentence_is_singular():
    assert only_here(1)[0] == "1 sentence only this version has"
    assert only_here(2)[0] == "2 sentences only this version has"
