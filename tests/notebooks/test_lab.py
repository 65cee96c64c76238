"""The widget in a real JupyterLab: judged by key, kept, and read where no kernel runs."""

import os
import secrets
import socket
import string
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.naming import named
from align.review import fold, journal, read
from align.serial import dumps

pytestmark = pytest.mark.browser

CELL = """from pathlib import Path
from align.review import load_review
from align.report import widget
widget(load_review(Path("story")), "story", by="Sari")"""


def article(texts, language):
    sentences, start = [], 0
    for paragraph, text in enumerate(texts):
        sentences.append(Sentence(text, paragraph, start, start + len(text)))
        start += len(text) + 2
    return Article(title=texts[0], language=language, text="\n\n".join(texts),
                   sentences=tuple(sentences))


def story():
    flags = tuple(
        Flag(bead=n, category="mistranslation", check="numbers", severity="major", confidence=0.9,
             source=(Span(n, 6, 7),), target=(Span(n, 6, 7),), message=f"Flag {n}.")
        for n in (1, 2, 3))
    english, indonesian = ([line.format(n) for n in range(9)]
                           for line in ("Fares {} up.", "Tarif {} naik."))
    return named(Review("selaras:0", article(["Ferry", *english], "en"),
                        article(["Feri", *indonesian], "id"),
                        tuple(Bead((n,), (n,)) for n in range(10)), flags))


@pytest.fixture
def lab(tmp_path):
    """A JupyterLab on a folder with one notebook; gives the address of that notebook."""
    pytest.importorskip("jupyterlab")
    (tmp_path / "story").mkdir()
    (tmp_path / "story/review.json").write_text(dumps(story()), "utf-8")
    notebook = nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_code_cell(CELL), nbformat.v4.new_code_cell("# untouched")])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, tmp_path / "judge.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    home = {name: str(tmp_path / ".home") for name in (
        "HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
         f"--port={port}", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={tmp_path}",
         "--LabApp.news_url=None", "--LabApp.check_for_updates_class="
         "jupyterlab.NeverCheckForUpdate"],
        env={**os.environ, **home, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        until(lambda: urllib.request.urlopen(f"{base}/api?token={token}").status == 200)
        yield f"{base}/lab/tree/judge.ipynb?token={token}", tmp_path
    finally:
        process.terminate()
        process.wait(30)


def until(done, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if done():
                return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.3)
    raise AssertionError("it never came")


def opened(chromium, address):
    tab = chromium.new_page()
    outside = []
    tab.on("request", lambda request: request.url.startswith(
        ("http://127.0.0.1:", "ws:", "data:", "blob:")) or outside.append(request.url))
    tab.goto(address)
    tab.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=90_000)
    return tab, outside


def sources(tab):
    return tab.locator(".jp-Notebook .jp-InputArea-editor .cm-content").all_inner_texts()


def test_judged_kept_and_read_without_a_kernel(chromium, lab):
    address, folder = lab
    tab, outside = opened(chromium, address)
    tab.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=90_000)
    tab.locator(".jp-Notebook .jp-CodeCell").first.click()
    tab.keyboard.press("Control+Enter")
    root = tab.locator(".selaras.live.kernel")
    root.wait_for(timeout=120_000)
    assert tab.locator(".selaras-still").first.is_hidden()
    first = tab.locator(".selaras.live .row").first.bounding_box()
    assert first["y"] - root.bounding_box()["y"] <= 120

    # ---- no key leaves the review: no cell is made, cut or emptied
    before = sources(tab)
    tab.locator(".selaras.live .story").click()
    for key in string.ascii_letters + string.digits:
        if key == "c":
            continue  # opens the field for a comment, which is not what is tried here
        tab.keyboard.press(key)
        tab.keyboard.press("Escape")
    tab.keyboard.press("c")
    tab.keyboard.press("Escape")
    assert sources(tab) == before
    assert tab.locator(".jp-Notebook .jp-Cell").count() == 2

    # ---- one key a flag
    tab.locator(".selaras.live .story").click()
    tab.locator(".selaras.live mark[data-flag='1']").first.click()
    for key in "tfu":
        tab.keyboard.press(key)
    tab.locator(".selaras.live .kept[data-state=saved]").wait_for()
    flags = story().flags
    word = fold(read(folder / "story" / journal.FOLDER).events)["Sari"].flags
    assert [word[flag.id].verdict for flag in flags] == ["true", "false", "unsure"]

    # ---- saved, the kernel killed, opened again: the report reads
    tab.keyboard.press("Control+s")
    until(lambda: "selaras-still" in (folder / "judge.ipynb").read_text("utf-8"))
    tab.close()
    kill_kernels(address)
    tab, more = opened(chromium, address)
    tab.locator(".selaras-still .row").first.wait_for(timeout=60_000)
    assert tab.locator(".selaras-still .row").first.is_visible()
    assert "Tarif 3 naik." in tab.locator(".selaras-still").first.inner_text()
    assert not tab.get_by_text("model not found").is_visible()
    tab.close()
    assert outside + more == []

    # ---- converted, opened offline: it reads
    html = converted(folder / "judge.ipynb")
    tab = chromium.new_page()
    asked = []
    tab.on("request", lambda request: request.url.startswith(("file:", "data:", "blob:"))
           or asked.append(request.url))
    tab.goto(html.as_uri(), wait_until="domcontentloaded")
    assert "Tarif 3 naik." in tab.locator(".selaras-still .articles").first.inner_text()
    tab.close()


def kill_kernels(address: str) -> None:
    base, token = address.split("/lab")[0], address.split("token=")[1]
    import json
    kernels = json.load(urllib.request.urlopen(f"{base}/api/sessions?token={token}"))
    for session in kernels:
        request = urllib.request.Request(f"{base}/api/sessions/{session['id']}?token={token}",
                                         method="DELETE")
        urllib.request.urlopen(request)


def converted(notebook: Path) -> Path:
    from nbconvert import HTMLExporter

    html, _ = HTMLExporter().from_filename(str(notebook))
    out = notebook.with_suffix(".html")
    out.write_text(html, "utf-8")
    return out
