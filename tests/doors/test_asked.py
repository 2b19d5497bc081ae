"""The pages for whoever has been asked to take part, and for work that is led by people."""

import re

import pytest
from taking_the_check import COURSE, WORDS, YES, choose, look_closer, see_result

SAYS = WORDS.checklist
TITLE = COURSE.lesson("asked").title
LED = COURSE.lesson("led-by-people").title
TICKED = ["Who has the final say, and how will they decide?", "Can I stop at any time?"]
MINE = """Who decides
- Who has the final say, and how will they decide?

Stopping, and what I say
- Can I stop at any time? Will you still pay for what I have done?"""


@pytest.fixture
def asked(page, served):
    page.goto(served.url())
    page.get_by_role("link", name=TITLE).first.click()
    assert page.url == served.url("asked")
    return page


@pytest.fixture
def copied(asked):
    """Note what is copied in place of the clipboard, which is the whole machine's."""
    asked.evaluate(
        """() => Object.defineProperty(navigator, 'clipboard', {
            value: {writeText: async (text) => { globalThis.copied = text; }}})"""
    )
    return lambda: asked.evaluate("copied")


def tick(page):
    for question in TICKED:
        page.get_by_role("checkbox", name=question).check()


def said(page):
    return page.locator("[data-checklist] [role=status]")


def test_it_stores_nothing_and_forgets_every_tick(asked):
    tick(asked)
    asked.get_by_role("button", name=SAYS.copy_list).click()
    assert asked.evaluate("localStorage.length + sessionStorage.length") == 0
    asked.reload()
    assert asked.get_by_role("checkbox", checked=True).count() == 0


def test_it_says_that_one_may_say_no(asked):
    opening = asked.locator("main .prose").first.inner_text()
    assert "Nothing on this page is stored." in opening
    assert "You may say no, or ‘not now’, and need not explain." in opening


@pytest.mark.parametrize("subject", ["open", "final say", "pay", "turn to", "stop", "last time"])
def test_it_has_a_question_on_each_subject(asked, subject):
    questions = [line for line in asked.locator("main li").all_inner_texts() if "?" in line]
    assert any(re.search(rf"\b{subject}", question) for question in questions)


def test_what_is_ticked_is_copied_under_its_subjects(asked, copied):
    tick(asked)
    asked.get_by_role("button", name=SAYS.copy_list).click()
    said(asked).get_by_text(SAYS.copied, exact=True).wait_for()
    assert copied() == MINE


def test_with_no_tick_the_whole_list_is_copied_and_the_page_says_so(asked, copied):
    asked.get_by_role("button", name=SAYS.copy_list).press("Enter")
    said(asked).get_by_text(SAYS.copied_whole).wait_for()
    topics = COURSE.checklist("asked-to-take-part").topics
    whole = ["\n".join([topic.title, *(f"- {asks}" for asks in topic.asks)]) for topic in topics]
    assert copied() == "\n\n".join(whole)


def test_where_a_browser_does_not_let_a_page_copy_the_list_is_there_to_be_copied(asked):
    asked.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tick(asked)
    asked.get_by_role("button", name=SAYS.copy_list).click()
    box = asked.get_by_label(SAYS.not_copied)
    assert box.input_value() == MINE
    chosen = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen == MINE
    assert box.evaluate("box => box === document.activeElement")


def test_print_holds_what_is_ticked_and_with_no_tick_all(asked):
    asked.evaluate("window.print = () => { window.printed = true; }")
    asked.get_by_role("button", name=SAYS.print).click()
    assert asked.evaluate("printed")
    questions = asked.locator("[data-checklist] li")
    tick(asked)
    asked.emulate_media(media="print")
    shown = [" ".join(each.inner_text().split()) for each in questions.all() if each.is_visible()]
    assert shown == [line.removeprefix("- ") for line in MINE.splitlines() if "- " in line]
    assert not asked.get_by_text("Pay can affect benefits.").is_visible()
    assert not asked.get_by_role("button", name=SAYS.print).is_visible()
    asked.locator("[data-checklist] :checked").evaluate_all("all => all.forEach(e => e.click())")
    assert all(each.is_visible() for each in questions.all())


def test_without_a_script_it_can_be_read_ticked_and_printed(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url("asked"))
    tick(page)
    assert page.locator("[data-checklist] li").count() == page.get_by_role("checkbox").count()
    assert page.get_by_role("button", name=SAYS.copy_list).count() == 0
    context.close()


@pytest.mark.parametrize("address", ["asked", "led-by-people"])
@pytest.mark.parametrize("margin", ["0", "1cm", "2cm"])
def test_it_prints_on_one_page(page, served, address, margin):
    page.goto(served.url(address))
    sides = dict.fromkeys(("top", "right", "bottom", "left"), margin)
    paper = page.pdf(format="A4", margin=sides)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_check_leads_to_the_page_of_led_work_and_to_that_of_the_asked(page, served):
    check = served.url("readiness-check")
    about = COURSE.readiness_check.about
    for link, title in ((COURSE.readiness_check.led_link.to, LED), ("asked.ipynb", TITLE)):
        (paragraph,) = [each for each in about.paragraphs if each.link and each.link.to == link]
        page.goto(check)
        page.locator("summary", has_text=about.title).click()
        page.get_by_role("link", name=paragraph.link.text).click()
        assert page.get_by_role("heading", level=1).inner_text() == title


def test_where_they_decide_the_verdict_leads_to_the_page_of_led_work(page, served):
    page.goto(served.url("readiness-check"))
    see_result(page, YES)
    look_closer(page, WORDS.readiness.names)
    link = page.locator(".fit").get_by_role("link", name=COURSE.readiness_check.led_link.text)
    assert link.count() == 0
    choose(page, {"lived-experience-decides": "they-decide"})
    link.click()
    assert page.get_by_role("heading", level=1).inner_text() == LED
    assert page.locator("main form").count() == 0
