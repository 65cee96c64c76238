"""axe-core finds nothing wrong in any state of the page."""

from importlib.resources import files

import pytest

from align.model import Article, Review
from align.naming import named
from align.report import page
from align.report.index import index, message
from align.review.agreement import agreement
from align.review.overview import Line

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def axe():
    pytest.importorskip("axe_core_python")
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")


def violations(tab, axe):
    tab.evaluate(axe)
    found = tab.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [(each["id"], node["html"][:200]) for each in found["violations"]
            for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "keys"), [
    (1400, []), (1400, ["n", "t", "n", "f", "u"]), (1400, ["n", "e"]), (1400, ["n", "a"]),
    (1400, ["?"]), (1400, ["/"]), (1400, ["n", "i", "t", "d", "y"]), (400, ["n"]),
    (400, ["n", "l"]), (800, ["n", "c"]),
], ids=str)
def test_no_state_of_the_page_violates(tab, axe, versioned, tmp_path, scheme, width, keys):
    (tmp_path / "report.html").write_text(page(named(versioned)), "utf-8")
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    tab.goto((tmp_path / "report.html").as_uri())
    for key in keys:
        tab.keyboard.press(key)
    found = violations(tab, axe)
    tab.set_viewport_size({"width": 1400, "height": 900})
    tab.emulate_media(color_scheme="light")
    assert found == []


LINES = [Line("a", "Feri", "example.org", "2021-03-04", 8, 3, 2, 0, "critical", {"Sari": True}),
         Line("b", "Kapal", "", "", 0, 0, 0, 0, "", {}, problem="not a review")]


def test_neither_does_the_list_nor_a_message_nor_an_empty_review(tab, axe, tmp_path):
    for html in (index(LINES, "Sari", agreement(())), message("Something."),
                 page(Review("", Article(), Article(), (), ()))):
        (tmp_path / "page.html").write_text(html, "utf-8")
        tab.goto((tmp_path / "page.html").as_uri())
        assert violations(tab, axe) == []
