"""What the form does on a page: errors, feedback, memory, and the ways in which it can be alone."""

import pytest
import ways_in
from broken import write_changed
from own_device import say_own_device

from widgets.course.loading import load_course
from widgets.forms.drawing import draw_form
from widgets.forms.quiz.quiz import drawn_quiz

NAME, ASKED = "name-of-it", "What is the honest name?"
KEY = "coproduction/examples/one-of-each/name-of-it"


@pytest.fixture
def opened(context, served_examples):
    def opened(lesson="first"):
        page = context.new_page()
        ways_in.Door("serve", served_examples).open(page, lesson)
        return page

    return opened


def form(page, question=NAME, number=0):
    return page.locator("form", has=page.locator(f"[data-question={question}]")).nth(number)


def choose_and_check(page, text="Consultation", number=0):
    form(page, number=number).get_by_text(text, exact=True).click()
    check(page, number=number)


def check(page, question=NAME, number=0):
    form(page, question, number).locator("[data-check]").click()


def feedback(page, number=0):
    return form(page, number=number).locator("[data-feedback]").inner_text()


def focus(page):
    return page.evaluate("document.activeElement.id || document.activeElement.innerText")


def kept(page, storage):
    return page.evaluate(f"Object.keys({storage}).sort()")


def test_nothing_chosen_is_an_error_in_the_questions_own_words(opened):
    page = opened()
    check(page)
    message = f"Choose one answer: {ASKED}"
    summary = form(page).get_by_role("group", name=f"There is a problem {message}")
    assert summary.inner_text() == f"There is a problem\n\n{message}"
    assert focus(page) == summary.inner_text()
    described = form(page).get_by_role("radio").first.get_attribute("aria-describedby")
    assert page.locator(f"#{described.split()[1]}").inner_text() == message
    assert feedback(page) == ""


def test_the_error_leads_to_the_first_option_and_goes_when_one_is_chosen(opened):
    page = opened()
    check(page)
    form(page).get_by_role("link", name=f"Choose one answer: {ASKED}").click()
    assert focus(page) == "one-of-each--name-of-it--co-production"
    page.keyboard.press("Space")
    assert form(page).locator("[data-error]").inner_text() == ""


def test_text_that_is_only_spaces_is_not_an_answer(opened):
    page = opened()
    field = page.get_by_role("textbox", name="What will you call it?")
    field.fill("   ")
    check(page, "work-name")
    assert field.get_attribute("aria-invalid") == "true"
    message = "Write something first: What will you call it?"
    assert form(page, "work-name").locator("[data-error]").inner_text() == message


def test_the_check_names_each_question_that_is_missing(opened):
    page = opened()
    page.locator("#readiness-check--all-stages--not-now").check()
    check(page, "all-stages")
    links = form(page, "all-stages").locator("[data-errors]").get_by_role("link")
    assert links.all_inner_texts() == [
        "Choose one answer: Will they have an equal role in decisions?",
        "Choose one answer: Will all be jointly responsible for designing and delivering?",
    ]


def test_the_result_of_the_check_takes_the_focus_and_guidance_waits_for_each_answer(opened):
    page = opened()
    for question in ("all-stages", "equal-decisions", "jointly-responsible"):
        page.locator(f"#readiness-check--{question}--yes-fully").check()
    check(page, "all-stages")
    assert focus(page) == "The result: likely to suit co-production"
    page.locator("summary", has_text="Your answers, one by one").click()
    block = form(page, "all-stages").locator(".remark", has_text="an equal role in decisions?")
    said = [" ".join(pair.inner_text().split()) for pair in block.locator("dl > div:visible").all()]
    assert said == [
        "You chose:Yes, fully Change : Equal decisions",
        "What it means:Good.",
        "Ask together:Since when?",
    ]


def test_a_change_after_check_takes_the_feedback_away(opened):
    page = opened()
    choose_and_check(page)
    assert "That fits." in feedback(page)
    form(page).get_by_text("Co-design", exact=True).click()
    assert feedback(page) == ""


def test_try_again_clears_the_answer_and_starts_at_the_first_option(opened):
    page = opened()
    choose_and_check(page, "Co-design")
    form(page).get_by_role("button", name="Try again").click()
    assert feedback(page) == ""
    assert not form(page).get_by_role("radio", checked=True).count()
    assert focus(page) == "one-of-each--name-of-it--co-production"


def test_until_a_learner_says_the_device_is_theirs_nothing_outlives_the_tab(opened):
    page = opened()
    choose_and_check(page)
    assert kept(page, "localStorage") == []
    assert kept(page, "sessionStorage") == [KEY]
    assert feedback(opened()) == ""


def test_on_their_own_device_answers_outlive_the_tab_and_the_page_asks_only_once(opened):
    page = opened()
    choose_and_check(page)
    assert page.get_by_text("Is this your own device?").locator("visible=true").count() == 1
    page.get_by_role("button", name="Yes, keep my answers here").click()
    assert page.get_by_text("Is this your own device?").locator("visible=true").count() == 0
    assert kept(page, "localStorage") == [KEY, "coproduction/own-device"]
    page.close()
    later = opened()
    assert "They asked and they decide." in feedback(later)
    assert later.get_by_text("Is this your own device?").locator("visible=true").count() == 0


def test_on_a_shared_device_the_answers_go_with_the_tab(opened):
    page = opened()
    say_own_device(page, "no")
    choose_and_check(page)
    assert kept(page, "localStorage") == []
    page.reload()
    assert "They asked and they decide." in feedback(page)
    page.close()
    assert feedback(opened()) == ""


def test_answers_given_in_another_tab_are_kept_as_well(opened):
    page, other = opened(), opened("second")
    choose_and_check(other)
    say_own_device(page)
    other.reload()
    assert "They asked and they decide." in feedback(other)
    other.wait_for_function("() => Object.keys(localStorage).length === 2")
    assert kept(other, "sessionStorage") == []


def test_a_tab_that_was_told_no_keeps_to_it(opened):
    page, other = opened(), opened()
    say_own_device(page, "no")
    say_own_device(other)
    choose_and_check(page)
    assert kept(other, "localStorage") == ["coproduction/own-device"]


def test_the_device_question_comes_below_the_first_answer_and_hands_the_focus_back(opened):
    page = opened()
    asking = page.get_by_role("group", name="Is this your own device?")
    assert not asking.is_visible()
    choose_and_check(page)
    answer = form(page).locator("[data-feedback]").bounding_box()
    assert asking.bounding_box()["y"] >= answer["y"] + answer["height"]
    asking.get_by_role("button", name="Yes, keep my answers here").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-check]')")


FILL = """() => { let size = 4e6; while (size > 1) {
    try { localStorage.setItem('filler' + size, 'x'.repeat(size)); } catch {} size /= 2; } }"""


def test_a_full_device_still_shows_what_it_remembers_and_says_that_it_is_full(opened):
    page = opened()
    say_own_device(page)
    choose_and_check(page)
    page.evaluate(FILL)
    page.reload()
    assert "They asked and they decide." in feedback(page)
    page.get_by_role("textbox", name="What will you call it?").fill("The quiet room" * 50)
    assert page.locator("[data-not-kept]").first.is_visible()
    page.reload()
    assert (
        page.get_by_role("textbox", name="What will you call it?").input_value()
        == "The quiet room" * 50
    )


def test_a_device_too_full_to_keep_anything_says_so(opened):
    page = opened()
    choose_and_check(page)
    page.evaluate(FILL)
    page.get_by_role("button", name="Yes, keep my answers here").click()
    assert page.locator("[data-not-kept]").first.is_visible()
    page.reload()
    assert "They asked and they decide." in feedback(page)


def test_forgetting_removes_this_forms_answers_and_says_so(opened):
    page = opened()
    say_own_device(page)
    choose_and_check(page)
    page.get_by_text("Forget my answers").first.click()
    page.get_by_role("button", name="Forget them now").first.click()
    told = page.locator("[data-forget] [role=status]").first.inner_text()
    assert told == (
        "Your answers to these questions are gone from this browser."
        " What you answered elsewhere is kept."
    )
    assert kept(page, "sessionStorage") == kept(page, "localStorage") == []
    assert feedback(page) == ""
    assert not form(page).get_by_role("radio", checked=True).count()


def test_whoever_forgets_their_last_answer_is_asked_about_the_device_again(opened):
    page = opened()
    say_own_device(page)
    choose_and_check(page)
    page.get_by_text("Forget my answers").first.click()
    page.get_by_role("button", name="Forget them now").first.click()
    assert page.locator("[data-own-device]:visible").count() == 0
    choose_and_check(page)
    assert page.locator("[data-forget] [role=status]").first.inner_text() == ""
    page.get_by_role("button", name="Yes, keep my answers here").click()
    assert kept(page, "localStorage") == [KEY, "coproduction/own-device"]


def test_a_question_whose_words_changed_says_so_and_keeps_the_choice(opened, examples, tmp_path):
    page = opened()
    choose_and_check(page)
    changed = write_changed(
        tmp_path, ("staff deliver, after asking.", "staff deliver, having asked.")
    )
    courses = (examples, load_course(changed))
    old, new = (draw_form(drawn_quiz(one, one.quiz("one-of-each"))) for one in courses)

    def with_new_words(route):
        html = route.fetch().text()
        assert old in html
        route.fulfill(body=html.replace(old, new), content_type="text/html")

    page.route("**/first", with_new_words)
    page.reload()
    notice = "This question has changed since you answered it. Look at your answer again."
    assert form(page).locator("[data-changed]").inner_text() == notice
    assert form(page).get_by_role("radio", name="Consultation").is_checked()
    assert feedback(page) == ""
    check(page)
    assert "That fits." in feedback(page)
    assert not form(page).locator("[data-changed]").is_visible()


def test_the_same_form_twice_keeps_both_equal_and_their_ids_apart(opened):
    page = opened("second")
    choose_and_check(page, number=1)
    assert feedback(page, 0) == feedback(page, 1) != ""
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    second = form(page, number=1)
    first_choice = second.get_by_role("radio").first
    for described in first_choice.get_attribute("aria-describedby").split():
        assert second.locator(f"#{described}").count() == 1


def test_another_tab_follows(opened):
    page, other = opened(), opened()
    say_own_device(page)
    choose_and_check(page)
    other.wait_for_function("() => document.querySelector('[data-feedback]').innerText !== ''")
    assert feedback(other) == feedback(page)
    assert other.get_by_text("Is this your own device?").locator("visible=true").count() == 0


def test_without_storage_it_answers_and_says_that_nothing_is_kept(own_context, served_examples):
    own_context.add_init_script("""
        for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('blocked'); } });
    """)
    page = own_context.new_page()
    ways_in.Door("serve", served_examples).open(page)
    notice = page.locator("[data-not-kept]").first
    assert notice.inner_text().startswith(
        "This browser can\N{RIGHT SINGLE QUOTATION MARK}t keep your answers for long."
    )
    choose_and_check(page)
    assert "They asked and they decide." in feedback(page)
    assert page.get_by_text("Is this your own device?").locator("visible=true").count() == 0


EMPTY = '{"response": [], "checked": true, "fingerprint": "FINGERPRINT"}'


@pytest.mark.parametrize("damaged", ["{", "null", "7", '"text"', '{"response": 5}', "[]", EMPTY])
def test_a_damaged_memory_is_no_answer(opened, damaged):
    page = opened()
    fingerprint = form(page).locator("[data-question]").get_attribute("data-fingerprint")
    record = damaged.replace("FINGERPRINT", fingerprint)
    page.evaluate("([key, value]) => sessionStorage.setItem(key, value)", [KEY, record])
    page.reload()
    assert page.locator("[data-check]:disabled").count() == 0
    choose_and_check(page)
    assert "They asked and they decide." in feedback(page)


def test_without_javascript_it_can_be_read_and_says_why_it_can_not_be_answered(
    browser, served_examples
):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served_examples.url("first"))
    assert page.get_by_text("These questions are not switched on yet").first.is_visible()
    assert page.get_by_role("radio", name="Consultation").is_visible()
    assert form(page).locator("[data-check]").is_disabled()
    assert "They asked and they decide." not in page.locator("body").inner_text()
    page.context.close()


def test_a_long_word_does_not_push_the_page_sideways(browser, served_examples):
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(served_examples.url("first"))
    choose_and_check(page)
    form(page, "long-words").get_by_role("radio").first.check()
    check(page, "long-words")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_progress_counts_a_module_once_every_marked_question_is_checked(opened):
    page = opened()
    way = page.get_by_role("navigation", name="Lessons")
    assert way.get_by_text("0 of 2 done").is_visible()
    choose_and_check(page, "Co-design")
    assert "started" in way.get_by_role("listitem").first.inner_text()
    for question in ("who-joins", "what-first", "long-words"):
        form(page, question).locator("[data-question] input").first.check()
        check(page, question)
    assert way.get_by_text("1 of 2 done").is_visible()
    for question in ("all-stages", "equal-decisions", "jointly-responsible"):
        page.locator(f"#readiness-check--{question}--yes-fully").check()
    check(page, "all-stages")
    assert way.get_by_text("2 of 2 done").is_visible()
    assert way.get_by_role("listitem").first.inner_text().endswith(" · done")
