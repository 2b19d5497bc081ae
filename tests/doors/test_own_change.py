"""A story before the course, a match after it, and one's own change: all on one's own device."""

import pytest
from own_device import say_own_device
from playwright.sync_api import expect

from widgets.course.loading import load_course

COURSE = load_course()
WORDS = COURSE.words.change
ONE, OTHER = COURSE.vignettes
LOTS = {ONE.id: "0", OTHER.id: "0.9"}


@pytest.fixture
def opened(page, served):
    """Return a function that opens a page; lots fall on a story."""

    def opened(address, lot=ONE):
        page.add_init_script(f"Math.random = () => {LOTS[lot.id]}")
        page.goto(served.url(address))
        return page

    return opened


def story(page, vignette):
    return page.get_by_role("region", name=vignette.title, exact=True)


def answer(page, vignette, argued, own_words="Ask them."):
    """Answer a story: so many of its questions with what the course argues for."""
    shown = story(page, vignette)
    shown.get_by_role("textbox").fill(own_words)
    for number, asked in enumerate(vignette.choices):
        chosen = next(o for o in asked.options if o.argued == (number < argued))
        shown.get_by_role("radio", name=chosen.text, exact=True).check()
    shown.get_by_role("button", name="Save").click()


def outcome(page):
    return page.locator("[data-outcome]:visible").all_inner_texts()


@pytest.mark.parametrize(("first", "second"), [(ONE, OTHER), (OTHER, ONE)], ids=lambda v: v.id)
def test_lots_fall_on_a_story_before_and_the_other_comes_after(opened, first, second):
    page = opened("before", first)
    expect(story(page, second)).to_be_hidden()
    answer(page, first, 2)
    expect(page.get_by_text(WORDS.saved_before)).to_be_visible()
    page = opened("after", first)
    expect(story(page, second)).to_be_visible()
    expect(story(page, first)).to_be_hidden()


def test_from_the_first_answer_on_the_lot_stays(opened):
    page = opened("before", ONE)
    story(page, ONE).get_by_role("textbox").fill("Ask")
    page = opened("before", OTHER)
    expect(story(page, ONE)).to_be_visible()
    expect(story(page, ONE).get_by_role("textbox")).to_have_value("Ask")
    expect(story(page, OTHER)).to_be_hidden()


def test_without_an_answer_nothing_is_kept(opened):
    page = opened("before")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_own_words_may_be_left_out_and_a_choice_may_not(opened):
    page = opened("before")
    story(page, ONE).get_by_role("button", name="Save").click()
    missing = story(page, ONE).get_by_role("group", name="There is a problem").get_by_role("link")
    assert missing.all_inner_texts() == [f"Choose one answer: {q.text}" for q in ONE.choices]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(1, 4, "towards"), (2, 4, "unclear"), (5, 1, "away")],
    ids=["towards", "unclear", "away"],
)
def test_the_change_is_said_in_words_beside_each_answer(opened, before, after, said):
    answer(opened("before"), ONE, before, "Write it alone.")
    answer(opened("after"), OTHER, after, "Ask who reads it.")
    page = opened("change")
    assert outcome(page) == [getattr(WORDS.outcomes, said)]
    point = page.locator("[data-earlier]:visible", has_text=ONE.questions[0].point)
    assert [line for line in point.inner_text().split("\n") if line] == [
        ONE.questions[0].point,
        WORDS.before.format(title=ONE.title),
        "Write it alone.",
        WORDS.after.format(title=OTHER.title),
        "Ask who reads it.",
    ]
    asked = ONE.choices[4]
    point = page.locator("[data-earlier]:visible", has_text=asked.point)
    assert f"{WORDS.argued} {asked.argued.text}" in point.inner_text()


@pytest.mark.parametrize(
    ("address", "vignette", "said"),
    [("before", ONE, "only_before"), ("after", ONE, "only_after")],
    ids=["before", "after"],
)
def test_one_story_alone_is_compared_with_nothing(opened, address, vignette, said):
    assert outcome(opened("change")) == [WORDS.outcomes.nothing]
    answer(opened(address), vignette, 3)
    assert outcome(opened("change")) == [getattr(WORDS.outcomes, said)]


def test_what_is_forgotten_is_compared_no_more(opened):
    answer(opened("before"), ONE, 3)
    page = opened("before")
    forgetting = story(page, ONE).locator("[data-forget]")
    forgetting.locator("summary").click()
    forgetting.get_by_role("button").click()
    assert outcome(opened("change")) == [WORDS.outcomes.nothing]


def test_both_stories_come_along_in_a_progress_file(opened, served, own_context):
    page = opened("before")
    say_own_device(page)
    answer(page, ONE, 0)
    answer(opened("after"), OTHER, 5)
    page = opened("")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my progress").click()
    elsewhere = own_context.new_page()
    elsewhere.goto(served.url())
    elsewhere.locator("[data-memory] input[type=file]").set_input_files(download.value.path())
    expect(elsewhere.get_by_text("Your answers are back in this tab.")).to_be_visible()
    elsewhere.goto(served.url("change"))
    assert outcome(elsewhere) == [WORDS.outcomes.towards]


def test_a_commitment_is_looked_back_at_after_one_month_and_after_three(opened):
    page = opened("plan")
    page.get_by_role("textbox", name="If or when …").first.fill("we meet")
    for address, became in (("recall/2", "Not yet"), ("recall/3", "I did it")):
        page = opened(address)
        asked = page.locator("form", has=page.get_by_role("radio", name=became, exact=True))
        assert "we meet" in asked.locator("[data-earlier]").inner_text()
        asked.get_by_role("radio", name=became, exact=True).check()
        asked.locator("[data-check]").click()
    said = opened("change").locator("[data-form=own-change] [data-earlier]").inner_text()
    assert [line for line in said.split("\n") if line][1:] == [
        "A month on: what became of your commitment?",
        "Not yet",
        "Three months on: what became of your commitment?",
        "I did it",
    ]


def test_without_scripts_the_page_says_why_it_shows_nothing(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url("change"))
    assert page.get_by_text(WORDS.asleep).is_visible()
    context.close()
