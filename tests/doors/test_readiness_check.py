"""The readiness check as people walk through it: answers, result, a closer look, a second check."""

import json
import random
import re
from itertools import product

import pytest
from taking_the_check import (
    CHECK,
    CORE,
    COURSE,
    HISTORY,
    NO,
    SHOWN,
    TABLES,
    TEXTS,
    UNKNOWN,
    WORDS,
    YES,
    choose,
    keep_earlier,
    look_closer,
    on_own_device,
    see_result,
)

from widgets.course.lessons import READINESS_CHECK

SAYS = WORDS.readiness
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
PHONE = {"width": 390, "height": 844}
LIVED_TOGETHER = {
    "lived-experience-decides": "together",
    "lived-experience-delivers": "together",
}
# The texts that each slot holds, by the ids that Python gave them.
SLOTS = """(given) => given.map((pattern) => {
    const form = document.querySelector('form.check');
    for (const input of form.querySelectorAll('input')) input.checked = false;
    for (const [question, answers] of Object.entries(pattern))
        for (const answer of answers)
            form.querySelector(`[name="${question}"][value="${answer}"]`).checked = true;
    form.querySelector('input').dispatchEvent(new Event('input', {bubbles: true}));
    form.querySelector('[data-check]').click();
    const slots = [...form.querySelectorAll('[data-shows]')];
    return Object.fromEntries(slots.map((slot) => [slot.dataset.shows, slot.dataset.shown]));
})"""
WORDS_BEFORE = """() => {
    const option = document.querySelector('form.check .option');
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let text; (text = walk.nextNode()) && !option.contains(text); ) {
        const around = text.parentElement;
        const isHidden = around.closest('script, template, .unseen, .skip');
        if (isHidden || !around.checkVisibility()) continue;
        words += text.data.split(/\\s+/).filter(Boolean).length;
    }
    return [words, option.getBoundingClientRect().top + scrollY];
}"""


@pytest.fixture
def check(page, served):
    page.goto(served.url(READINESS_CHECK))
    return page


@pytest.fixture
def own(check):
    on_own_device(check)
    return check


@pytest.fixture
def phone(check):
    check.set_viewport_size(PHONE)
    return check


def heading(page):
    return page.locator("[data-verdict]").inner_text()


def kept(page):
    return json.loads(page.evaluate(STORED))


def name(page, partner):
    return page.locator(f"[data-partner={partner}]").get_attribute("data-name")


def changes(page):
    """Return what is said of changes, once whoever answers has settled on something."""
    page.wait_for_timeout(900)
    return page.locator("[data-changes]").text_content()


def some_ways(count):
    """Yield ways to answer: all of the three questions, and others at random."""
    chance = random.Random(1)
    for core in product(*(TABLES.one_of[asked] for asked in CORE)):
        for _ in range(count):
            given = {asked: [answer] for asked, answer in zip(CORE, core, strict=True)}
            for asked, offered in TABLES.one_of.items():
                if asked not in (*CORE, "seat") and chance.random() < 0.7:
                    given[asked] = [chance.choice(offered)]
            for asked, offered in TABLES.any_of.items():
                given[asked] = [tick for tick in offered if chance.random() < 0.3]
            yield given


def is_asked(question, given):
    if question.startswith("carers-"):
        return given.get("carers") == ["yes"]
    if question.endswith("-evidence"):
        return given[question.removesuffix("-evidence")] in (["yes-fully"], ["partly"])
    if question == "support-given":
        return given.get("support") in (["yes-fully"], ["partly"])
    return True


def looked_up(given):
    asked = {question: answers for question, answers in given.items() if is_asked(question, given)}
    one = {question: answers[0] for question, answers in asked.items() if question in TABLES.one_of}
    any_of = {q: frozenset(answers) for q, answers in asked.items() if q in TABLES.any_of}
    found = TABLES.look_up(one | any_of)
    return {table: " ".join(found[table]) for table in SHOWN}


def test_the_browser_finds_what_python_compiled_for_ways_to_answer_all_that_is_asked(check):
    given = list(some_ways(6))
    assert len(given) == 6 * 64
    assert check.evaluate(SLOTS, given) == [looked_up(each) for each in given]


def test_on_a_phone_the_first_option_comes_soon(phone):
    words, top = phone.evaluate(WORDS_BEFORE)
    assert words <= 60
    assert top <= 650
    stops = 0
    phone.keyboard.press("Tab")
    while not phone.evaluate("document.activeElement.matches('form.check input')"):
        phone.keyboard.press("Tab")
        stops += 1
    assert stops <= 5


def test_on_a_phone_the_page_is_short_before_the_result_and_after_it(phone):
    height = "document.documentElement.scrollHeight"
    before = phone.evaluate(height)
    assert before <= 2400
    see_result(phone, NO)
    assert phone.evaluate(height) - before <= 1700


def test_answering_never_makes_the_page_longer(phone):
    height = "document.documentElement.scrollHeight"
    choose(phone, {CORE[0]: "yes-fully"})
    first = phone.evaluate(height)
    choose(phone, YES)
    assert phone.evaluate(height) == first


def test_from_the_page_to_the_verdict_there_is_little_to_read(phone):
    read = "document.querySelector('main').innerText.split(/\\s+/).filter(Boolean).length"
    assert phone.evaluate(read) <= 200
    see_result(phone, UNKNOWN | {CORE[0]: "partly"})
    answer = phone.locator(".fit").inner_text()
    assert len(answer.split()) <= 90


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 720}], ids=["phone", "laptop"])
def test_the_answer_comes_into_view_and_its_heading_says_the_verdict(check, size):
    check.set_viewport_size(size)
    see_result(check, NO)
    assert heading(check) == "The result: not co-production as it stands"
    assert check.evaluate("document.activeElement.matches('h2[data-verdict]')")
    box = check.locator("[data-verdict]").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    steps = check.locator("[data-first-step]").bounding_box()
    assert steps["y"] < size["height"]


def test_nothing_is_chosen_beforehand_and_what_is_missing_is_said(check):
    assert check.locator("form.check :checked").count() == 0
    see_result(check)
    summary = check.get_by_role("group", name=WORDS.problem)
    missing = [WORDS.choose_one.format(question=asked.text) for asked in CHECK.questions]
    assert summary.get_by_role("listitem").all_inner_texts() == missing
    assert check.evaluate("document.activeElement.matches('.errors')")


def test_three_yeses_are_likely_as_you_see_it_until_something_bears_them_out(check):
    see_result(check, YES)
    assert heading(check) == "The result: likely to suit co-production, as you see it"
    assert "not a certificate" in check.locator(".fit").inner_text()
    look_closer(check, SAYS.known)
    for asked in CORE:
        check.locator(f"#{READINESS_CHECK}--{asked}-evidence--happened").check()
    assert heading(check) == "The result: likely to suit co-production"
    check.locator(f"#{READINESS_CHECK}--{CORE[1]}-evidence--happened").uncheck()
    check.locator(f"#{READINESS_CHECK}--{CORE[1]}-evidence--hope").check()
    expected = "The result: likely to suit co-production, if what you hope for holds"
    assert heading(check) == expected
    assert expected in changes(check)
    assert CHECK.evidence.note in check.locator(".closer").inner_text()


def test_each_of_the_three_is_said_in_words_and_drawn(check):
    see_result(check, NO | {CORE[0]: "partly"})
    assert check.locator(".stands li").all_inner_texts() == [
        "All stages: partly",
        "Equal decisions: yes",
        "Joint responsibility: no",
    ]
    drawn = check.locator(".mark .disc").evaluate_all("all => all.map((e) => e.classList[1])")
    assert drawn == ["partly", "yes-fully", "not-now"]
    assert check.locator(".mark").get_attribute("aria-hidden") == "true"


def test_there_is_one_first_step_in_two_wordings(check):
    see_result(check, NO)
    step = TEXTS["step/jointly-responsible/not-now"]
    pairs = check.locator("[data-first-step] > div").all_inner_texts()
    assert pairs == [f"{SAYS.yours} {step.yours}", f"{SAYS.ask} {step.ask}"]


def test_everything_but_the_three_questions_is_closed_and_optional(check):
    see_result(check, YES)
    sections = check.locator("[data-closer] > details, [data-after] > details")
    names = [SAYS.known, SAYS.considerations, SAYS.names, SAYS.answers, COURSE.plan.title]
    assert sections.locator("> summary").all_inner_texts() == [*names, SAYS.compare, SAYS.keep]
    assert sections.evaluate_all("all => all.every((e) => !e.open)")


def test_a_no_to_something_to_consider_is_said_before_the_step_and_said_once(check):
    see_result(check, YES)
    look_closer(check, SAYS.considerations)
    choose(check, {"power": "not-now"})
    line = f"{SAYS.before} {TEXTS['before/power']}"
    assert check.locator(".before").all_inner_texts() == [line, line]
    assert check.locator(".said .before").is_visible()
    assert TEXTS["clash/equal-without-power"] in check.locator(".fit").inner_text()
    assert changes(check).count(TEXTS["before/power"]) == 1
    choose(check, {"power": "yes-fully"})
    assert check.locator(".before, .clash").count() == 0


def test_what_stands_against_three_yeses_is_said_and_changes_the_step(check):
    see_result(check, YES)
    look_closer(check, SAYS.names)
    choose(check, {"lived-experience-decides": "asked"})
    assert heading(check) == f"{SAYS.result} {TEXTS['title/likely-as-seen']}"
    assert check.locator("[data-shows=against]").inner_text() == TEXTS["against"]
    assert check.locator("[data-first-step]").get_attribute("data-first-step") == "against"


def test_an_answer_that_is_changed_takes_the_result_away_and_says_so(check):
    see_result(check, YES)
    choose(check, {"all-stages": "partly"})
    assert check.locator("[data-verdict]").count() == 0
    assert check.locator("[data-withdrawn]").inner_text() == SAYS.withdrawn
    assert check.get_by_role("status").filter(has_text=SAYS.withdrawn).is_visible()
    see_result(check)
    assert heading(check) == f"{SAYS.result} {TEXTS['title/not-yet-close']}"
    assert check.locator("[data-withdrawn]").inner_text() == ""


def test_support_without_pay_or_language_is_said_where_it_is_ticked(check):
    see_result(check, YES)
    look_closer(check, SAYS.considerations)
    choose(check, {"support": "yes-fully"})
    given = CHECK.considerations[2].given
    said = check.locator("[data-shows=support-note]")
    assert said.inner_text() == given.none
    check.locator(f"#{READINESS_CHECK}--support-given--language").check()
    assert said.inner_text() == given.without_pay
    check.locator(f"#{READINESS_CHECK}--support-given--pay").check()
    assert said.inner_text() == ""
    check.locator(f"#{READINESS_CHECK}--support-given--language").uncheck()
    assert said.inner_text() == given.without_language


def test_a_name_comes_only_on_request_one_for_each_partner(check):
    see_result(check, NO | {"jointly-responsible": "partly"})
    assert check.locator("[data-name]:visible").count() == 0
    look_closer(check, SAYS.names)
    choose(check, LIVED_TOGETHER)
    assert name(check, "lived-experience") == "shared-in-part"
    assert "People with lived experience" in changes(check)
    assert not check.get_by_role("group", name="Who will decide here? (Carers)").is_visible()
    choose(check, {"carers": "yes", "carers-decides": "told", "carers-delivers": "others-alone"})
    assert name(check, "carers") == "withheld"
    text = check.locator("[data-needs-heading]").inner_text()
    assert TEXTS["clash/equal-yet-others-decide"] in text and CHECK.withheld in text


def test_carers_shut_out_beside_equals_get_a_name_of_their_own_and_change_the_step(check):
    see_result(check, dict.fromkeys(CORE, "partly"))
    look_closer(check, SAYS.names)
    carers = {"carers": "yes", "carers-decides": "told", "carers-delivers": "others-alone"}
    choose(check, LIVED_TOGETHER | carers)
    assert (name(check, "lived-experience"), name(check, "carers")) == ("shared-in-part", "inform")
    assert CHECK.difference.differ in check.locator("[data-needs-heading]").inner_text()
    assert check.locator("[data-first-step]").get_attribute("data-first-step") == (
        "equal-decisions/partly/left-out/carers"
    )


def test_where_they_decide_the_verdict_begins_with_that(check):
    see_result(check, NO)
    look_closer(check, SAYS.names)
    choose(check, {"lived-experience-decides": "they-decide"})
    assert name(check, "lived-experience") == "led-by-them"
    lines = [line for line in check.locator(".fit").inner_text().split("\n") if line.strip()]
    assert lines[:2] == [
        "The result: not co-production as it stands",
        f"{TEXTS['led/lived-experience']} {CHECK.led_link.text}",
    ]
    assert check.locator("[data-first-step]").get_attribute("data-first-step") == "led"


def test_each_answer_is_shown_with_what_is_known_of_it_and_can_be_changed(check):
    partly = {"jointly-responsible": "partly"}
    see_result(check, YES | partly)
    look_closer(check, SAYS.known)
    asked = CHECK.questions[2]
    check.locator(f"#{READINESS_CHECK}--{asked.id}-evidence--hope").check()
    check.locator(f"[data-question={asked.id}-words] input").fill("The rota says <b>staff</b>")
    look_closer(check, SAYS.answers)
    block = check.locator(".remark", has_text=asked.text)
    said = [" ".join(pair.inner_text().split()) for pair in block.locator("dl > div:visible").all()]
    assert said[:3] == [
        "You chose:Some of it, or some people Change : Joint responsibility",
        "How you know:It is a hope",
        "In your words:The rota says <b>staff</b>",
    ]
    check.get_by_role("link", name=re.compile("Change.*Joint responsibility")).click()
    focus = "document.activeElement.id"
    assert check.evaluate(focus) == f"{READINESS_CHECK}--jointly-responsible--partly"
    check.keyboard.press("ArrowUp")
    assert not check.locator("[data-verdict]").count()
    see_result(check)
    assert heading(check) == f"{SAYS.result} {TEXTS['title/likely-hoped']}"


@pytest.mark.parametrize("answer", ["dont-know", "not-now"])
def test_what_was_ticked_under_another_answer_is_not_said(check, answer):
    asked = CORE[0]
    see_result(check, NO)
    look_closer(check, SAYS.known)
    check.locator(f"#{READINESS_CHECK}--{asked}-evidence--hope").check()
    see_result(check, {asked: answer})
    look_closer(check, SAYS.answers)
    assert "It is a hope" not in check.locator(".remark").first.inner_text()


def test_the_own_device_is_asked_after_the_answer_and_below_it_once(check):
    asking = check.get_by_role("group", name=WORDS.own_device)
    assert not asking.is_visible()
    choose(check, YES)
    assert not asking.is_visible()
    see_result(check)
    answer, asked = check.locator(".fit").bounding_box(), asking.bounding_box()
    assert asked["y"] >= answer["y"] + answer["height"]
    asking.get_by_role("button", name=WORDS.own_device_yes).click()
    assert not asking.is_visible()
    assert check.evaluate("document.activeElement.matches('[data-verdict]')")
    check.reload()
    assert heading(check) and not asking.is_visible()


@pytest.mark.parametrize("answer", [WORDS.own_device_no, None])
def test_how_one_takes_part_is_never_kept_or_shown_on_a_shared_device(check, answer):
    see_result(check, NO)
    if answer:
        check.get_by_role("button", name=answer).click()
    look_closer(check, SAYS.answers)
    choose(check, {"seat": "carer"})
    assert check.locator("[data-not-kept]:visible").count() == 0
    assert "seat" not in check.evaluate(STORED)
    assert check.locator("[data-shows=view]").inner_text() == CHECK.seat.view
    check.reload()
    assert heading(check)
    assert not check.locator("[name=seat]:checked").count()


def test_on_ones_own_device_it_is_kept_and_said_with_the_answers(own):
    see_result(own, NO)
    look_closer(own, SAYS.answers)
    choose(own, {"seat": "carer"})
    carer = next(seat for seat in CHECK.seat.options if seat.id == "carer")
    assert own.locator("[data-shows=view]").inner_text() == carer.view
    own.reload()
    look_closer(own, SAYS.answers)
    assert own.locator("[data-shows=view]").inner_text() == carer.view


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
    for question, answer in NO.items():
        choose(own, {question: answer})
        seen[question] = answer
        own.reload()
        checked = own.locator("form.check [type=radio]:checked").evaluate_all(
            "all => Object.fromEntries(all.map((one) => [one.name, one.value]))"
        )
        assert checked == seen
    see_result(own)
    look_closer(own, SAYS.considerations)
    choose(own, {"power": "not-now"})
    own.locator("[data-question=power-words] input").fill("Ŵy’r ŷd 🧑🏽‍🤝‍🧑🏻 שלום")
    before = own.locator(".fit").inner_text()
    own.reload()
    assert own.locator(".fit").inner_text() == before
    look_closer(own, SAYS.answers)
    assert "Ŵy’r ŷd 🧑🏽‍🤝‍🧑🏻 שלום" in own.locator(".outcome[data-quiet]").inner_text()


def test_a_check_is_kept_under_its_day_without_the_seat_and_once_a_day(own):
    see_result(own, NO)
    look_closer(own, SAYS.answers)
    choose(own, {"seat": "carer"})
    look_closer(own, SAYS.considerations)
    choose(own, {"power": "partly"})
    records = {key: value for key, value in kept(own)[0].items() if key.startswith(HISTORY)}
    ((day, record),) = records.items()
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", day.removeprefix(HISTORY))
    step = "jointly-responsible/not-now"
    expected = NO | {"power": "partly", "result": "not-as-it-stands", "step": step}
    assert sorted(json.loads(record)["response"]) == sorted(f"{q}={a}" for q, a in expected.items())
    assert json.loads(record)["fingerprint"] == CHECK.wording


def moved(page):
    look_closer(page, SAYS.keep)
    return page.locator("[data-when=moved]:visible").all_inner_texts()


def test_a_second_check_says_what_moved_in_words_in_a_picture_and_in_a_table(own):
    earlier = NO | {"all-stages": "not-now", "power": "dont-know"}
    keep_earlier(own, "2026-01-31", earlier)
    own.reload()
    see_result(own, NO)
    look_closer(own, SAYS.considerations)
    choose(own, {"power": "yes-fully"})
    region = own.get_by_role("region", name=WORDS.moved.title)
    assert moved(own) == [
        "All stages: from ‘None, or hardly any’ to ‘At all stages’",
        "Power: from ‘I don’t know yet’ to ‘Yes, as far as I can see’",
    ]
    assert region.get_by_role("img").get_attribute("aria-label") == WORDS.moved.picture
    dots = region.locator(".dots-row[data-row=power] [data-dot]").all_inner_texts()
    assert dots == ["●", "", "", "○"]
    region.get_by_text(WORDS.moved.table).click()
    assert region.get_by_role("row").all_inner_texts()[:2] == [
        "Question\tbefore\tnow",
        "All stages\tNone, or hardly any\tAt all stages",
    ]


def test_a_check_of_version_0_3_0_is_compared_in_the_words_it_was_made_in(own):
    earlier = NO | {"all-stages": "not-now", "what-can-change": "comment", "result": "consult"}
    keep_earlier(own, "2026-01-31", earlier, wording="readiness-check")
    own.reload()
    see_result(own, NO)
    assert moved(own) == [
        "All stages: from ‘No’ to ‘At all stages’",
        "The result: from ‘This work may be closest to consulting’"
        " to ‘not co-production as it stands’",
    ]
    own.get_by_text(WORDS.moved.table).click()
    assert "What can change\tThey can comment, and staff decide\tnot asked" in (
        own.locator("[data-moved] tbody tr").all_inner_texts()
    )


def test_one_may_choose_which_check_to_compare_with(own):
    keep_earlier(own, "2026-01-31", NO | {"all-stages": "not-now"})
    keep_earlier(own, "2026-02-28", NO | {"all-stages": "partly"})
    own.reload()
    see_result(own, NO)
    assert moved(own) == ["All stages: from ‘Some stages, or some people’ to ‘At all stages’"]
    own.get_by_label(WORDS.moved.compare).select_option("2026-01-31")
    now = own.locator("[data-when=moved]:visible").all_inner_texts()
    assert now == ["All stages: from ‘None, or hardly any’ to ‘At all stages’"]


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
    assert moved(page)[0] == "All stages: from ‘I don’t know yet’ to ‘At all stages’"
    assert page.get_by_label(WORDS.moved.compare).locator("option").all_inner_texts() == [
        WORDS.moved.first_go
    ]


@pytest.mark.parametrize(
    ("day", "record"),
    [
        ("2026-01-31", "{not json"),
        ("2026-01-31", "null"),
        ("2026-01-31", json.dumps({"response": ["<b>=x", "__proto__=constructor"]})),
        ("2026-01-31", json.dumps({"response": ["power=constructor", "all-stages=__proto__"]})),
        ("2026-01-31", json.dumps({"response": ["a=b"], "fingerprint": "__proto__"})),
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
    look_closer(own, SAYS.keep)
    assert own.get_by_text(WORDS.moved.kept).is_visible()
    assert not own.get_by_label(WORDS.moved.compare).is_visible()


def test_a_check_kept_on_another_day_is_compared_with_todays(own_context, served):
    page = own_context.new_page()
    page.clock.install(time="2027-01-31T12:00:00")
    page.goto(served.url(READINESS_CHECK))
    on_own_device(page)
    see_result(page, NO)
    page.clock.set_system_time("2027-03-01T12:00:00")
    see_result(page, {"all-stages": "partly"})
    assert moved(page) == ["All stages: from ‘At all stages’ to ‘Some stages, or some people’"]
    assert page.get_by_label(WORDS.moved.compare).input_value() == "2027-01-31"
    again = page.locator("[data-look-again] time").first
    assert again.inner_text() == "Wednesday, 31 March 2027"


def test_who_says_late_that_the_device_is_theirs_sees_whose_view_it_is_at_once(check):
    see_result(check, NO)
    look_closer(check, SAYS.answers)
    choose(check, {"seat": "carer"})
    check.get_by_role("button", name=WORDS.own_device_yes).click()
    carer = next(seat for seat in CHECK.seat.options if seat.id == "carer")
    assert check.locator("[data-shows=view]").inner_text() == carer.view


@pytest.mark.parametrize("newer_says_yes", [True, False])
def test_of_two_tabs_the_newer_answer_is_kept(check, context, served, newer_says_yes):
    other = context.new_page()
    other.goto(served.url(READINESS_CHECK))
    see_result(other, dict.fromkeys(CORE, "partly"))
    check.wait_for_function("since => Date.now() > since", arg=check.evaluate("Date.now()"))
    check.bring_to_front()
    see_result(check, YES)
    said = check if newer_says_yes else other
    said.bring_to_front()
    said.get_by_role("button", name=WORDS.own_device_yes).click()
    for page in (check, other):
        page.wait_for_function("() => Object.keys(sessionStorage).length === 0")
        page.locator(f"[name={CORE[0]}][value=yes-fully]:checked").wait_for()


def test_a_tab_that_was_told_no_takes_nothing_from_the_device(check, context, served):
    see_result(check, YES)
    check.get_by_role("button", name=WORDS.own_device_no).click()
    other = context.new_page()
    other.goto(served.url(READINESS_CHECK))
    see_result(other, NO)
    other.get_by_role("button", name=WORDS.own_device_yes).click()
    # A page behind another one is drawn once a second.
    check.bring_to_front()
    look_closer(check, SAYS.keep)
    check.get_by_role("button", name=WORDS.moved.afresh).click()
    other.reload()
    assert heading(other)


def test_a_check_that_came_from_elsewhere_is_not_said_to_be_the_one_that_was_kept(own):
    keep_earlier(own, "2026-01-31", NO | {"result": "not-as-it-stands"})
    own.reload()
    see_result(own, NO | {CORE[0]: "partly"})
    own.evaluate(
        """([key, place]) => {
            for (const name of Object.keys(localStorage)) {
                if (name.startsWith(key) && !name.endsWith('01-31')) localStorage.removeItem(name);
                if (name.endsWith(place)) {
                    const record = JSON.parse(localStorage.getItem(name));
                    record.response = ['dont-know'];
                    localStorage.setItem(name, JSON.stringify(record));
                }
            }
        }""",
        [HISTORY, f"/{CORE[0]}"],
    )
    own.reload()
    assert heading(own)
    look_closer(own, SAYS.keep)
    assert not own.get_by_role("region", name=WORDS.moved.title).is_visible()


def test_the_check_can_be_taken_again_from_the_start(own):
    see_result(own, NO)
    look_closer(own, SAYS.keep)
    own.get_by_role("button", name=WORDS.moved.afresh).click()
    assert own.locator("form.check :checked").count() == 0
    assert own.evaluate("document.activeElement.name") == CORE[0]
    assert [key for key in kept(own)[0] if key.startswith(HISTORY)]
    assert not own.locator("[data-after]:visible").count()


def test_what_is_forgotten_is_said_where_the_button_stood_which_keeps_the_focus(check):
    see_result(check, YES)
    check.get_by_text(WORDS.forget, exact=True).first.click()
    check.get_by_role("button", name=WORDS.forget_now).first.click()
    assert check.get_by_text(WORDS.forgotten, exact=True).is_visible()
    assert check.evaluate("document.activeElement.textContent").startswith(WORDS.forget_now)


def test_without_scripts_it_leads_to_the_check_on_paper(browser, served):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served.url(READINESS_CHECK))
    page.get_by_text(CHECK.about.title, exact=True).click()
    page.get_by_role("link", name="The check on paper").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Readiness check on paper"


def test_forgetting_the_check_forgets_the_checks_that_were_kept_too(own):
    see_result(own, NO)
    own.get_by_text(WORDS.forget, exact=True).first.click()
    own.get_by_role("button", name=WORDS.forget_now).first.click()
    assert kept(own) == [{}, {}]


def test_on_a_shared_device_nothing_outlives_the_tab(check, context, served):
    see_result(check, NO)
    check.get_by_role("button", name=WORDS.own_device_no).click()
    see_result(check, YES)
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
    assert not page.locator("[data-verdict]").count()


def test_the_way_through_by_keyboard_alone(check):
    check.locator("form.check input").first.focus()
    for _ in CHECK.questions:
        assert check.evaluate("document.activeElement.value") == "yes-fully"
        check.keyboard.press("Space")
        check.keyboard.press("Tab")
    check.keyboard.press("Enter")
    assert check.evaluate("document.activeElement.innerText") == (
        "The result: likely to suit co-production, as you see it"
    )
    for _ in range(3):
        check.keyboard.press("Tab")
    assert check.evaluate("document.activeElement.innerText") == SAYS.known
    check.keyboard.press("Enter")
    check.keyboard.press("Tab")
    assert check.evaluate("document.activeElement.value") == "happened"
    check.keyboard.press("Space")
    assert check.locator("details[open] .said").first.is_visible()
