"""The readiness check as people walk through it: answers, result, plan, a second check."""

import json
import random
import re

import pytest
from taking_the_check import (
    CHECK,
    CONTRADICTION,
    CORE,
    COURSE,
    HISTORY,
    NO,
    UNKNOWN,
    WEIGHED,
    WORDS,
    YES,
    choose,
    keep_earlier,
    see_result,
)

from widgets.course.guidance import contradictions, every_way, judge
from widgets.course.lessons import READINESS_CHECK
from widgets.forms.check.check import evidence_id, given_id, words_id

STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"


@pytest.fixture
def check(page, served):
    page.goto(served.url(READINESS_CHECK))
    return page


@pytest.fixture
def own(check):
    check.get_by_role("button", name=WORDS.own_device_yes).click()
    return check


def outcome(page):
    return [line for line in page.locator(".outcome").inner_text().split("\n") if line.strip()]


def kept(page):
    return json.loads(page.evaluate(STORED))


def told(answers, view=CHECK.seat.view):
    """Yield what Python says of answers, in the order of the page."""
    result = judge(CHECK, answers)
    yield from (WORDS.readiness.result, view)
    yield from (pair.text for pair in contradictions(CHECK, answers))
    if result.level:
        yield WORDS.readiness.best_fit
    yield from (result.title, result.text)
    if result.level:
        yield WORDS.readiness.levels
    if result.well:
        yield from (WORDS.readiness.well, result.well)
    if result.towards:
        yield from (WORDS.readiness.towards, result.towards)
    yield from (WORDS.readiness.answers, result.asking)
    for asked in CHECK.asked:
        if asked.id in answers:
            yield from told_of(asked, answers[asked.id])


def told_of(asked, answer_id):
    answer = next(answer for answer in CHECK.answers_to(asked) if answer.id == answer_id)
    yield asked.text
    yield from (WORDS.you_chose, answer.text)
    guidance = asked.guidance.get(answer.id)
    if guidance:
        yield from (WORDS.what_it_means, guidance.reason)
        yield from (WORDS.ask_together, guidance.ask_together)
        yield from (WORDS.first_step, guidance.first_step)
    if asked.given and answer.id in asked.given.when:
        yield asked.given.none


SHOWN = """(given) => given.map((pattern) => {
    const form = document.querySelector('form.check');
    for (const [question, answer] of Object.entries(pattern))
        form.querySelector(`[name="${question}"][value="${answer}"]`).click();
    form.querySelector('[data-check]').click();
    const region = form.querySelector('[data-feedback]').cloneNode(true);
    for (const part of region.querySelectorAll('[data-left-out], [hidden]')) part.remove();
    const parts = [...region.querySelectorAll('h3, h4, h5, p, dt, dd')];
    return parts.map((part) => part.textContent.trim());
})"""


def test_the_browser_says_what_python_says_of_every_pattern(check):
    chance = random.Random(1)
    answers = [answer.id for answer in CHECK.answers]
    given, weighed = [], {}
    for number, pattern in enumerate(every_way(CHECK)):
        # Each answer to be changed costs a moment, and considerations never change the result.
        if number % 20 == 0:
            weighed = {question: chance.choice(answers) for question in WEIGHED}
        given.append(pattern | weighed)
    assert len(given) == 1261
    assert check.evaluate(SHOWN, given) == [list(told(pattern)) for pattern in given]


def test_nothing_is_chosen_beforehand_and_what_is_missing_is_said(check):
    assert check.locator("form.check :checked").count() == 0
    see_result(check)
    summary = check.get_by_role("group", name=WORDS.problem)
    always = [*CHECK.questions, *CHECK.considerations]
    missing = [WORDS.choose_one.format(question=asked.text) for asked in always]
    assert summary.get_by_role("listitem").all_inner_texts() == missing
    assert check.evaluate("document.activeElement.matches('.errors')")


def test_three_full_yeses_ask_for_no_facts_and_are_likely_and_no_certificate(check):
    choose(check, YES)
    for fact in CHECK.facts:
        assert not check.get_by_role("group", name=fact.text).is_visible()
    see_result(check)
    assert check.locator(".fit h4").inner_text() == "Likely to suit co-production"
    assert "not a certificate" in check.locator(".fit").inner_text()
    assert outcome(check)[1] == "These are one person’s answers, and not a joint decision."


def test_a_no_with_ticks_shows_how_it_is_known_and_where_it_rests_on_hope(check):
    choose(check, NO)
    asked = CHECK.questions[2]
    check.locator(f"#{READINESS_CHECK}--{evidence_id(asked)}--hope").check()
    check.locator(f"[data-question={words_id(asked)}] input").fill("The rota says <b>staff</b>")
    see_result(check)
    assert check.locator(".fit h4").inner_text() == "This work may be closest to co-design"
    block = check.locator(".remark", has_text=asked.text)
    said = [" ".join(pair.inner_text().split()) for pair in block.locator("dl > div").all()]
    assert said[:3] == [
        "You chose:No Change : Joint responsibility",
        "How you know:It is a hope",
        "In your words:The rota says <b>staff</b>",
    ]
    hope = next(sign for sign in CHECK.evidence.options if sign.id == "hope")
    assert block.locator("xpath=following-sibling::*[1]").inner_text() == hope.note


def test_a_hope_beside_something_firm_is_not_pointed_at(check):
    asked = CHECK.questions[0]
    choose(check, NO)
    for sign in ("hope", "written"):
        check.locator(f"#{READINESS_CHECK}--{evidence_id(asked)}--{sign}").check()
    see_result(check)
    assert check.locator(".outcome .gentle").all_inner_texts() == [
        CHECK.considerations[2].given.none
    ]


def test_what_was_ticked_under_another_answer_is_not_said(check):
    asked = CHECK.questions[0]
    choose(check, NO)
    check.locator(f"#{READINESS_CHECK}--{evidence_id(asked)}--hope").check()
    choose(check, {asked.id: "dont-know"})
    see_result(check)
    assert "It is a hope" not in "\n".join(outcome(check))


def test_support_can_be_named_where_there_is_some(check):
    support = CHECK.considerations[2]
    choose(check, YES)
    for option in support.given.options[:2]:
        check.locator(f"#{READINESS_CHECK}--{given_id(support)}--{option.id}").check()
    see_result(check)
    text = "\n".join(outcome(check))
    assert "; ".join(option.text for option in support.given.options[:2]) in text
    assert support.given.none not in text


def test_not_knowing_leads_to_finding_out_and_to_no_level(check):
    see_result(check, UNKNOWN)
    assert check.locator(".fit h4").inner_text() == "Find out more first"
    assert check.locator(".levels, .ways").count() == 0


def test_a_contradiction_is_the_first_thing_the_result_says(check):
    see_result(check, CONTRADICTION)
    assert outcome(check)[2].startswith(
        "You said a full yes to equal roles in decisions, but not to equal power in them."
    )
    assert check.locator(".fit h4").inner_text() == "Likely to suit co-production"


def test_an_answer_is_changed_from_the_result(check):
    see_result(check, NO)
    check.get_by_role("link", name=re.compile("Change.*Joint responsibility")).click()
    focus = "document.activeElement.id"
    assert check.evaluate(focus) == f"{READINESS_CHECK}--jointly-responsible--not-now"
    check.keyboard.press("ArrowUp")
    assert not check.locator(".outcome h3").count()
    see_result(check)
    assert "Partly" in check.locator(".remark", has_text=CHECK.questions[2].text).inner_text()


def test_the_result_takes_the_focus_and_opens_with_whose_view_it_is(check):
    see_result(check, NO)
    assert check.evaluate("document.activeElement.innerText") == WORDS.readiness.result
    assert outcome(check)[1] == CHECK.seat.view


@pytest.mark.parametrize("answer", [WORDS.own_device_no, None])
def test_how_one_takes_part_is_never_kept_or_shown_on_a_shared_device(check, answer):
    if answer:
        check.get_by_role("button", name=answer).click()
    choose(check, {"seat": "carer"})
    assert check.locator("[data-not-kept]:visible").count() == 0
    see_result(check, NO)
    assert "seat" not in check.evaluate(STORED)
    assert outcome(check)[1] == CHECK.seat.view
    check.reload()
    assert check.locator(".outcome h3").count()
    assert not check.locator("[name=seat]:checked").count()


def test_on_ones_own_device_it_is_kept_and_opens_the_result(own):
    choose(own, {"seat": "carer"})
    see_result(own, NO)
    carer = next(seat for seat in CHECK.seat.options if seat.id == "carer")
    assert outcome(own)[1] == carer.view
    own.reload()
    assert outcome(own)[1] == carer.view


def test_a_progress_file_from_elsewhere_leaves_no_seat_on_a_shared_device(page, served):
    record = {"fingerprint": "x", "response": ["carer"], "checked": True}
    answers = {f"{READINESS_CHECK}/seat": record, "readiness-check/power": record}
    file = {"kind": "coproduction-progress", "version": 1, "course": COURSE.id, "answers": answers}
    page.goto(served.url())
    page.get_by_label(WORDS.bring_back).set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    page.get_by_text("Your answers are back").wait_for()
    assert [key.rsplit("/", 1)[1] for part in kept(page) for key in part] == ["power"]


def test_nothing_is_lost_by_a_reload_at_any_step(own):
    seen = {}
    for question, answer in ({"seat": "carer"} | NO).items():
        choose(own, {question: answer})
        seen[question] = answer
        own.reload()
        checked = own.locator("form.check [type=radio]:checked").evaluate_all(
            "all => Object.fromEntries(all.map((one) => [one.name, one.value]))"
        )
        assert checked == seen
    own.locator(f"[data-question={words_id(CHECK.questions[0])}] input").fill(
        "Ŵy’r ŷd 🧑🏽‍🤝‍🧑🏻 שלום"
    )
    see_result(own)
    before = outcome(own)
    own.reload()
    assert outcome(own) == before


def test_a_check_is_kept_under_its_day_without_the_seat_and_once_a_day(own):
    choose(own, {"seat": "carer"})
    see_result(own, NO)
    see_result(own, {"power": "partly"})
    records = {key: value for key, value in kept(own)[0].items() if key.startswith(HISTORY)}
    (day, record), *rest = records.items()
    assert not rest and re.fullmatch(r"20\d\d-\d\d-\d\d", day.removeprefix(HISTORY))
    expected = NO | {"power": "partly", "result": "co-design"}
    assert sorted(json.loads(record)["response"]) == sorted(f"{q}={a}" for q, a in expected.items())


def test_a_fact_that_is_no_longer_asked_is_left_out_of_the_check_that_is_kept(own):
    see_result(own, NO)
    see_result(own, YES)
    (record,) = (value for key, value in kept(own)[0].items() if key.startswith(HISTORY))
    assert not [pair for pair in json.loads(record)["response"] if pair.startswith("who-runs-it")]


def moved(page):
    return page.locator("[data-when=moved]:visible").all_inner_texts()


def test_a_second_check_says_what_moved_in_words_in_a_picture_and_in_a_table(own):
    earlier = NO | {"all-stages": "not-now", "power": "dont-know"}
    keep_earlier(own, "2026-01-31", earlier)
    own.reload()
    see_result(own, NO)
    region = own.get_by_role("region", name=WORDS.moved.title)
    assert moved(own) == [
        "All stages: from ‘No’ to ‘Yes, fully’",
        "Power: from ‘I don’t know yet’ to ‘Yes, fully’",
    ]
    assert region.get_by_role("img").get_attribute("aria-label") == WORDS.moved.picture
    dots = region.locator(".dots-row[data-row=power] [data-dot]").all_inner_texts()
    assert dots == ["●", "", "", "○"]
    region.get_by_text(WORDS.moved.table).click()
    assert region.get_by_role("row").all_inner_texts()[:2] == [
        "Question\tbefore\tnow",
        "All stages\tNo\tYes, fully",
    ]


def test_one_may_choose_which_check_to_compare_with(own):
    keep_earlier(own, "2026-01-31", NO | {"power": "not-now"})
    keep_earlier(own, "2026-02-28", NO | {"power": "partly"})
    own.reload()
    see_result(own, NO)
    assert moved(own) == ["Power: from ‘Partly’ to ‘Yes, fully’"]
    own.get_by_label(WORDS.moved.compare).select_option("2026-01-31")
    assert moved(own) == ["Power: from ‘No’ to ‘Yes, fully’"]


def test_where_nothing_moved_that_is_said(own):
    keep_earlier(own, "2026-01-31", NO)
    own.reload()
    see_result(own, NO)
    assert moved(own) == []
    assert own.get_by_text(WORDS.moved.nothing).is_visible()


def test_the_first_go_is_not_carried_over_and_then_shows_what_moved(page, served):
    page.goto(served.url("is-it-co-production"))
    for question in CORE:
        page.locator(f"#first-go--{question}--dont-know").check()
    page.goto(served.url(READINESS_CHECK))
    assert page.locator("form.check :checked").count() == 0
    see_result(page, NO)
    assert page.get_by_label(WORDS.moved.compare).locator("option").all_inner_texts() == [
        WORDS.moved.first_go
    ]
    assert moved(page)[0] == "All stages: from ‘I don’t know yet’ to ‘Yes, fully’"


def test_a_fact_or_the_result_that_moved_is_said_too(own):
    keep_earlier(own, "2026-01-31", NO | {"what-can-change": "comment", "result": "consult"})
    own.reload()
    see_result(own, NO)
    assert moved(own) == [
        "What can change: from ‘They can comment, and staff decide’"
        " to ‘They help to shape the plan, and staff have the last word’",
        "The result: from ‘This work may be closest to consulting’"
        " to ‘This work may be closest to co-design’",
    ]
    assert own.get_by_text("Moved since: Saturday, 31 January 2026").is_visible()


@pytest.mark.parametrize(
    ("day", "record"),
    [
        ("2026-01-31", "{not json"),
        ("2026-01-31", "null"),
        ("2026-01-31", json.dumps({"response": ["<b>=x", "__proto__=constructor"]})),
        ("2026-01-31", json.dumps({"response": ["power=constructor", "all-stages=__proto__"]})),
        ("2026-02-30", json.dumps({"response": ["power=partly"]})),
        ("0001-01-01", json.dumps({"response": ["power=partly"]})),
        ("2026-99-99", json.dumps({"response": ["power=partly"]})),
        ("2099-11-01", json.dumps({"response": ["power=partly"]})),
        ("zzz", json.dumps({"response": ["power=partly"]})),
    ],
)
def test_what_can_not_have_been_an_earlier_check_is_not_compared(own, day, record):
    own.evaluate("([key, text]) => localStorage.setItem(key, text)", [HISTORY + day, record])
    own.reload()
    see_result(own, NO)
    assert own.get_by_text(WORDS.moved.kept).is_visible()
    assert not own.get_by_label(WORDS.moved.compare).is_visible()


def test_a_check_kept_on_another_day_is_compared_with_todays(own_context, served):
    page = own_context.new_page()
    page.clock.install(time="2027-01-31T12:00:00")
    page.goto(served.url(READINESS_CHECK))
    page.get_by_role("button", name=WORDS.own_device_yes).click()
    see_result(page, NO)
    page.clock.set_system_time("2027-03-01T12:00:00")
    see_result(page, {"power": "partly"})
    assert page.get_by_label(WORDS.moved.compare).input_value() == "2027-01-31"
    assert moved(page) == ["Power: from ‘Yes, fully’ to ‘Partly’"]
    again = page.locator("[data-look-again] time").first
    assert again.inner_text() == "Wednesday, 31 March 2027"


def test_who_says_late_that_the_device_is_theirs_sees_whose_view_it_is_at_once(check):
    choose(check, {"seat": "carer"})
    see_result(check, NO)
    check.get_by_role("button", name=WORDS.own_device_yes).click()
    carer = next(seat for seat in CHECK.seat.options if seat.id == "carer")
    assert outcome(check)[1] == carer.view


@pytest.mark.parametrize("newer_says_yes", [True, False])
def test_of_two_tabs_the_newer_answer_is_kept(check, context, served, newer_says_yes):
    other = context.new_page()
    other.goto(served.url(READINESS_CHECK))
    choose(other, {"power": "partly"})
    check.wait_for_function("since => Date.now() > since", arg=check.evaluate("Date.now()"))
    choose(check, {"power": "yes-fully"})
    said = check if newer_says_yes else other
    said.get_by_role("button", name=WORDS.own_device_yes).click()
    for page in (check, other):
        page.wait_for_function("Object.keys(sessionStorage).length === 0")
        page.locator("[name=power][value=yes-fully]:checked").wait_for()


def test_a_tab_that_was_told_no_takes_nothing_from_the_device(check, context, served):
    check.get_by_role("button", name=WORDS.own_device_no).click()
    other = context.new_page()
    other.goto(served.url(READINESS_CHECK))
    other.get_by_role("button", name=WORDS.own_device_yes).click()
    see_result(other, NO)
    # A page behind another one is drawn once a second.
    check.bring_to_front()
    see_result(check, YES)
    check.get_by_role("button", name=WORDS.moved.afresh).click()
    other.reload()
    assert other.locator(".outcome h3").count()


def test_a_check_that_came_from_elsewhere_is_not_said_to_be_the_one_that_was_kept(own):
    keep_earlier(own, "2026-01-31", NO | {"result": "co-design"})
    own.reload()
    see_result(own, NO)
    own.evaluate(
        """(key) => {
            for (const name of Object.keys(localStorage)) {
                if (name.startsWith(key) && !name.endsWith('01-31')) localStorage.removeItem(name);
                if (name.endsWith('/power')) {
                    const record = JSON.parse(localStorage.getItem(name));
                    localStorage.setItem(name, JSON.stringify({...record, response: ['partly']}));
                }
            }
        }""",
        HISTORY,
    )
    own.reload()
    assert own.locator(".outcome h3").count()
    assert not own.get_by_role("region", name=WORDS.moved.title).is_visible()


def test_the_check_can_be_taken_again_from_the_start(own):
    see_result(own, NO)
    own.get_by_role("button", name=WORDS.moved.afresh).click()
    assert own.locator("form.check :checked").count() == 0
    assert own.evaluate("document.activeElement.name") == "seat"
    assert [key for key in kept(own)[0] if key.startswith(HISTORY)]
    assert not own.get_by_role("region", name=WORDS.moved.title).is_visible()


def test_forgetting_the_check_forgets_the_checks_that_were_kept_too(own):
    see_result(own, NO)
    own.get_by_text(WORDS.forget, exact=True).first.click()
    own.get_by_role("button", name=WORDS.forget_now).click()
    assert kept(own) == [{}, {}]


def test_on_a_shared_device_nothing_outlives_the_tab(check, context, served):
    check.get_by_role("button", name=WORDS.own_device_no).click()
    see_result(check, NO)
    assert kept(check)[0] == {}
    other = context.new_page()
    other.goto(served.url(READINESS_CHECK))
    assert other.locator("form.check :checked").count() == 0


def test_answers_from_an_older_course_come_back_and_are_to_be_looked_at_again(page, served):
    record = {"fingerprint": "0ld", "response": ["partly"], "checked": True, "done": True}
    answers = {f"{READINESS_CHECK}/{question}": record for question in CORE}
    answers["your-commitment/if-then"] = record | {"response": "When we meet, then I will ask."}
    file = {"kind": "coproduction-progress", "version": 1, "course": COURSE.id, "answers": answers}
    page.goto(served.url())
    page.get_by_label(WORDS.bring_back).set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    page.get_by_text("Your answers are back").wait_for()
    page.goto(served.url(READINESS_CHECK))
    assert page.locator("form.check [value=partly]:checked").count() == 3
    assert page.locator("form.check [data-changed]:visible").count() == 3
    assert not page.locator(".outcome h3").count()


def test_the_way_through_by_keyboard_alone(check):
    check.locator("[name=seat]").first.focus()
    for key in ("Space", "Tab"):
        check.keyboard.press(key)
    for _ in CHECK.questions:
        assert check.evaluate("document.activeElement.value") == "yes-fully"
        check.keyboard.press("Space")
        # Past the signs and the few words.
        for _ in range(len(CHECK.evidence.options) + 2):
            check.keyboard.press("Tab")
    for asked in CHECK.considerations:
        check.keyboard.press("Space")
        ticks = len(asked.given.options) if asked.given else 0
        for _ in range(ticks + len(CHECK.evidence.options) + 2):
            check.keyboard.press("Tab")
    check.keyboard.press("Enter")
    assert check.locator(".fit h4").inner_text() == "Likely to suit co-production"
