"""Coming back: the check opens at its result, and the home page knows of it."""

from pathlib import Path

import pytest
from taking_the_check import (
    CORE,
    COURSE,
    NO,
    READINESS_CHECK,
    WORDS,
    YES,
    keep_earlier,
    look_closer,
    on_own_device,
    see_result,
)

SAYS = WORDS.readiness
KEPT = Path(__file__).parents[1] / "kept" / "progress-0.3.0.json"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def back(page, served):
    """Return the page of the check, come back to."""
    page.set_viewport_size(PHONE)
    page.goto(served.url("readiness-check"))
    on_own_device(page)
    see_result(page, NO)
    page.goto(served.url())
    page.goto(served.url("readiness-check"))
    return page


def asks(page):
    return page.locator(f"#{READINESS_CHECK}--{CORE[0]}--yes-fully").is_visible()


def again(page):
    return page.get_by_role("button", name=SAYS.again)


def today(page):
    return page.evaluate(
        "new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})"
    )


def home_line(page):
    return " ".join(page.locator("[data-latest]").inner_text().split())


def test_the_check_opens_at_its_result_with_its_day_and_a_way_to_answer_again(back):
    heading = back.locator("[data-verdict]")
    box = heading.bounding_box()
    assert box["y"] + box["height"] < PHONE["height"] * 2 / 3
    assert back.evaluate("scrollY") == 0
    assert (
        back.locator("[data-come-back]")
        .get_by_text(f"{WORDS.plan.latest} {today(back)}")
        .is_visible()
    )
    assert again(back).is_visible()
    assert not asks(back)


def test_whoever_answers_for_the_first_time_sees_the_questions_beside_the_result(page, served):
    page.goto(served.url("readiness-check"))
    assert asks(page)
    see_result(page, YES)
    assert asks(page)
    assert not again(page).is_visible()


def test_to_answer_again_begins_with_what_was_answered_and_loses_nothing(back):
    again(back).press("Enter")
    assert asks(back)
    assert back.evaluate("document.activeElement.id") == f"{READINESS_CHECK}--{CORE[0]}--yes-fully"
    assert not again(back).is_visible()
    see_result(back, YES)
    assert back.locator("[data-verdict]").get_attribute("data-verdict") == "likely"
    back.reload()
    assert back.locator("[data-verdict]").get_attribute("data-verdict") == "likely"


def test_from_an_answer_in_the_result_one_comes_to_its_question(back):
    look_closer(back, SAYS.answers)
    back.get_by_role(
        "link", name=f"{SAYS.change} : {COURSE.readiness_check.questions[1].name}"
    ).click()
    assert back.evaluate("document.activeElement.name") == CORE[1]
    assert asks(back)


def test_the_questions_are_there_when_the_result_is_gone(back):
    back.locator("summary", has_text=WORDS.forget).first.click()
    back.get_by_role("button", name=WORDS.forget_now).first.click()
    assert asks(back)
    assert not again(back).is_visible()
    assert not back.locator("[data-come-back]").get_by_text(WORDS.plan.latest).is_visible()


def test_the_check_from_the_start_asks_anew_and_keeps_the_day(back):
    look_closer(back, SAYS.keep)
    back.get_by_role("button", name=WORDS.moved.afresh).click()
    assert asks(back)
    assert back.locator("form.check :checked").count() == 0


def test_home_says_nothing_of_a_check_where_none_is_kept(page, served):
    page.goto(served.url())
    assert home_line(page) == ""
    assert page.locator(".hero .button:visible").all_inner_texts() == [WORDS.start]


def test_home_says_what_the_check_came_to_and_leads_to_it(back, served):
    back.goto(served.url())
    assert home_line(back) == (
        f"Your check of {today(back)}: not co-production as it stands "
        f"· {SAYS.see} : {COURSE.readiness_check.title} "
        f"· {SAYS.check_again} : {COURSE.readiness_check.title}"
    )
    back.get_by_role("link", name=SAYS.see).click()
    assert not asks(back)
    back.goto(served.url())
    back.get_by_role("link", name=SAYS.check_again).click()
    assert asks(back)
    assert back.locator("[data-verdict]").is_visible()


def test_home_tells_of_the_latest_check(page, served):
    page.goto(served.url())
    on_own_device(page)
    keep_earlier(page, "2026-01-31", YES | {"result": "likely"})
    keep_earlier(page, "2026-02-28", NO | {"result": "find-out"})
    page.reload()
    assert home_line(page).startswith("Your check of 28 February 2026: find out more first ·")


def test_home_tells_of_a_check_of_an_earlier_version_in_its_own_words(page, served):
    page.goto(served.url())
    page.get_by_label(WORDS.bring_back).set_input_files(KEPT)
    page.get_by_text(WORDS.brought_back_for_now).wait_for()
    assert home_line(page).startswith(
        "Your check of 25 November 2026: Likely to suit co-production ·"
    )


def test_after_one_visit_the_first_button_goes_on(page, served):
    page.goto(served.url("what-it-is"))
    page.locator("[data-form=meaning-practice] input").first.check()
    page.goto(served.url())
    first, second = page.locator(".hero .button:visible").all()
    assert " ".join(first.inner_text().split()) == "Go on with What co-production is, and why"
    assert second.inner_text() == WORDS.start
    filled, plain = (
        button.evaluate("button => getComputedStyle(button).backgroundColor")
        for button in (first, second)
    )
    assert plain == "rgba(0, 0, 0, 0)" != filled
    first.click()
    assert page.url == served.url("what-it-is")
