"""A scenario on a page and through every door: one decision after another, by keyboard alone."""

import pytest
import ways_in
from own_device import say_own_device

FORM = "[data-form=a-story]"
VOTE = "What do you do about the vote?"
WEEK = "What do you say to the chair?"
RULE = "What would you put into the rule?"


@pytest.fixture
def opened(page, served_examples):
    ways_in.Door("serve", served_examples).open(page)
    return page


def story(page):
    return page.locator(FORM)


def shown(page):
    """Return what each decision that shows asks last."""
    asked = [legend.inner_text() for legend in story(page).locator("legend:visible").all()]
    return [next(one for one in (VOTE, WEEK, RULE) if text.endswith(one)) for text in asked]


def decide(page, option, question):
    story(page).get_by_text(option, exact=True).click()
    story(page).get_by_role("button", name=question).click()


def consequence(page, number):
    return story(page).locator("[data-feedback]").nth(number).inner_text().split("\n")


def focus(page):
    return page.evaluate("document.activeElement.id || document.activeElement.innerText")


def test_it_answers_by_keyboard_alone_through_every_door(page, door):
    door.open(page)
    first = story(page).get_by_role("group", name=VOTE).get_by_role("radio").first
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page) == [VOTE, WEEK]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page) == [VOTE, WEEK, RULE]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Staff feel uneasy, and say so." in consequence(page, 2)
    # Past the two buttons that ask whose device it is, below the whole story.
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page) == [VOTE]
    assert focus(page).split("--", 1)[1] == "the-vote--cast-it"
    assert not story(page).get_by_role("radio", checked=True).count()


def test_a_consequence_says_what_happens_why_and_how_to_mend_it(opened):
    decide(opened, "Cast the vote yourself", VOTE)
    assert [line for line in consequence(opened, 0) if line] == [
        "→ What happens",
        "The carer stops speaking. The staff member is glad.",
        "Why it goes this way: One person decided for eight.",
        "What this is about: Equality: power is shared.",
        "Words you could use: ‘I took that from you.’",
        "A way back: Open it again next week.",
        "The story goes on below.",
    ]
    assert story(opened).locator("[data-feedback]").first.get_attribute("role") == "status"


def test_role_and_scene_stand_before_the_group_which_is_named_after_what_is_asked(opened):
    group = story(opened).get_by_role("group", name=VOTE, exact=True)
    before = group.locator("xpath=preceding-sibling::p[1]")
    assert before.inner_text().splitlines() == ["You are the chair.", "The group looks at you."]


def test_nothing_chosen_is_an_error_in_the_decisions_own_words(opened):
    story(opened).get_by_role("button", name=VOTE).click()
    assert story(opened).locator("[data-errors]:visible").inner_text().split("\n")[-1] == (
        f"Choose one answer: {VOTE}"
    )
    assert shown(opened) == [VOTE]


def test_another_turn_begins_the_rest_afresh(opened):
    decide(opened, "Cast the vote yourself", VOTE)
    decide(opened, "Say what it felt like", WEEK)
    decide(opened, "A yes from each partner", RULE)
    decide(opened, "Ask the group how to settle ties", VOTE)
    assert shown(opened) == [VOTE, RULE]
    assert story(opened).get_by_role("radio", checked=True).count() == 1
    assert consequence(opened, 2) == [""]


def test_looking_at_another_turn_costs_nothing_until_it_is_taken(opened):
    decide(opened, "Cast the vote yourself", VOTE)
    decide(opened, "Keep quiet", WEEK)
    story(opened).get_by_role("radio", name="Cast the vote").focus()
    opened.keyboard.press("ArrowDown")
    assert shown(opened) == [VOTE]
    opened.keyboard.press("ArrowUp")
    story(opened).get_by_role("button", name=VOTE).click()
    assert shown(opened) == [VOTE, WEEK]
    assert "The chair does not know. You come less often." in consequence(opened, 1)


def test_a_story_that_ends_early_says_so_and_offers_to_start_again(opened):
    restart = story(opened).get_by_role("button", name="Start this story again")
    assert not restart.is_visible()
    decide(opened, "Cast the vote yourself", VOTE)
    decide(opened, "Keep quiet", WEEK)
    assert shown(opened) == [VOTE, WEEK]
    ends = "This is where the story ends. You can start it again."
    assert consequence(opened, 1)[-1] == ends
    restart.click()
    assert shown(opened) == [VOTE]


def test_it_is_remembered_as_far_as_it_went(opened):
    decide(opened, "Cast the vote yourself", VOTE)
    story(opened).get_by_text("Keep quiet", exact=True).click()
    opened.reload()
    assert shown(opened) == [VOTE, WEEK]
    assert "The carer stops speaking. The staff member is glad." in consequence(opened, 0)
    assert story(opened).get_by_role("radio", name="Keep quiet").is_checked()
    assert consequence(opened, 1) == [""]


def test_another_tab_follows(opened, context):
    say_own_device(opened)
    other = context.new_page()
    other.goto(opened.url)
    decide(opened, "Cast the vote yourself", VOTE)
    story(other).get_by_role("group", name=WEEK).wait_for()
    assert shown(other) == [VOTE, WEEK]


def test_forgetting_goes_back_to_the_start(opened):
    decide(opened, "Cast the vote yourself", VOTE)
    story(opened).get_by_text("Forget my answers").click()
    story(opened).get_by_role("button", name="Forget them now").click()
    assert shown(opened) == [VOTE]


def test_a_content_note_stands_before_it_with_a_way_past_it(opened):
    assert "This story has a quarrel in it." in story(opened).inner_text()
    story(opened).get_by_role("link", name="Skip this story").press("Enter")
    assert focus(opened) == "a-story--after"
    opened.keyboard.press("Tab")
    assert focus(opened) == "Forget my answers"


def test_it_says_that_nobody_has_reviewed_it(opened):
    said = (
        "This story is made up. People with lived experience and carers have not yet reviewed it."
    )
    assert story(opened).locator(".after").inner_text() == said


def test_without_javascript_every_decision_can_be_read(browser, served_examples):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_examples.url("first"))
    assert shown(page) == [VOTE, WEEK, RULE]
    assert story(page).get_by_role("button").first.is_disabled()
    context.close()
