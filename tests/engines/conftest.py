"""The three engines, each started once: Chromium, Firefox and WebKit."""

import os
import shutil

import pytest
import webkit
from conftest import missing
from engine import Firefox, Played

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr")


def firefox(playwright, home):
    """Start Debian's own Firefox, with a home of its own."""
    if not FIREFOX:
        missing("install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX to it")
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=FIREFOX,
        downloads_path=home / "downloads",
        # The list of downloads would take the keyboard.
        firefox_user_prefs={
            "browser.download.alwaysOpenPanel": False,
            # Playwright can not see into a page that was kept to go back to.
            "browser.sessionhistory.max_total_viewers": 0,
        },
        env={"HOME": str(home), "MOZ_CRASHREPORTER_DISABLE": "1"},
    )


@pytest.fixture(scope="session", params=["chromium", "firefox", "webkit"])
def started(request, tmp_path_factory):
    if request.param == "webkit":
        if not webkit.is_installed():
            missing("install WebKit (Debian: apt-get install webkit2gtk-driver xvfb dbus)")
        engine = webkit.WebKit()
    elif request.param == "firefox":
        home = tmp_path_factory.mktemp("firefox")
        (home / "downloads").mkdir()
        engine = Firefox(firefox(request.getfixturevalue("playwright"), home), home / "downloads")
    else:
        engine = Played(request.getfixturevalue("browser"))
    yield engine
    engine.quit()


@pytest.fixture
def engine(started):
    """Lend the engine to a test; then forget all that it kept."""
    yield started
    started.forget()
