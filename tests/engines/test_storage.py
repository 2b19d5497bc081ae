"""A full device, two tabs, a tab that is closed: what is kept, in each engine."""

import json

import pytest
from taking_the_check import CHECK, COURSE, WORDS

LESSON = "what-it-is"
FIRST, SECOND = COURSE.quiz("meaning-practice").questions
WRITING = COURSE.quiz("your-partners").questions[0]
WRITTEN = "Carers: evenings."
# Until not one more letter fits.
FILL = """(() => { for (let size = 2 ** 22; size >= 1; size /= 2)
        for (let number = 0; number < 9; number++)
            try { localStorage.setItem(`${size} ${number}`, 'x'.repeat(size)); } catch { break; }
    try { localStorage.setItem('one', 'more'); } catch ({ name }) { return name; } })()"""
KEPT = """() => [localStorage, sessionStorage].map((kept) =>
    Object.keys(kept).filter((key) => /coproduction.co-production/.test(key)).sort())"""
CHOSEN = "() => [...document.querySelectorAll(':checked')].map(({ value }) => value)"


@pytest.fixture
def in_tabs(engine):
    if not engine.has_tabs:
        pytest.skip("in Firefox a second tab hung through Playwright")
    return engine


def opened(engine, server):
    engine.open(server.url(LESSON))


def choose(engine, question, number=0):
    """Choose one of a question's options, and check it."""
    engine.click("choice", question.options[number].text)
    engine.click("button", question.text)
    return question.options[number].id


def keep_here(engine):
    engine.click("button", WORDS.own_device_yes)
    engine.wait("localStorage.getItem('coproduction/own-device')")


def write(engine, text=WRITTEN):
    engine.focus("field", WRITING.text)
    engine.type(text)


def written(engine):
    return engine.js("document.querySelector('textarea').value")


def place(form, question):
    return f"coproduction/{COURSE.id}/{form}/{question.id}"


def test_on_a_full_device_it_answers_says_so_and_loses_nothing_that_was_kept(engine, open_to_all):
    opened(engine, open_to_all)
    before = choose(engine, FIRST)
    keep_here(engine)
    assert engine.js(FILL) == "QuotaExceededError"
    after = choose(engine, FIRST, 1)
    engine.see(WORDS.not_kept)
    write(engine)
    assert engine.js(CHOSEN) == [after]
    engine.see(FIRST.options[1].feedback)
    engine.open(open_to_all.url("readiness-check"))
    for question in CHECK.questions:
        engine.click("choice", question.answers[0].text)
    engine.click("button", WORDS.see_result)
    engine.text("[data-verdict]")
    engine.see(WORDS.not_kept)
    opened(engine, open_to_all)
    # What the device has no room for stays in the tab; what it held before it still holds.
    assert engine.js(CHOSEN) == [after]
    assert written(engine) == WRITTEN
    held = engine.js("key => localStorage.getItem(key)", place("meaning-practice", FIRST))
    assert json.loads(held)["response"] == [before]


def test_answers_in_two_tabs_leave_each_other_alone(in_tabs, open_to_all):
    engine = in_tabs
    opened(engine, open_to_all)
    first = choose(engine, FIRST)
    keep_here(engine)
    engine.tab()
    opened(engine, open_to_all)
    assert engine.js(CHOSEN) == [first]
    second = choose(engine, SECOND)
    engine.turn_to(0)
    engine.wait(f"ids => ({CHOSEN})().join() === ids", f"{first},{second}")
    write(engine)
    again = choose(engine, FIRST, 2)
    engine.turn_to(1)
    engine.wait(f"ids => ({CHOSEN})().join() === ids", f"{again},{second}")
    assert written(engine) == WRITTEN
    device, tab = engine.js(KEPT)
    quiz, other = "meaning-practice", "your-partners"
    assert tab == []
    assert device == sorted([place(quiz, FIRST), place(quiz, SECOND), place(other, WRITING)])


def test_two_tabs_that_answered_before_the_device_is_theirs_keep_both(in_tabs, open_to_all):
    engine = in_tabs
    opened(engine, open_to_all)
    first = choose(engine, FIRST)
    engine.tab()
    opened(engine, open_to_all)
    assert engine.js(CHOSEN) == []
    second = choose(engine, SECOND)
    write(engine)
    engine.turn_to(0)
    keep_here(engine)
    engine.wait(f"ids => ({CHOSEN})().join() === ids", f"{first},{second}")
    engine.turn_to(1)
    engine.wait(f"ids => ({CHOSEN})().join() === ids", f"{first},{second}")
    assert written(engine) == WRITTEN
    assert len(engine.js(KEPT)[0]) == 3


def test_on_a_shared_device_a_new_tab_holds_nothing_of_one_that_was_closed(in_tabs, open_to_all):
    engine = in_tabs
    opened(engine, open_to_all)
    engine.tab()
    opened(engine, open_to_all)
    choose(engine, FIRST)
    engine.click("button", WORDS.own_device_no)
    write(engine)
    assert engine.js("localStorage.length") == 0
    engine.reload()
    assert written(engine) == WRITTEN
    engine.close_tab()
    engine.tab()
    opened(engine, open_to_all)
    assert engine.js(CHOSEN) == []
    assert written(engine) == ""
    assert json.loads(engine.js("JSON.stringify([{...localStorage}, {...sessionStorage}])")) == [
        {},
        {},
    ]
