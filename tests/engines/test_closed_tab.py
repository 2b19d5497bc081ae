"""What a tab that was closed holds, when a browser opens it again: why no button promises more."""

import shutil

import pytest
from conftest import CHROMIUM, FLAGS, missing
from display import Display
from taking_the_check import COURSE, WORDS

from .conftest import FIREFOX

ASKED = COURSE.quiz("meaning-practice").questions[0]
RIGHT = next(option for option in ASKED.options if option.correct)
FORGOTTEN = "document.querySelector('[value=change-the-rule]:not(:checked)')"


@pytest.fixture
def display():
    if not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))):
        missing("install a display (Debian: apt-get install xvfb openbox xdotool)")
    display = Display()
    display.show("openbox")
    yield display
    display.end()


@pytest.fixture(params=["chromium", "firefox"])
def shown(request, playwright, display, tmp_path):
    """Open a browser on the display, with a profile of its own."""
    if request.param == "chromium":
        settings = {"executable_path": CHROMIUM, "args": FLAGS}
    else:
        settings = {"executable_path": FIREFOX, "channel": "moz-firefox"}
    if not settings["executable_path"]:
        missing(f"install {request.param}")
    home = {"HOME": str(tmp_path), "MOZ_CRASHREPORTER_DISABLE": "1"}
    context = getattr(playwright, request.param).launch_persistent_context(
        tmp_path / "profile", headless=False, env=display.environment | home, **settings
    )
    context.set_default_timeout(30_000)
    yield context
    context.close()


def closed_and_opened_again(shown, display, page):
    page.bring_to_front()
    page.wait_for_timeout(500)
    with page.expect_event("close"):
        display.press("ctrl+w")
    with shown.expect_page() as opened:
        display.press("ctrl+shift+t")
    opened.value.wait_for_load_state()
    return opened.value


def test_a_browser_opens_it_again_with_its_answers_unless_they_were_forgotten(
    shown, display, open_to_all
):
    shown.new_page()
    page = shown.new_page()
    page.goto(open_to_all.url("what-it-is"))
    page.get_by_label(RIGHT.text).check()
    page.get_by_role("button", name=ASKED.text).first.click()
    page.get_by_role("button", name=WORDS.own_device_no).click()
    page = closed_and_opened_again(shown, display, page)
    assert page.get_by_label(RIGHT.text).is_checked()
    quiz = page.locator("[data-form=meaning-practice]")
    quiz.locator("summary", has_text=WORDS.forget).click()
    quiz.get_by_role("button", name=WORDS.forget_now).click()
    page = closed_and_opened_again(shown, display, page)
    page.wait_for_function(FORGOTTEN)
    assert not page.get_by_label(RIGHT.text).is_checked()
