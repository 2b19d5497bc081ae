"""The certificate of effort: the learner's own word, printed and not kept."""

import re

import pytest
from accessible import violations, violations_in_other_colours
from own_device import say_own_device

from widgets.course.loading import load_course
from widgets.forms.certificate.certificate import saved_lines

COURSE = load_course()
SAYS = COURSE.words.certificate
NAME = "Sam O’Neil"
WRITTEN = {"when": "we plan the next evening", "what": "the papers a week ahead"}
EXTRAS = {"who": "the project lead", "by": "2027-05-31", "sign": "two of us chaired"}
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"
# What the browser would print, noted in place of its dialogue.
STUB = """() => {
    globalThis.printed = [];
    globalThis.print = () => {
        printed.push(document.querySelector('.sheet').innerText);
        globalThis.dispatchEvent(new Event('afterprint'));
    };
}"""


@pytest.fixture
def certificate(page, served):
    page.goto(served.url("certificate"))
    page.evaluate(STUB)
    return page


def sheet(page):
    return page.locator(".sheet")


def tick(page, *titles):
    for title in titles:
        page.get_by_label(title, exact=True).check()


def name_in(page):
    return page.get_by_label(SAYS.name)


def offers(page):
    return page.get_by_role("checkbox", name=SAYS.show_commitment)


def press(page):
    page.get_by_role("button", name=SAYS.print).click()


def commit(page, served, *, saved=True, extras=()):
    page.goto(served.url("plan"))
    form = page.locator("form.commitment").first
    for part in WRITTEN:
        form.locator(f"[data-question={part}-1]").locator("input, textarea").fill(WRITTEN[part])
    for part in extras:
        form.locator(f"[data-question={part}-1] input").fill(EXTRAS[part])
    form.get_by_label("I will ask for").check()
    if saved:
        form.locator("[data-check]").click()
    page.goto(served.url("certificate"))
    page.evaluate(STUB)


def test_nothing_is_ticked_beforehand_even_when_a_lesson_is_done(page, served):
    page.goto(served.url("is-it-co-production"))
    say_own_device(page)
    for form in page.locator("main form:visible").all():
        form.locator("input").first.check()
        form.locator("[data-check]").click()
    page.goto(served.url("certificate"))
    assert page.get_by_role("checkbox", checked=True).count() == 0
    assert page.get_by_role("checkbox").count() == len(COURSE.modules)
    assert not sheet(page).is_visible()


def test_it_says_who_worked_through_what_and_when(certificate):
    titles = [COURSE.modules[0].title, COURSE.modules[3].title]
    tick(certificate, *titles)
    name_in(certificate).fill(NAME)
    shown = sheet(certificate).inner_text()
    assert SAYS.opening.format(name=NAME) in shown
    assert sheet(certificate).get_by_role("listitem").all_inner_texts() == titles
    assert SAYS.effort in shown
    assert re.search(rf"{SAYS.printed} \w+, \d+ \w+ 20\d\d", shown)


def test_what_will_be_printed_follows_each_change(certificate):
    tick(certificate, COURSE.modules[1].title)
    name_in(certificate).press_sequentially("Sam")
    assert SAYS.opening.format(name="Sam") in sheet(certificate).inner_text()
    certificate.get_by_label(COURSE.modules[1].title, exact=True).uncheck()
    assert not sheet(certificate).is_visible()


def test_without_a_lesson_it_says_what_is_missing_beside_the_group(certificate):
    press(certificate)
    assert certificate.evaluate("printed") == []
    summary = certificate.locator("[data-errors]")
    assert summary.evaluate("summary => summary === document.activeElement")
    assert SAYS.choose_lessons in summary.inner_text()
    group = certificate.get_by_role("group", name=SAYS.lessons)
    assert group.get_by_text(SAYS.choose_lessons).is_visible()
    summary.get_by_role("link").press("Enter")
    first = certificate.get_by_label(COURSE.modules[0].title, exact=True)
    assert first.evaluate("box => box === document.activeElement")
    first.press("Space")
    assert not summary.is_visible()
    assert not group.get_by_text(SAYS.choose_lessons).is_visible()


def test_by_keyboard_alone_it_is_printed(certificate):
    certificate.get_by_label(COURSE.modules[0].title, exact=True).focus()
    certificate.keyboard.press("Space")
    name_in(certificate).focus()
    certificate.keyboard.type(NAME)
    certificate.keyboard.press("Enter")
    (text,) = certificate.evaluate("printed")
    assert SAYS.opening.format(name=NAME) in text


def test_the_name_is_gone_once_it_is_printed(certificate):
    tick(certificate, COURSE.modules[0].title)
    name_in(certificate).fill(NAME)
    press(certificate)
    (text,) = certificate.evaluate("printed")
    assert NAME in text
    assert name_in(certificate).input_value() == ""
    assert NAME not in certificate.content()


def test_the_name_is_gone_once_the_browser_itself_has_printed(certificate):
    tick(certificate, COURSE.modules[0].title)
    name_in(certificate).fill(NAME)
    certificate.pdf(format="A4")
    assert name_in(certificate).input_value() == ""


def test_the_name_is_gone_when_one_leaves_and_comes_back(certificate, served):
    name_in(certificate).fill(NAME)
    certificate.goto(served.url("plan"))
    certificate.go_back()
    assert name_in(certificate).input_value() == ""
    name_in(certificate).fill(NAME)
    certificate.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert name_in(certificate).input_value() == ""


@pytest.mark.parametrize("own_device", [True, False])
def test_nothing_of_it_is_stored(page, served, own_device):
    if own_device:
        page.goto(served.url("plan"))
        say_own_device(page)
    commit(page, served)
    before = page.evaluate(STORED)
    tick(page, *[module.title for module in COURSE.modules])
    name_in(page).fill(NAME)
    offers(page).check()
    press(page)
    assert len(page.evaluate("printed")) == 1
    assert page.evaluate(STORED) == before
    assert page.context.cookies() == []
    assert name_in(page).get_attribute("autocomplete") == "off"
    assert name_in(page).get_attribute("name") is None


def test_a_commitment_is_offered_only_where_one_is_saved(page, served):
    page.goto(served.url("certificate"))
    assert offers(page).count() == 0
    assert page.get_by_text(SAYS.no_commitment).is_visible()
    commit(page, served, saved=False)
    assert offers(page).count() == 0
    commit(page, served)
    assert offers(page).count() == 1
    assert not page.get_by_text(SAYS.no_commitment).is_visible()


def test_a_commitment_is_shown_only_if_that_is_chosen(page, served):
    commit(page, served)
    tick(page, COURSE.modules[0].title)
    assert WRITTEN["what"] not in sheet(page).inner_text()
    offers(page).check()
    shown = sheet(page).inner_text()
    assert SAYS.commitment in shown
    assert f"If or when: {WRITTEN['when']}" in shown
    assert f"Then: I will ask for: {WRITTEN['what']}" in shown
    offers(page).uncheck()
    assert SAYS.commitment not in sheet(page).inner_text()


def test_only_when_and_then_of_a_commitment_are_shown(page, served):
    commit(page, served, extras=EXTRAS)
    tick(page, COURSE.modules[0].title)
    offers(page).check()
    shown = page.get_by_role("main").inner_text()
    assert WRITTEN["when"] in shown
    for said in (EXTRAS["who"], EXTRAS["sign"], "May 2027"):
        assert said not in shown


def test_each_commitment_is_offered_with_its_when_and_then():
    lines = saved_lines(COURSE)
    assert len(lines) == COURSE.plan.most
    assert [name for name, _ in lines[1]] == ["If or when", "Then"]
    assert [part for _, parts in lines[1] for part, _ in parts] == ["when-2", "start-2", "what-2"]


def test_a_commitment_that_is_forgotten_in_another_tab_goes_from_the_certificate(page, served):
    commit(page, served)
    tick(page, COURSE.modules[0].title)
    offers(page).check()
    other = page.context.new_page()
    other.goto(served.url())
    other.get_by_text(COURSE.words.forget_everything, exact=True).click()
    other.get_by_role("button", name=COURSE.words.forget_everything_now).click()
    offers(page).wait_for(state="hidden")
    assert SAYS.commitment not in sheet(page).inner_text()


@pytest.mark.parametrize("seat", COURSE.readiness_check.seat.options, ids=lambda seat: seat.id)
def test_how_someone_takes_part_never_shows(page, served, seat):
    page.goto(served.url("readiness-check"))
    say_own_device(page)
    for asked in COURSE.readiness_check.questions:
        page.locator(f"#readiness-check--{asked.id}--partly").check()
    page.get_by_role("button", name=COURSE.words.see_result).click()
    page.get_by_text(COURSE.words.readiness.answers).first.click()
    page.get_by_label(seat.text, exact=True).check()
    commit(page, served)
    assert seat.id in page.evaluate(STORED)
    tick(page, *[module.title for module in COURSE.modules])
    offers(page).check()
    assert seat.text not in page.get_by_role("main").inner_text()
    assert seat.view not in page.content()
    press(page)
    (text,) = page.evaluate("printed")
    assert seat.text not in text


def test_only_the_certificate_is_printed_and_on_one_page(page, served):
    commit(page, served)
    tick(page, *[module.title for module in COURSE.modules])
    name_in(page).fill("A long name " * 5)
    offers(page).check()
    page.emulate_media(media="print")
    certificate = sheet(page).inner_text().strip()
    assert page.locator("body").inner_text().strip() == certificate
    assert not page.locator("input, button, label, header, footer, h1").filter(visible=True).count()
    content = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_with_an_error_and_all_filled_in_it_has_no_violations(page, served, width):
    page.set_viewport_size({"width": width, "height": 900})
    commit(page, served)
    offers(page).check()
    for titles in ([], [module.title for module in COURSE.modules]):
        tick(page, *titles)
        press(page)
        assert violations(page) == {}
        assert violations_in_other_colours(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_name_there_is_a_line_to_write_it_on(certificate):
    tick(certificate, COURSE.modules[0].title)
    line = sheet(certificate).locator("[data-name]")
    assert line.inner_text() == ""
    assert line.evaluate("line => getComputedStyle(line).borderBottomStyle") == "solid"
    assert line.bounding_box()["width"] > 150


def test_what_is_typed_is_text_and_never_markup(certificate):
    tick(certificate, COURSE.modules[0].title)
    name_in(certificate).fill("<b>Sam</b>")
    assert "<b>Sam</b> says" in sheet(certificate).inner_text()


def test_every_place_to_type_or_tick_keeps_its_keys_in_jupyterlab(page, served):
    commit(page, served)
    focusable = page.get_by_role("main").locator("input, button, a[href^='#'], [tabindex]")
    assert focusable.count() > len(COURSE.modules) + 3
    for element in focusable.all():
        assert element.get_attribute("data-lm-suppress-shortcuts") == "true"


def test_without_javascript_it_says_that_it_is_not_switched_on(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url("certificate"))
    assert page.get_by_text(COURSE.words.asleep).is_visible()
    assert page.get_by_role("button", name=SAYS.print).is_disabled()
    context.close()


@pytest.mark.parametrize("address", ["keep-going", "plan"])
def test_it_is_found_from_where_a_commitment_is_made(page, served, address):
    page.goto(served.url(address))
    page.get_by_role("link", name="certificate of effort").click()
    assert page.url == served.url("certificate")
