"""A page on paper, under a finger, in a hurry and on a small screen."""

import pytest

# Links inside a sentence or a list of sources keep to their line.
SMALL = """() => [...document.querySelectorAll(
    'button, summary, .option label, input[type=file], input[type=text], .top a, a.button, li > a'
)].filter((e) => e.offsetParent && !e.closest(
    '.prose, .contacts, .coproduction-sources, .coproduction-care'))
    .map((e) => [e.innerText || e.type, e.getBoundingClientRect().height])
    .filter(([, height]) => height < 43.9)"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "address", ["", "power-and-support", "readiness-check", "keep-going", "plan"]
)
def test_whatever_is_pressed_is_at_least_44_pixels_high(page, served, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served.url(address))
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_a_check_brings_is_as_easy_to_press(page, served, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served.url("readiness-check"))
    for first in page.locator("form.check [value=partly]").all():
        first.evaluate("input => input.click()")
    page.locator("form.check [data-check]").click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.locator("[data-take-away]").is_visible()
    assert page.evaluate(SMALL) == []


def test_a_lesson_is_printed_with_its_answers(page, served):
    page.goto(served.url("what-it-is"))
    page.locator("[data-form=meaning-practice] input").first.check()
    page.locator("[data-form=meaning-practice] [data-check]").first.click()
    written = "carer " * 60
    page.locator("[data-form=your-partners]").get_by_role("textbox").fill(written)
    page.emulate_media(media="print")
    form = page.locator("[data-form=meaning-practice]")
    assert form.get_by_role("radio", checked=True).is_visible()
    assert form.locator("[data-feedback]").first.is_visible()
    copy = page.locator("[data-form=your-partners] [data-on-paper]")
    assert copy.inner_text() == written.strip()
    assert not page.locator("[data-form=your-partners] textarea").is_visible()
    assert not page.get_by_role("navigation").first.is_visible()
    assert not page.locator("[data-hide], footer .beside").first.is_visible()


def test_nothing_moves(page, served):
    page.emulate_media(reduced_motion="no-preference")
    for address in ("", "power-and-support"):
        page.goto(served.url(address))
        assert page.evaluate("document.getAnimations().length") == 0


def test_on_a_phone_the_list_of_lessons_is_one_line_until_it_is_opened(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(served.url("five-standards"))
    line = page.get_by_text("Lessons · Lesson 5 of 7")
    assert line.bounding_box()["height"] < 60
    lesson = page.get_by_role("link", name="Keep going").first
    assert not lesson.is_visible()
    line.press("Enter")
    assert lesson.is_visible()


def test_a_low_window_never_hides_what_has_the_focus(page, served):
    page.set_viewport_size({"width": 1000, "height": 480})
    page.goto(served.url("what-it-is"))
    page.mouse.wheel(0, 3000)
    link = page.locator(".way").get_by_role("link", name="Keep going")
    link.focus()
    box = link.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 480
