"""The pages beside the lessons, and the way to them: the coach, the own check, the glossary."""

import re

import pytest
from read_pages import page_at

from widgets.course.guidance import judge
from widgets.course.loading import load_course

COURSE = load_course()
LARGE_PRINT = 16
PIXELS_A_POINT = 96 / 72


def headings(page):
    return page.get_by_role("heading", level=2).all_inner_texts()


def test_every_page_can_be_reached_from_the_home_page(served):
    seen, waiting = set(), {served.url()}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        linked = {link.partition("#")[0] for link in page_at(address).links}
        waiting |= {link for link in linked if link.startswith(served.url())} - seen
    addresses = [*(m.id for m in COURSE.modules), *(p.address for p in COURSE.pages)]
    assert {served.url(address) for address in addresses} <= seen


def test_every_term_can_be_reached_by_its_link(page, served):
    links = set()
    for module in COURSE.modules:
        page.goto(served.url(module.id))
        links |= set(
            page.eval_on_selector_all(
                "main a[href*='glossary#']", "links => links.map((a) => a.href)"
            )
        )
    assert len(links) >= 15
    for link in links:
        page.goto(link)
        target = page.locator(f"[id='{link.split('#')[1]}']")
        assert target.locator("dt").is_visible()
        assert target.evaluate("term => term.matches(':target')")


def test_the_course_answers_its_own_check_in_public(page, served):
    page.goto(served.url("about"))
    shown = page.get_by_role("region", name=COURSE.readiness_check.title).inner_text()
    for question in COURSE.readiness_check.asked:
        assert question.text in shown
        assert COURSE.own_check.why[question.id] in shown
    result = judge(COURSE.readiness_check, COURSE.own_check.answers)
    assert f"The result: {result.title}." in shown
    assert "Carers: Inform" in shown
    assert page.get_by_role("main").get_by_role("link", name="review pack").is_visible()


def test_the_coach_finds_three_plans_their_notes_the_cards_and_a_rehearsal(page, served):
    page.goto(served.url("coach/guide"))
    page.get_by_role("main").get_by_role("link", name="a plan").click()
    links = page.get_by_role("main").get_by_role("link")
    led = [link.get_attribute("href").split("#")[0] for link in links.all()]
    for address in ("run/30", "run/60", "run/90", "notes/30", "notes/60", "notes/90"):
        assert f"../coach/{address}" in led
    assert {"../coach/cards", "../coach/rehearsal"} <= {*led}


def test_the_coach_s_first_page_is_one_sheet(page, served):
    page.goto(served.url("coach/guide"))
    assert len(page.get_by_role("main").inner_text().split()) <= 400
    assert headings(page)[:3] == ["Before", "On the day", "After"]
    assert printed(page) == 1


@pytest.mark.parametrize("nation", ["England", "Wales"])
def test_the_coach_knows_where_a_report_goes(page, served, nation):
    page.goto(served.url("coach/reference"))
    assert f"Where a report goes: {nation}" in headings(page)


def printed(page):
    """Return how many sheets of paper a page takes."""
    content = page.pdf(format="A4")
    return len(re.findall(rb"/Type\s*/Page\b", content))


@pytest.mark.parametrize(("print_size", "points"), [("", 12), ("#large-print", LARGE_PRINT)])
def test_handouts_are_printed_in_letters_of_a_stated_size(page, served, print_size, points):
    page.goto(served.url(f"coach/handouts{print_size}"))
    page.emulate_media(media="print")
    sizes = page.eval_on_selector_all(
        "main .prose li, main .prose p",
        "all => all.map((e) => parseFloat(getComputedStyle(e).fontSize))",
    )
    assert min(sizes) >= points * PIXELS_A_POINT - 0.01


def test_each_handout_takes_one_sheet_and_two_in_large_print(page, served):
    page.goto(served.url("coach/handouts"))
    sheets = page.locator(".prose:has(.writing-line)").count()
    assert sheets == 6
    assert printed(page) <= sheets + 2
    page.goto(served.url("coach/handouts#large-print"))
    assert printed(page) <= 2 * sheets + 2


def test_a_line_to_write_on_is_silent_and_visible(page, served):
    page.goto(served.url("coach/handouts"))
    line = page.locator(".writing-line").first
    assert line.inner_text() == ""
    assert line.evaluate("line => getComputedStyle(line).borderBottomStyle") == "solid"


def test_helplines_and_the_way_out_stand_on_every_page(page, served):
    for address in ("", "power-and-support", "readiness-check", "coach/guide", "recall/1"):
        page.goto(served.url(address))
        footer = page.get_by_role("contentinfo")
        assert COURSE.care.danger in footer.inner_text()
        for line in COURSE.care.helplines:
            assert f"{line.number} {line.name}" in footer.inner_text()
        footer.get_by_text("How to pause, how to leave").press("Enter")
        assert COURSE.care.leave in footer.inner_text()


def test_a_content_note_comes_before_what_may_sting(page, served):
    for module in COURSE.modules:
        if module.content_note:
            page.goto(served.url(module.id))
            note = page.get_by_text(module.content_note)
            first = page.locator("main form").first
            assert note.bounding_box()["y"] < first.bounding_box()["y"]


def test_on_paper_content_notes_and_helplines_stay_and_buttons_go(page, served):
    page.goto(served.url("four-principles"))
    page.emulate_media(media="print")
    assert page.get_by_text(COURSE.module("four-principles").content_note).is_visible()
    assert page.get_by_text(COURSE.scenario("usual-three").content_note).is_visible()
    assert page.get_by_role("contentinfo").get_by_text(COURSE.care.danger).first.is_visible()
    assert page.get_by_text(COURSE.care.helplines[0].name).first.is_visible()
    assert not page.get_by_role("button").first.is_visible()
    assert not page.get_by_text(COURSE.words.own_device).first.is_visible()


def test_the_stories_on_paper_hold_every_turn(page, served):
    page.goto(served.url("coach/stories"))
    shown = page.get_by_role("main").inner_text()
    for scenario in COURSE.scenarios:
        for decision in scenario.decisions:
            for turn in decision.options:
                assert turn.consequence in shown
                assert not turn.way_back or turn.way_back in shown
    assert shown.count(COURSE.words.not_reviewed) == len(COURSE.scenarios)


def test_the_short_path_leads_from_step_to_step(page, served):
    page.goto(served.url())
    page.get_by_role("region", name="A quarter of an hour?").get_by_role("link").first.click()
    met = [page.url]
    for _ in COURSE.short_path[1:]:
        page.locator("p", has_text="Short path:").get_by_role("link").first.click()
        met.append(page.url)
        page.wait_for_function("!location.hash || scrollY > 0")
    anchors = [
        f"#{step.section.replace(' ', '-')}" if step.section else "" for step in COURSE.short_path
    ]
    pages = [step.page for step in COURSE.short_path]
    assert met == [served.url(page + anchor) for page, anchor in zip(pages, anchors, strict=True)]
