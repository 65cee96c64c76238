"""What tests of several rooms share."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Time is never tested: on a busy machine one slow example would fail a right property.
settings.register_profile("untimed", deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
# Other examples each time, and many: see CONTRIBUTING.md. A test that says how many keeps to it.
settings.register_profile("nightly", settings.get_profile("untimed"), derandomize=False,
                          max_examples=1_000)
settings.load_profile("untimed")

# What a test of a page starts Chromium with.
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--no-first-run"]

OWN = ("file:", "data:", "blob:", "http://127.0.0.1:")  # addresses that a page may ask for

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data, which lies beside the project where there is one."""
    if not SHARED.is_dir():
        pytest.skip("needs the measuring data in ../shared, which is not here")
    return SHARED


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    path = shutil.which("chromium")
    if not path:
        assert not os.environ.get("CI"), "CI has no chromium; install it"
        pytest.skip("needs chromium, which is not on the path")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=path, args=ARGUMENTS,
            viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        yield context
        context.close()


@pytest.fixture
def tab(chromium):
    """A tab that fails the test for any console message, error, or request off the page."""
    opened = chromium.new_page()
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("request", lambda request: request.url.startswith(OWN)
              or troubles.append(request.url))
    yield opened
    opened.evaluate("try { localStorage.clear() } catch {}")
    opened.close()
    assert troubles == []
