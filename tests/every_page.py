"""What holds for every page that is served; a file of tests says of which pages it takes these.

Each page is opened once, and looked at by all of them, one after the other.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from accessible import violations_in_other_colours
from checkers import Alfa, faults

# A file of tests takes all of these by `from every_page import *`.
__all__ = [
    "alfa",
    "open_at",
    "reader",
    "test_four_times_as_large_it_scrolls_one_way_and_all_of_it_is_in_reach",
    "test_it_can_be_read_in_the_dark_and_in_forced_colours",
    "test_its_landmarks_and_forms_are_told_apart_by_their_names",
    "test_three_checkers_find_no_fault_on_it_wide_or_narrow",
    "test_what_is_pressed_on_it_is_large_or_far_enough_from_the_next",
    "test_with_errors_and_then_with_feedback_it_has_no_fault_either",
    "test_with_its_text_spaced_out_no_line_is_cut_or_covered",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 900}
# What is left of a window of 1280 by 1024 pixels when all is four times as large.
ENLARGED = {"width": 320, "height": 256}
LOOKS = Path(__file__).with_name("looks.js").read_text(encoding="utf-8")
LANDMARK = re.compile(
    r"^\s*- '?((?:banner|complementary|contentinfo|form|main|navigation|region|search)\b[^:]*)",
    re.MULTILINE,
)
# What answers come to: feedback, or a certificate.
ANSWERED = ":is([data-feedback]:not(:empty), [data-sheet]):visible"
# What is asked under an answer appears on the way, and some of it goes again.
ANSWER_ALL = """() => {
    for (const question of document.querySelectorAll('[data-question]'))
        if (!question.hidden) [...question.querySelectorAll('input, textarea')].at(-1).click();
}"""


@pytest.fixture(scope="module")
def alfa():
    with Alfa() as alfa:
        yield alfa


@pytest.fixture(scope="module")
def reader(browser):
    context = browser.new_context()
    context.add_init_script(LOOKS)
    yield context.new_page()
    context.close()


def open_at(page, address):
    """Show a page with all that is folded on it open."""
    page.goto(address)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return page


def look(page, size, at):
    """Return what one of the looks finds on a page in a window of this size."""
    page.set_viewport_size(size)
    return page.evaluate(f"looks.{at}()")


def test_three_checkers_find_no_fault_on_it_wide_or_narrow(opened, alfa):
    opened.set_viewport_size(WIDE)
    assert faults(opened) == []
    # Alfa takes longer than the two others together: it looks where there is least room.
    opened.set_viewport_size(NARROW)
    assert faults(opened, alfa) == []


def test_it_can_be_read_in_the_dark_and_in_forced_colours(opened):
    opened.set_viewport_size(WIDE)
    assert violations_in_other_colours(opened) == {}


def test_its_landmarks_and_forms_are_told_apart_by_their_names(opened):
    opened.set_viewport_size(WIDE)
    landmarks = LANDMARK.findall(opened.locator("body").aria_snapshot())
    assert "main" in landmarks
    assert more_than_once(landmarks + opened.evaluate("looks.forms()")) == []
    assert more_than_once(opened.locator("legend:visible").all_inner_texts()) == []


def more_than_once(names):
    return [name for name, times in Counter(names).items() if times > 1]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_with_its_text_spaced_out_no_line_is_cut_or_covered(opened, size):
    assert look(opened, size, "spacedOut") == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_is_pressed_on_it_is_large_or_far_enough_from_the_next(opened, size):
    assert look(opened, size, "tooSmall") == []


def test_four_times_as_large_it_scrolls_one_way_and_all_of_it_is_in_reach(opened):
    assert look(opened, ENLARGED, "sideways") == []
    assert look(opened, ENLARGED, "outOfReach") == []


def check_all(page):
    for button in page.locator("[data-check]:visible").all():
        button.click()


def test_with_errors_and_then_with_feedback_it_has_no_fault_either(asking, alfa):
    asking.set_viewport_size(NARROW)
    check_all(asking)
    assert asking.locator("[data-errors]:visible").count()
    assert faults(asking) == []
    asking.evaluate(ANSWER_ALL)
    for text in asking.locator("input[type=text]:visible, textarea:visible").all():
        text.fill("The quiet room")
    check_all(asking)
    assert asking.locator(ANSWERED).count()
    assert faults(asking, alfa) == []
    assert [look(asking, NARROW, at) for at in ("spacedOut", "tooSmall", "sideways")] == [[]] * 3
