"""Leaving in a hurry, where a page may sting."""

import pytest

from widgets.course.loading import load_course

COURSE = load_course()
STORIES = {scenario.id for scenario in COURSE.scenarios}
STINGING = [module.id for module in COURSE.modules if STORIES & set(module.forms)]
HIDE = "Hide this page"


@pytest.fixture
def opened(page, served):
    # Nothing outside is asked in a test.
    page.route(COURSE.care.hide_address, lambda route: route.fulfill(body="<h1>Weather</h1>"))
    page.goto(served.url())
    page.goto(served.url("readiness-check"))
    return page


def test_pages_that_may_sting_have_a_way_out_and_others_need_none(page, served):
    for address in [*STINGING, "readiness-check"]:
        page.goto(served.url(address))
        assert page.get_by_role("link", name=HIDE).is_visible(), address
    page.goto(served.url("glossary"))
    assert not page.get_by_role("link", name=HIDE).count()


def test_it_takes_the_pages_place_in_the_history_too(opened, served):
    opened.get_by_role("link", name=HIDE).press("Enter")
    opened.wait_for_url(COURSE.care.hide_address)
    opened.go_back()
    assert opened.url == served.url()


def test_links_within_the_page_leave_nothing_behind_either(opened, served):
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "content"
    opened.get_by_role("link", name=HIDE).press("Enter")
    opened.wait_for_url(COURSE.care.hide_address)
    opened.go_back()
    assert opened.url == served.url()


def test_it_says_that_it_erases_nothing(opened):
    link = opened.get_by_role("link", name=HIDE)
    why = opened.locator(f"#{link.get_attribute('aria-describedby')}").inner_text()
    assert why == "It opens a weather page in place of this one. It erases nothing."


def test_it_is_the_only_way_to_somewhere_that_is_no_source(page, served):
    known = {source.address for source in COURSE.sources}
    known |= {contact.address for contact in COURSE.contacts}
    known |= {line.address for line in COURSE.care.helplines}
    for address in STINGING:
        page.goto(served.url(address))
        links = set(page.eval_on_selector_all("a[href^=http]", "all => all.map((a) => a.href)"))
        outside = {link for link in links if not link.startswith(served.url())}
        assert {link.rstrip("/") for link in outside - {COURSE.care.hide_address}} <= {
            address.rstrip("/") for address in known
        }
