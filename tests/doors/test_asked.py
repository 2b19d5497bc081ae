"""The page for whoever has been asked to take part."""

import re

import pytest

from widgets.course.loading import load_course

COURSE = load_course()
TITLE = COURSE.lesson("asked").title


@pytest.fixture
def asked(page, served):
    page.goto(served.url())
    page.get_by_role("link", name=TITLE).first.click()
    assert page.url == served.url("asked")
    return page


def test_it_asks_for_nothing_and_stores_nothing(asked):
    assert asked.locator("main :is(form, input, textarea, button)").count() == 0
    assert asked.evaluate("localStorage.length + sessionStorage.length") == 0


def test_it_says_that_one_may_say_no(asked):
    opening = asked.locator("main .prose").first.inner_text()
    assert "Nothing on this page is stored." in opening
    assert "You may say no, or ‘not now’, and need not explain." in opening


@pytest.mark.parametrize("subject", ["open", "final say", "pay", "turn to", "stop", "last time"])
def test_it_has_a_question_on_each_subject(asked, subject):
    questions = [line for line in asked.locator("main li").all_inner_texts() if "?" in line]
    assert any(re.search(rf"\b{subject}", question) for question in questions)


@pytest.mark.parametrize("margin", ["0", "1cm", "2cm"])
def test_it_prints_on_one_page(asked, margin):
    sides = dict.fromkeys(("top", "right", "bottom", "left"), margin)
    paper = asked.pdf(format="A4", margin=sides)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
