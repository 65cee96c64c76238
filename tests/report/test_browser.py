"""The page in a real Chromium: what lights up, what is hidden, and that nothing leaves the page."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from align.report import page
from align.report.document import fragment, module
from align.review.events import event

pytestmark = pytest.mark.browser

@pytest.fixture
def report(tab, versioned, tmp_path):
    return show(tab, page(versioned), tmp_path)


def show(tab, html, folder):
    (folder / "report.html").write_text(html, "utf-8")
    tab.goto((folder / "report.html").as_uri())
    return tab


def lit_texts(tab):
    return {side: tab.locator(f".row.lit .{side} mark.lit").all_inner_texts()
            for side in ("source", "target")}


def test_hostile_text_shows_and_does_not_run(report, review):
    assert report.title().startswith(review.rewrite.title)
    last = report.locator(".row").last
    assert "<script>document.title='owned'</script> & others" in last.inner_text()
    assert "</script><script>" in report.locator(".flags").inner_text()


def test_a_click_on_a_flag_lights_both_sides_and_brings_them_into_view(report):
    report.set_viewport_size({"width": 1400, "height": 400})
    report.locator("[data-entry='8'] button").click()
    assert lit_texts(report) == {"source": ["rerouted"], "target": ["di-reroute"]}
    foot = report.locator(".current").bounding_box()["y"]
    for mark in report.locator("mark.lit").all():
        box = mark.bounding_box()
        assert 44 <= box["y"] < box["y"] + box["height"] <= foot
    assert report.locator("[aria-current=true]").count() == 1
    report.set_viewport_size({"width": 1400, "height": 900})


def test_an_omission_lights_the_gap(report):
    report.locator("[data-entry='7'] button").click()
    assert report.locator(".row.lit .target .gap").inner_text() == "Not in the rewrite"


def test_a_click_on_overlapping_marks_goes_through_their_flags(report):
    chosen = []
    for _ in range(3):
        report.locator("mark[data-flag='5']").first.click()
        chosen.append(report.locator("li.lit").get_attribute("data-entry"))
    assert chosen == ["5", "4", "5"]


def test_hover_on_one_side_lights_the_other(report):
    report.locator(".source mark[data-flag='2']").hover()
    assert report.locator(".target mark.near").inner_text() == "menetapkan"
    assert report.locator("li.near").get_attribute("data-entry") == "2"
    report.locator("h1").hover()
    assert report.locator(".near").count() == 0


def test_the_arrows_go_through_a_list_that_is_one_tab_stop(report):
    report.locator("[data-entry='1'] button").focus()
    report.keyboard.press("ArrowDown")
    assert report.locator("li.near").get_attribute("data-entry") == "2"
    assert report.locator(".source mark.near").inner_text() == "did not set"
    report.keyboard.press("Enter")
    assert report.locator("li.lit").get_attribute("data-entry") == "2"
    assert report.locator(".flags [tabindex='0']").count() == 1


def test_j_and_k_step_round_and_escape_lets_go(report):
    def chosen():
        return report.locator("li.lit").get_attribute("data-entry")

    report.keyboard.press("j")
    assert chosen() == "1"
    report.keyboard.press("k")
    assert chosen() == "10"
    report.keyboard.press("j")
    assert chosen() == "1"
    report.keyboard.press("Escape")
    assert report.locator("li.lit, mark.lit").count() == 0


def test_there_are_at_most_25_tab_stops_and_all_is_reached(report):
    report.keyboard.press("j")
    reached = []
    while True:
        report.keyboard.press("Tab")
        stop = report.evaluate("""(() => { const at = document.activeElement;
            const list = [...document.querySelectorAll("*")];
            return at === document.body ? "" : list.indexOf(at) + " " + at.tagName; })()""")
        if not stop or stop in reached:
            break
        reached.append(stop)
    assert {stop.split()[1] for stop in reached} >= {"A", "BUTTON", "DIV", "SUMMARY"}
    assert 10 < len(reached) <= 25


def test_the_filter_takes_flags_off_the_list_and_the_text(report):
    report.get_by_text("Filter and order").click()
    report.locator("label.mistranslation").click()
    assert report.locator(".flags li:visible").count() == 4
    assert report.locator("mark.mistranslation:not(.out)").count() == 0
    report.locator("label.minor").click()
    assert report.locator(".flags li:visible").count() == 2
    report.keyboard.press("j")
    assert report.locator("li.lit").get_attribute("data-entry") == "7"
    report.locator("label.major").click()
    assert report.locator(".none-left").is_visible()
    assert report.locator("li.lit").count() == 0
    report.locator("label.major").click()
    assert report.locator(".flags li:visible").count() == 2


def test_the_language_switch(report):
    report.get_by_role("button", name="Bahasa Indonesia").click()
    assert report.locator(".verdict").inner_text() == "10 temuan: 2 kritis, 4 berat, 4 ringan"
    message = report.locator("[data-entry='1'] .message").inner_text()
    assert message == "1,4 miliar menjadi 1,4 juta."
    assert report.locator("html").get_attribute("lang") == "id"
    assert report.locator(".source").first.get_attribute("lang") == "en"
    report.get_by_role("button", name="English").click()
    assert report.locator(".verdict").inner_text() == "10 flags: 2 critical, 4 major, 4 minor"


def test_the_place_a_moved_passage_left_leads_to_it(report):
    report.locator(".elsewhere").click()
    assert report.evaluate("document.activeElement.dataset.bead") == "9"


def test_the_sentences_of_a_version_show_on_demand(report):
    sentence = report.get_by_text("The mayor resigned.")
    assert sentence.is_hidden()
    report.get_by_text("2 sentences only this version has").click()
    assert sentence.is_visible()
    assert report.get_by_text("“Enough,” she said </details><script>.").is_visible()


@pytest.mark.parametrize("width", [320, 400, 800, 1400])
def test_no_width_needs_sideways_scrolling(report, width):
    report.set_viewport_size({"width": width, "height": 800})
    wide = report.evaluate("document.documentElement.scrollWidth")
    report.set_viewport_size({"width": 1400, "height": 900})
    assert wide <= width


def test_a_word_without_end_does_not_widen_a_phone(tab, review, tmp_path):
    endless = {"source": "https://" + "s" * 900, "title": "t" * 900, "published": "p" * 900,
               "only": ["o" * 900]}
    words = replace(review, signature="x" * 3000, summary={"versions": [endless]}, rewrite=replace(
        review.rewrite, byline="y" * 3000, sentences=tuple(
            replace(s, text=s.text + "z" * 500) for s in review.rewrite.sentences)))
    tab.set_viewport_size({"width": 400, "height": 800})
    show(tab, page(words), tmp_path)
    tab.locator(".versions summary").click()
    wide = tab.evaluate("document.documentElement.scrollWidth")
    tab.set_viewport_size({"width": 1400, "height": 900})
    assert wide <= 400


def test_a_phone_shows_the_chosen_flag_at_the_bottom(report):
    report.set_viewport_size({"width": 400, "height": 800})
    report.get_by_role("button", name="Flags").click()
    report.locator("[data-entry='2'] button").click()
    assert report.locator(".findings").is_hidden()
    bar = report.locator(".current")
    assert "A denial became an affirmation." in bar.inner_text()
    for mark in report.locator("mark.lit").all():
        box = mark.bounding_box()
        assert 0 <= box["y"] < box["y"] + box["height"] <= bar.bounding_box()["y"]
    for name in ("True error", "False alarm", "Unsure"):
        box = bar.get_by_role("button", name=name).bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 80
    bar.get_by_role("button", name="Next flag").click()
    assert "A possibility became a certainty." in bar.inner_text()
    report.set_viewport_size({"width": 1400, "height": 900})


def test_a_chosen_flag_is_announced(report):
    report.keyboard.press("j")
    assert "1.4 billion became 1.4 million." in report.locator(".told[role=status]").inner_text()


@pytest.mark.parametrize(("width", "height", "most"), [(1280, 720, 120), (400, 800, 160)])
def test_the_text_comes_first(report, width, height, most):
    report.set_viewport_size({"width": width, "height": height})
    report.evaluate("scrollTo(0, 0)")
    bar = report.locator(".bar").bounding_box()["height"]
    first = report.locator(".row .sentence").first.bounding_box()["y"]
    report.set_viewport_size({"width": 1400, "height": 900})
    assert bar <= 44
    assert first <= most


def test_the_gap_is_as_tall_as_what_is_missing(report):
    row = report.locator(".row.omission")
    said, gap = (row.locator(part).bounding_box()["height"] for part in (".sentence", ".gap"))
    assert gap >= said


def test_nothing_is_set_smaller_than_12_pixels(report):
    report.keyboard.press("n")
    sizes = report.evaluate("""[...document.querySelectorAll(".selaras *")].flatMap((part) =>
        ["", "::before", "::after"].filter((pseudo) => pseudo
          ? !["none", "normal"].includes(getComputedStyle(part, pseudo).content)
          : [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .map((pseudo) => parseFloat(getComputedStyle(part, pseudo).fontSize)))
        .filter((size) => size > 0)""")
    assert min(sizes) >= 12


def test_decisions_on_a_mailed_page_are_kept_and_saved_as_a_file(report, tmp_path, review):
    for key in "ntft":
        report.keyboard.press(key)
    report.reload()
    assert report.locator("[data-decided]").inner_text() == "3"
    report.get_by_text("Decisions to a file").click()
    report.locator(".name-of").fill("Wati <b>")
    with report.expect_download() as waited:
        report.get_by_role("button", name="Save").click()
    lines = Path(waited.value.path()).read_text("utf-8").splitlines()
    events = [event(json.loads(line)) for line in lines]
    said = [each.value for each in events if each.verb == "verdict"]
    assert said == ["true", "false", "true"]
    assert {each.by for each in events} == {"Wati <b>"}


def test_print_shows_texts_and_list_without_controls(report):
    report.emulate_media(media="print", color_scheme="dark")
    assert report.locator(".filter").is_hidden()
    assert report.locator(".languages").is_hidden()
    assert report.locator(".flags").is_visible()
    white = report.evaluate("getComputedStyle(document.querySelector('.selaras')).backgroundColor")
    assert white == "rgb(255, 255, 255)"
    report.emulate_media(media="screen", color_scheme="light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_enough_from_its_ground(report, scheme):
    """WCAG AA: 4.5 to 1, for every text node and mark, in both schemes."""
    report.emulate_media(color_scheme=scheme)
    report.keyboard.press("j")
    faint = report.evaluate(CONTRAST)
    report.emulate_media(color_scheme="light")
    assert faint == []


def test_the_page_is_whole_without_javascript(chromium, review, tmp_path):
    browser = chromium.browser or pytest.fail("no browser")
    context = browser.new_context(java_script_enabled=False)
    tab = show(context.new_page(), page(review), tmp_path)
    assert tab.locator("mark[data-flag='1']").count() == 2
    context.close()


def test_the_widget_module_renders_the_same(tab, review):
    html, data = fragment(review)
    tab.goto("about:blank")
    tab.evaluate(
        """async ([source, html, data]) => {
            const url = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
            const { default: widget } = await import(url);
            const el = document.body.appendChild(document.createElement("div"));
            window.cleanup = await widget.render({
                model: { get: (name) => ({ html, data })[name], on() {}, send() {} }, el });
        }""", [module(), html, json.loads(json.dumps(data))])
    tab.locator("[data-entry='2'] button").click()
    assert lit_texts(tab) == {"source": ["did not set"], "target": ["menetapkan"]}
    tab.evaluate("window.cleanup()")


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const grounds = (node) => {
    const all = [];
    for (let at = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const lined = /rgb[^)]*\\)/.exec(style.backgroundImage);
      all.unshift(style.backgroundColor, ...(lined && at.matches(".row") ? [lined[0]] : []));
    }
    return all;
  };
  const faint = [];
  const walk = document.createTreeWalker(document.querySelector(".selaras"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    if (node.closest(":disabled, label:has(:disabled)")) continue;
    const back = grounds(node);
    for (const colour of [getComputedStyle(node).color, getComputedStyle(node, "::after").color,
                          getComputedStyle(node, "::before").color]) {
      const [a, b] = [light(over(back)), light(over([...back, colour]))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.className} ${walk.currentNode.data}`);
    }
  }
  return faint;
}"""
