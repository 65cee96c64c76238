"""`selaras review` in a real Chromium: judged by keyboard, kept, taken back, found again."""

import json
import re
import threading
import urllib.error
import urllib.request

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import made

from align.naming import bead_names
from align.report.document import module
from align.report.reviewing import pages
from align.review import decided, fold, journal, read
from align.review.events import PAIRS, VERDICTS, Event
from align.review.learning import misses
from align.review.server import serve
from align.review.shelf import Shelf
from align.serial import dumps

pytestmark = pytest.mark.browser


@pytest.fixture
def serving():
    """Starts servers on folders, and ends them after the test."""
    running = []

    def start(folder, by="Sari", recheck=lambda review, beads: [], sample=0):
        server, guard = serve(Shelf(folder, by, recheck, sample), pages())
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return guard

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def folder_of(path, review):
    path.mkdir(parents=True, exist_ok=True)
    (path / "review.json").write_text(dumps(review), "utf-8")
    return path


def events_in(folder):
    return read(folder / journal.FOLDER).events


def opinion_in(folder, by="Sari"):
    return fold(events_in(folder))[by]


def press(tab, keys):
    for key in keys:
        tab.keyboard.press(key)


def saved(tab):
    tab.wait_for_selector(".kept[data-state=saved]")


def test_one_key_a_flag_and_one_to_start(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    press(tab, "ntfut")
    saved(tab)
    assert [opinion_in(folder).flags[flag.id].verdict for flag in review.flags] == [
        "true", "false", "unsure", "true"]
    assert tab.locator("[data-decided]").inner_text() == "4"
    assert "All flags are decided." in tab.locator(".hint").inner_text()


def test_all_is_there_after_a_reload(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    guard = serving(folder)
    tab.goto(guard.address)
    press(tab, "nt")
    press(tab, "c")
    tab.keyboard.type("Salah <b>sekali</b>")
    press(tab, ["Enter"])
    press(tab, "e")
    tab.locator(".editor [name=severity]").select_option("critical")
    press(tab, ["Enter"])
    saved(tab)
    tab.reload()
    assert tab.locator("li.lit").get_attribute("data-entry") == "2"
    assert tab.locator("li[data-verdict='true']").get_attribute("data-entry") == "1"
    word = opinion_in(folder).flags[review.flags[1].id]
    assert (word.comment, word.severity) == ("Salah <b>sekali</b>", "critical")
    assert "Salah <b>sekali</b>" in tab.locator("[data-entry='2']").inner_text()


def test_undo_and_redo_are_events(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    press(tab, "nttz")
    saved(tab)
    assert opinion_in(folder).flags.keys() == {review.flags[0].id}
    assert tab.locator("li.lit").get_attribute("data-entry") == "2"
    press(tab, "Z")
    saved(tab)
    assert len(opinion_in(folder).flags) == 2
    assert len(events_in(folder)) >= 4


def test_a_missed_flag_is_added_by_keyboard(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    press(tab, "na")
    press(tab, ["Shift+ArrowRight", "Enter"])
    tab.locator(".editor [name=category]").select_option("omission")
    press(tab, ["Tab", "Tab"])
    tab.keyboard.type("hilang")
    press(tab, ["Enter"])
    saved(tab)
    (added,) = [word for word in opinion_in(folder).flags.values() if word.added]
    assert (added.category, added.shown["target"], added.comment) == (
        "omission", "Ada tanggal", "hilang")
    assert added.bead == bead_names(review)[1]
    tab.reload()
    assert "Ada tanggal" in tab.locator(".added").inner_text()


def test_a_missed_flag_is_added_from_a_selection(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    tab.locator("[data-bead='2'] .source .sentence").dblclick(position={"x": 80, "y": 12})
    press(tab, "a")
    assert tab.locator(".editor .about").inner_text() == "“union”"
    press(tab, ["Tab", "Tab", "Enter"])
    saved(tab)
    (added,) = [word for word in opinion_in(folder).flags.values() if word.added]
    assert added.shown["source"] in "The union warned twice."
    assert (added.shown["target"], added.bead) == ("", bead_names(review)[2])


def test_pairs_and_done_make_the_export(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    press(tab, "nftff")
    tab.locator("[data-bead='4'] .source").click()
    press(tab, "x")
    tab.wait_for_timeout(3500)
    press(tab, "d")
    saved(tab)
    names = bead_names(review)
    said = decided(review, folder)
    assert said[names[0]] == "accepted"  # no flag, and it was on screen
    assert said[names[1]] == "accepted"
    assert said[names[2]] == "open"  # true, but minor
    assert said[names[3]] == "accepted"
    assert said[names[4]] == "rejected"
    assert tab.locator("[data-bead='1'] .pair").inner_text() == "Pair accepted"


def test_what_cannot_be_saved_is_said_and_saved_later(chromium, serving, review, tmp_path):
    tab = chromium.new_page()  # a refused request is told on the console too
    folder = folder_of(tmp_path, review)
    (folder / journal.FOLDER).write_text("a file where the folder should be")
    tab.goto(serving(folder).address)
    press(tab, "nt")
    tab.wait_for_selector(".kept[data-state=unsaved]")
    assert "Not saved:" in tab.locator(".kept").inner_text()
    (folder / journal.FOLDER).unlink()
    saved(tab)
    assert opinion_in(folder).flags[review.flags[0].id].verdict == "true"
    tab.close()


def test_every_state_is_seen_in_the_deep_link(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    guard = serving(folder)
    tab.goto(guard.address)
    tab.get_by_text("Filter and order").click()
    tab.locator("label.minor").click()
    press(tab, "nns")
    tab.get_by_role("button", name="Bahasa Indonesia").click()
    link = tab.url
    tab.goto("about:blank")
    tab.goto(link)
    assert tab.locator("html").get_attribute("lang") == "id"
    assert tab.locator("li.lit").get_attribute("data-entry") == "3"
    assert tab.locator(".flags li:visible").count() == 2
    assert tab.locator("[data-order]").input_value() == "severity"


def test_pairs_are_merged_and_checked_anew(tab, serving, review, tmp_path):
    asked = []

    def recheck(review, beads):
        asked.extend(beads)
        return []

    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder, recheck=recheck).address)
    tab.locator("[data-bead='1'] .source").click()
    with tab.expect_navigation():
        press(tab, "m")
    assert [(bead.source, bead.target) for bead in asked] == [((1, 2), (1, 2))]
    assert tab.locator("[data-bead='1'] .source .sentence").count() == 2
    assert tab.locator(".flags li").count() == 2
    with tab.expect_navigation():
        press(tab, "z")
    assert tab.locator(".flags li").count() == 4


def test_all_like_this_goes_to_the_list_that_check_honours(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder).address)
    press(tab, "nf")
    press(tab, "F")
    tab.get_by_text("ignore.txt").wait_for()
    assert (folder / "ignore.txt").read_text() == "ada\n"


def test_pairs_without_a_flag_are_put_in_for_judging(tab, serving, review, tmp_path):
    folder = folder_of(tmp_path, review)
    tab.goto(serving(folder, sample=3).address)
    press(tab, "nffffn")
    assert "Still to judge: 1" in tab.locator(".hint").inner_text()
    press(tab, "x")
    saved(tab)
    assert misses(folder).wrong == misses(folder).pairs == 1
    assert decided(review, folder)[bead_names(review)[0]] == "rejected"


def test_twenty_articles_without_a_mouse(tab, serving, review, tmp_path):
    for n in range(20):
        folder_of(tmp_path / f"a{n:02}", review)
    tab.goto(serving(tmp_path).address)
    press(tab, "n")
    for n in range(20):
        tab.wait_for_selector(".selaras.live.server li.lit")
        press(tab, "ftfft"[:4])
        press(tab, "d")
        saved(tab)
        if n < 19:
            with tab.expect_navigation():
                press(tab, "n")
    tab.goto(tab.url.split("/article")[0] + "/")
    assert tab.locator(".count").inner_text() == "20 of 20 done"
    assert tab.locator("tr.is-done").count() == 20


def test_reviewers_are_blind_until_both_are_done(tab, serving, review, tmp_path):
    folder_of(tmp_path / "b", review)
    folder = folder_of(tmp_path / "a", review)
    for by, keys in (("Sari", "nttttd"), ("Budi", "ntttfd")):
        tab.goto(serving(tmp_path, by).address)
        assert tab.locator("tbody tr").first.locator("td").nth(3).inner_text() == "4"
        assert tab.locator(".agreed").count() == 0
        tab.locator("tbody a").first.click()
        tab.wait_for_selector("li.lit")
        assert tab.locator("[data-decided]").inner_text() == "0"
        press(tab, keys[1:])
        saved(tab)
    tab.goto(tab.url.split("/article")[0] + "/")
    assert "all" in tab.locator(".agreed").inner_text()
    differ = tab.locator(".agreed li")
    assert differ.count() == 1
    differ.locator("a").click()
    assert tab.locator("li.lit").get_attribute("data-entry") == "4"
    assert set(fold(events_in(folder))) == {"Budi", "Sari"}


# ---------------------------------------------------------------------------- who is let in


def asked(guard, path="/", headers=(), data=None):
    request = urllib.request.Request(guard.origin + path, data=data, headers=dict(headers))
    try:
        with urllib.request.build_opener(NoRedirect).open(request) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *more):
        return None


def cookie_of(guard):
    status, headers, _ = asked(guard, f"/?token={guard.token}")
    assert status == 303
    assert re.search("HttpOnly; SameSite=Strict", headers["Set-Cookie"])
    return headers["Set-Cookie"].split(";")[0]


EVENT = {"v": 1, "id": "s.1", "at": "2026-01-02T08:00:00.000000Z", "verb": "verdict",
         "value": "true", "flag": "f"}


@pytest.mark.parametrize(("change", "status"), [
    ({}, 200),
    ({"Cookie": ""}, 403),
    ({"Cookie": "selaras=guess"}, 403),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": None}, 403),
    ({"Host": "evil.example"}, 403),
    ({"Host": "localhost:{port}"}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
], ids=str)
def test_only_the_own_page_may_decide(serving, review, tmp_path, change, status):
    guard = serving(folder_of(tmp_path, review))
    headers = {"Cookie": cookie_of(guard), "Origin": guard.origin,
               "Content-Type": "application/json"} | change
    headers = {name: value.replace("{port}", str(guard.port))
               for name, value in headers.items() if value is not None}
    found, _, body = asked(guard, "/events/", headers, json.dumps({"events": [EVENT]}).encode())
    assert found == status
    assert (status == 200) == bool(events_in(tmp_path))
    assert json.loads(body)


def test_pages_are_for_the_holder_of_the_cookie(serving, review, tmp_path):
    guard = serving(folder_of(tmp_path, review))
    assert asked(guard)[0] == 403
    assert asked(guard, "/?token=guess")[0] == 403
    cookie = {"Cookie": cookie_of(guard)}
    status, headers, body = asked(guard, "/", cookie)
    assert status == 200
    assert "Ferry" in body
    assert headers["X-Frame-Options"] == "DENY"
    assert asked(guard, "/", {**cookie, "Host": f"rebound.example:{guard.port}"})[0] == 403


@pytest.mark.parametrize("path", ["/article/../../etc/passwd", "/article/%2e%2e", "/x",
                                  "/article/a/../.."])
def test_no_path_leads_out_of_the_folder(serving, review, tmp_path, path):
    guard = serving(folder_of(tmp_path, review))
    assert asked(guard, path, {"Cookie": cookie_of(guard)})[0] == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"events": 3}', b"{", b'{"events": [1]}',
                                  b'{"events": [{"verb": "x"}]}'])
def test_a_broken_request_is_answered_in_a_sentence(serving, review, tmp_path, body):
    guard = serving(folder_of(tmp_path, review))
    headers = {"Cookie": cookie_of(guard), "Origin": guard.origin}
    status, _, told = asked(guard, "/events/", headers, body)
    assert status == 400
    assert json.loads(told)["problem"].endswith((".", "'"))


def test_a_reviewers_name_is_text_everywhere(tab, serving, review, tmp_path):
    by = "</script><script>document.title='owned'</script>\u202e"
    folder_of(tmp_path / "a", review)
    folder_of(tmp_path / "b", review)
    tab.goto(serving(tmp_path, by).address)
    tab.locator("tbody a").first.click()
    press(tab, "nt")
    saved(tab)
    tab.goto(tab.url.split("/article")[0] + "/")
    assert tab.title() == "Selaras"
    assert by in tab.locator("tbody").inner_text()


# ---------------------------------------------------------------------------- one fold, twice

ACTS = st.lists(st.one_of(
    st.tuples(st.just("verdict"), st.sampled_from(VERDICTS), st.sampled_from("fgh"), st.just("")),
    st.tuples(st.just("comment"), st.text(max_size=5), st.just(""), st.sampled_from("ab")),
    st.tuples(st.just("pair"), st.sampled_from(PAIRS), st.just(""), st.sampled_from("ab")),
    st.tuples(st.just("looked"), st.lists(st.sampled_from("ab"), max_size=2), st.just(""),
              st.just("")),
    st.tuples(st.just("done"), st.booleans(), st.just(""), st.just("")),
    st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 9).map("s.{}".format),
              st.just(""), st.just(""))), max_size=12)


@pytest.fixture(scope="module")
def folding(chromium):
    tab = chromium.new_page()
    tab.evaluate("""async (source) => {
        const url = URL.createObjectURL(new Blob([source + "; export { fold };"],
                                                 {type: "text/javascript"}));
        window.folded = (await import(url)).fold;
    }""", module())
    yield tab
    tab.close()


@settings(max_examples=80)
@given(acts=ACTS)
def test_the_page_folds_as_the_files_are_folded(folding, acts):
    events = [{"id": f"s.{n}", "verb": verb, "value": value,
               **({"flag": flag} if flag else {}), **({"bead": bead} if bead else {})}
              for n, (verb, value, flag, bead) in enumerate(acts, start=1)]
    page = folding.evaluate("""(events) => {
        const { flags, pairs, looked, done } = window.folded(events);
        return { flags, pairs, looked: [...looked].sort(), done }; }""", events)
    whole = fold(Event(at=f"2026-01-02T08:00:{n:02}.000000Z", by="Sari", pair="p", **event)
                 for n, event in enumerate(events))
    if not events:
        return
    own = whole["Sari"]
    assert {name: word.get("verdict", "") for name, word in page["flags"].items()} == {
        name: word.verdict for name, word in own.flags.items()}
    assert {name: (word.get("verdict", ""), word.get("comment", ""))
            for name, word in page["pairs"].items()} == {
        name: (word.verdict, word.comment) for name, word in own.pairs.items()}
    assert page["looked"] == sorted(own.looked)
    assert page["done"] == bool(own.done)


def test_a_decision_on_a_sentence_of_a_million_characters_is_kept(tab, serving, tmp_path):
    endless = made(id_=["Feri berhenti", "Ada " + "x" * 1_000_000, "Serikat.",
                        "Tarif naik 50 persen.", "Pengamat cemas."])
    folder = folder_of(tmp_path, endless)
    tab.goto(serving(folder).address)
    press(tab, "nt")
    saved(tab)
    assert opinion_in(folder).flags[endless.flags[0].id].verdict == "true"
    assert sum(path.stat().st_size for path in (folder / journal.FOLDER).iterdir()) < 100_000


def test_the_review_of_these_tests_has_names():
    assert all(flag.id for flag in made().flags)
