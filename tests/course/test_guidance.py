"""What the readiness check says, walked through for every way to answer it."""

import random
import re
from collections import Counter
from itertools import product

import pytest
from texts import every_text_of

from widgets.course.guidance import (
    contradictions,
    every_way,
    first_matches,
    is_asked,
    judge,
    patterns,
    ways,
)
from widgets.course.loading import load_course
from widgets.forms.check.check import (
    drawn_readiness_check,
    evidence_id,
    given_id,
)

COURSE = load_course()
CHECK = COURSE.readiness_check
A, E, J = CORE = ("all-stages", "equal-decisions", "jointly-responsible")
P, R, S = WEIGHED = ("power", "responsibilities", "support")
W, D = FACTS = ("what-can-change", "who-runs-it")
YES, PARTLY, NO, UNKNOWN = ANSWERS = ("yes-fully", "partly", "not-now", "dont-know")
RUNS = ("staff-alone", "some-roles", "jointly")
RESULTS = {
    "nothing": ("inform", "inform-shared-work", "inform-shared-work"),
    "comment": ("consult", "engage", "engage"),
    "shape": ("co-design", "co-design", "co-design-decisions-next"),
    "decide": (
        "co-design-delivery-next",
        "near-co-production",
        "near-co-production-one-answer-left",
    ),
}
CLOSED = ("find-out-nothing-open", "inform", "inform-shared-work")
WAYS = list(every_way(CHECK))
WEIGHINGS = list(patterns(dict.fromkeys(WEIGHED, ANSWERS)))
OFFERED = {"one": ["yes", "no"], "two": ["yes", "no"]}
DISCOURAGING = re.compile(
    r"\b(?:do not|don't|never|stop|avoid|cannot|can't|should not|shouldn't|no need to)"
    r" (?:\w+ )?(?:ask|asking|invite|inviting|involve|involving|include|including)\b"
    r"|\bwithout (?:asking|involving|including)\b",
    re.IGNORECASE,
)


def expected_result(given):
    """Return the result of a way to answer, as the table has it."""
    core = [given[question] for question in CORE]
    if set(core) == {YES}:
        return "likely"
    change, runs = given[W], given[D]
    if UNKNOWN not in (*core, change, runs):
        return RESULTS[change][RUNS.index(runs)]
    if change == "nothing":
        return "find-out-nothing-open"
    one_is_missing = sorted(core) == sorted([YES, YES, UNKNOWN])
    if one_is_missing and UNKNOWN not in (change, runs):
        return "one-thing-to-find-out"
    return "find-out-first"


def every_full_way():
    """Yield every way to answer all that is asked, considerations too."""
    for given, weighed in product(WAYS, WEIGHINGS):
        yield given | weighed


def shown_with(result_id):
    """Return every way to answer, considerations aside, that a result is shown for."""
    return [given for given in WAYS if judge(CHECK, given).id == result_id]


def result(result_id):
    return next(each for each in CHECK.results if each.id == result_id)


def sentences(text):
    return re.split(r"(?<=[.?!])\s+", text)


def said_of(result):
    return [text for text in (result.text, result.well, result.towards, result.asking) if text]


def test_every_way_to_answer_comes_once():
    assert list(patterns(OFFERED)) == [
        {"one": "yes", "two": "yes"},
        {"one": "yes", "two": "no"},
        {"one": "no", "two": "yes"},
        {"one": "no", "two": "no"},
    ]


def test_facts_come_where_they_are_asked_and_nowhere_else():
    facts = {"fact": ["known", "unknown"]}
    assert list(ways(OFFERED, facts, [{"one": ["no"], "two": ["no"]}])) == [
        {"one": "yes", "two": "yes"},
        {"one": "yes", "two": "no"},
        {"one": "no", "two": "yes"},
        {"one": "no", "two": "no", "fact": "known"},
        {"one": "no", "two": "no", "fact": "unknown"},
    ]


@pytest.mark.parametrize(
    ("conditions", "reached", "unmatched"),
    [
        ([{}], {0}, []),
        ([{"one": ["yes"]}, {"one": ["no"]}], {0, 1}, []),
        ([{"one": ["yes", "no"]}, {"two": ["no"]}], {0}, []),
        ([{"one": ["yes"]}, {"one": ["yes"], "two": ["no"]}, {}], {0, 2}, []),
        ([{"one": ["yes"]}, {"two": ["yes"]}], {0, 1}, [{"one": "no", "two": "no"}]),
        ([{"three": ["yes"]}, {}], {1}, []),
    ],
)
def test_the_first_condition_that_is_met_takes_a_pattern(conditions, reached, unmatched):
    assert first_matches(conditions, patterns(OFFERED)) == (reached, unmatched)


@pytest.mark.parametrize(
    ("all_stages", "equal_decisions", "can_change", "result"),
    [
        ("yes-fully", "yes-fully", None, "likely"),
        ("yes-fully", "dont-know", "nothing", "find-out"),
        ("dont-know", "not-now", "decide", "find-out"),
        ("not-now", "yes-fully", "nothing", "closed"),
        ("not-now", "yes-fully", "decide", "not-yet"),
    ],
)
def test_the_first_result_that_matches_is_given(
    examples, all_stages, equal_decisions, can_change, result
):
    answers = {"all-stages": all_stages, "equal-decisions": equal_decisions}
    answers |= {"what-can-change": can_change} if can_change else {}
    assert judge(examples.readiness_check, answers).id == result


@pytest.mark.parametrize(
    ("all_stages", "equal_decisions", "asked"),
    [("yes-fully", "yes-fully", False), ("yes-fully", "not-now", True), ("dont-know", None, True)],
)
def test_a_fact_is_asked_only_after_some_answers(examples, all_stages, equal_decisions, asked):
    check = examples.readiness_check
    answers = {"all-stages": all_stages, "equal-decisions": equal_decisions}
    assert is_asked(check, "what-can-change", answers) is asked
    assert is_asked(check, "all-stages", {}) and is_asked(check, "support", answers)
    assert not is_asked(check, "what-can-change", {})


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, []),
        ({"equal-decisions": "yes-fully", "support": "yes-fully"}, []),
        (
            {"equal-decisions": "yes-fully", "what-can-change": "nothing", "support": "not-now"},
            ["equal-but-closed", "equal-without-support"],
        ),
        ({"equal-decisions": "yes-fully", "support": "not-now"}, ["equal-without-support"]),
        (
            {"all-stages": "yes-fully", "equal-decisions": "yes-fully", "support": "not-now"},
            ["equal-without-support", "early-without-support"],
        ),
    ],
)
def test_every_contradiction_that_there_is_is_said(examples, answers, said):
    found = contradictions(examples.readiness_check, answers)
    assert [contradiction.id for contradiction in found] == said


def test_the_course_can_be_answered_in_1261_ways_and_with_considerations_in_64_times_as_many():
    assert len(WAYS) == len({tuple(way.items()) for way in WAYS}) == 4**3 * 5 * 4 - 19 == 1261
    assert len(WEIGHINGS) == 64
    assert {len(way) for way in WAYS} == {3, 5}


def test_every_way_to_answer_has_the_result_of_the_table():
    wrong = [way for way in WAYS if judge(CHECK, way).id != expected_result(way)]
    assert wrong == []
    assert {judge(CHECK, way).id for way in WAYS} == {result.id for result in CHECK.results}


def test_considerations_never_change_the_result():
    results = {tuple(way.items()): judge(CHECK, way) for way in WAYS}
    for way, weighed in product(WAYS, WEIGHINGS):
        assert judge(CHECK, weighed | way) is results[tuple(way.items())], (way, weighed)


def test_a_single_doubt_gets_no_level():
    for way in WAYS:
        said = judge(CHECK, way)
        assert (said.level is None) == (UNKNOWN in way.values()), way


def test_only_three_full_yeses_are_likely_to_suit_co_production_and_ask_for_no_facts():
    assert shown_with("likely") == [dict.fromkeys(CORE, YES)]
    unasked = [way for way in WAYS if not is_asked(CHECK, W, way)]
    assert unasked == shown_with("likely")


def test_the_likely_result_says_likely_and_promises_no_more():
    likely = result("likely")
    assert "Likely" in likely.title
    assert "likely" in likely.text and "not a certificate" in likely.text


def test_a_title_with_a_level_names_it_with_care():
    for each in CHECK.results:
        if each.level and each.id != "likely":
            assert "may be closest to" in each.title, each.id


def test_a_result_with_a_level_says_how_to_do_it_well_and_what_would_lead_on():
    for each in CHECK.results:
        assert bool(each.well) == bool(each.level), each.id
        assert bool(each.towards) == (bool(each.level) and each.id != "likely"), each.id
    for part in ("title", "text", "well", "towards", "asking"):
        texts = [text for each in CHECK.results if (text := getattr(each, part))]
        assert len(texts) == len(set(texts)), part


def test_a_result_without_a_level_gives_the_work_no_name():
    for each in CHECK.results:
        if each.level is None:
            assert "too soon to give" in each.text, each.id
            assert "honest name" not in each.text, each.id


def test_every_answer_has_words_of_its_own():
    guidance = [
        each.guidance[answer]
        for each in (*CHECK.questions, *CHECK.considerations)
        for answer in ANSWERS
    ]
    guidance += [fact.guidance[UNKNOWN] for fact in CHECK.facts]
    texts = [text for each in guidance for text in each.model_dump().values()]
    assert len(guidance) == 26
    assert len(set(texts)) == len(texts) == 3 * 26


def test_what_to_ask_together_is_a_question():
    for asked in CHECK.asked:
        for guidance in asked.guidance.values():
            assert guidance.ask_together.endswith("?")
            assert not guidance.first_step.endswith("?")


# A sentence of these asks for people's time; where nothing is open, it must say when.
ASKS_FOR_TIME = re.compile(
    r"\b(?:time|talk\w* (?:\w+ )*over|ask together|hear from|put .+ to the people|work affects)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:for when something is open|until something is open|once there is something to share"
    r"|for that time)\b"
)


@pytest.mark.parametrize("result_id", CLOSED)
def test_where_nothing_is_open_people_are_told_plainly_and_their_time_is_left_to_them(result_id):
    closed = result(result_id)
    assert {way[W] for way in shown_with(result_id)} == {"nothing"}
    said = " ".join(said_of(closed))
    assert re.search(r"\b(?:told|tell (?:people|them)) plainly what is settled", said, re.I)
    assert "whoever holds the plan" in sentences(closed.asking)[0]
    for sentence in sentences(said):
        assert not ASKS_FOR_TIME.search(sentence) or LATER.search(sentence), sentence


def test_nothing_open_is_only_said_by_those_results():
    shown = {judge(CHECK, way).id for way in WAYS if way.get(W) == "nothing"}
    assert shown == set(CLOSED)


def test_the_search_for_words_that_ask_for_time_would_notice():
    for each in CHECK.results:
        if each.id not in CLOSED:
            assert any(
                ASKS_FOR_TIME.search(sentence) and not LATER.search(sentence)
                for sentence in sentences(each.asking)
            ), each.id


def test_no_part_tells_anyone_not_to_involve_people():
    texts = [text.replace("’", "'") for text in every_text_of(CHECK)]
    assert [text for text in texts if DISCOURAGING.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Do not involve them yet.",
        "You can't ask people now.",
        "Avoid inviting carers.",
        "Go on without asking.",
    ],
)
def test_the_check_of_words_would_notice(text):
    assert DISCOURAGING.search(text)


# Answers that can't both be true of one piece of work, or whose texts would say opposite things.
CONTRADICTORY = [
    {A: [YES], S: [NO]},
    {A: [YES], W: ["nothing"]},
    {A: [YES], D: ["staff-alone"]},
    {E: [YES], P: [PARTLY, NO]},
    {E: [PARTLY, NO], P: [YES]},
    {E: [YES], W: ["nothing", "comment", "shape"]},
    {E: [PARTLY], W: ["decide"]},
    {E: [PARTLY], W: ["nothing", "comment"]},
    {E: [NO], W: ["decide"]},
    {J: [YES], R: [NO]},
    {J: [YES], S: [NO]},
    {J: [YES], W: ["nothing", "comment"]},
    {J: [YES], D: ["staff-alone", "some-roles"]},
    {J: [NO], W: ["shape", "decide"], D: ["jointly"]},
    {J: [PARTLY], W: ["nothing", "comment"], D: ["staff-alone"]},
    {P: [YES], W: ["nothing", "comment", "shape"]},
    {P: [PARTLY], W: ["nothing"]},
    {P: [NO], W: ["decide"]},
]


def spelled_out(conditions):
    """Return each way to meet one of the conditions, with its question's answers only."""
    return {frozenset(given.items()) for condition in conditions for given in patterns(condition)}


def test_the_contradictions_are_those_pairs_and_no_others():
    conditions = [when for contradiction in CHECK.contradictions for when in contradiction.when]
    assert spelled_out(conditions) == spelled_out(CONTRADICTORY)
    assert not any(UNKNOWN in given.values() for when in conditions for given in patterns(when))


def test_every_contradictory_pair_is_named_and_nothing_else():
    pairs = spelled_out(CONTRADICTORY)
    says = {pair: each.id for each in CHECK.contradictions for pair in spelled_out(each.when)}
    for given in every_full_way():
        said = {contradiction.id for contradiction in contradictions(CHECK, given)}
        assert said == {says[pair] for pair in pairs if pair <= given.items()}, given


# What the sentences of results and contradictions say was answered, and by which answers it is so.
CLAIMS = {
    "people can change nothing now": {W: {"nothing"}},
    "people can comment": {W: {"comment"}},
    "people can do no more than comment now": {W: {"nothing", "comment"}},
    "staff decide": {W: {"comment"}},
    "people help to shape the plan": {W: {"shape"}},
    "people help to plan the work": {W: {"shape", "decide"}},
    "staff have the last word": {W: {"shape"}},
    "not that people share the decisions now": {W: {"nothing", "comment", "shape"}},
    "people share the decisions as equals": {W: {"decide"}},
    "people share the decisions with staff, as equals": {W: {"decide"}},
    "people share them as equals": {W: {"decide"}},
    "staff alone run the work": {D: {"staff-alone"}},
    "staff run it, alone or with some roles for others": {D: {"staff-alone", "some-roles"}},
    "staff run the work, with some roles for others": {D: {"some-roles"}},
    "staff do not run the work alone": {D: {"some-roles", "jointly"}},
    "not that the work is run jointly": {D: {"staff-alone", "some-roles"}},
    "the work is run jointly": {D: {"jointly"}},
    "it is run jointly": {D: {"jointly"}},
    "a full yes to all stages": {A: {YES}},
    "a full yes to equal roles in decisions": {E: {YES}},
    "not to equal roles in them": {E: {PARTLY, NO}},
    "‘Partly’ to equal roles in decisions": {E: {PARTLY}},
    "‘No’ to equal roles in decisions": {E: {NO}},
    "a full yes to equal power in decisions": {P: {YES}},
    "not to equal power in them": {P: {PARTLY, NO}},
    "‘Partly’ to equal power in decisions": {P: {PARTLY}},
    "‘No’ to equal power in decisions": {P: {NO}},
    "a full yes to joint responsibility": {J: {YES}},
    "‘Partly’ to joint responsibility": {J: {PARTLY}},
    "‘No’ to joint responsibility": {J: {NO}},
    "‘No’ to having agreed who is responsible for what": {R: {NO}},
    "‘No’ to support for taking part": {S: {NO}},
    "‘No’ to support for planning and running the work": {S: {NO}},
}
# What is said of several answers at once.
COUNTS = {
    "‘Yes, fully’ to the first three questions": lambda core, _: set(core) == {YES},
    "‘Yes, fully’ to two of the first three questions": lambda core, _: core.count(YES) == 2,
    "‘I don’t know yet’ to one": lambda core, facts: [*core, *facts].count(UNKNOWN) == 1,
    "‘I don’t know yet’": lambda core, facts: UNKNOWN in (*core, *facts),
    "‘I don’t know yet’ at least once": lambda core, facts: UNKNOWN in (*core, *facts),
}
SAID = re.compile(r"You (?:also )?said (?:that )?(.*?)(?:, so it is too soon.*)?\.$")


def claims_in(text):
    """Yield what a text says was answered, clause by clause."""
    for sentence in sentences(text):
        if said := SAID.match(sentence):
            yield from re.split(r", but (?:that )?|, and that |, and (?=‘)", said[1])


def is_so(claim, given):
    if claim in COUNTS:
        return COUNTS[claim]([given[each] for each in CORE], [given.get(each) for each in FACTS])
    return all(given.get(question) in answers for question, answers in CLAIMS[claim].items())


@pytest.mark.parametrize("contradiction", CHECK.contradictions, ids=lambda each: each.id)
def test_a_contradiction_names_the_answers_it_is_about_and_asks_to_look_again(contradiction):
    (when,) = contradiction.when
    named = {}
    for claim in claims_in(contradiction.text):
        named |= CLAIMS[claim]
    assert named == {question: set(answers) for question, answers in when.items()}
    assert re.search(r"again|another look|read both", contradiction.text)


@pytest.mark.parametrize("each", CHECK.results, ids=lambda each: each.id)
def test_a_result_says_of_the_answers_only_what_was_answered(each):
    claims = list(claims_in(each.text))
    assert claims
    assert each.text.count("You said") + each.text.count("You also said") == sum(
        bool(SAID.match(sentence)) for sentence in sentences(each.text)
    )
    for given in shown_with(each.id):
        assert [claim for claim in claims if not is_so(claim, given)] == [], given


def test_something_left_to_settle_is_said_only_where_there_is_something():
    words = "at least one of your first three answers was not a full yes"
    saying = [each.id for each in CHECK.results if words in each.text]
    assert saying == ["near-co-production-one-answer-left"]
    for given in shown_with(saying[0]):
        assert any(given[question] != YES for question in CORE)


# Words of the guidance, each with the words of other texts that would say the opposite.
STAFF_DECIDE = ("staff decide", "staff have the last word", "people can change nothing now")
SHARED = "share the decisions with staff, as equals"
OPPOSITES = {
    "work together from start to end": (
        "people can change nothing now",
        "staff alone run the work",
        "the support is not there",
    ),
    "input has the same weight when choices are made": (
        *STAFF_DECIDE,
        "power is equal in some ways and not in others",
        "power is not in balance",
    ),
    "roles are equal in some choices, or for some people": (
        "people can change nothing now",
        "people can comment",
        "the partners hold equal power",
    ),
    "one partner has more say than another": (SHARED, "the partners hold equal power"),
    "plan the work and make it happen together": (
        "people can change nothing now",
        "people can comment",
        "staff alone run the work",
        "staff run it, alone or with some roles",
        "staff run the work, with some roles",
        "this is not agreed between everyone",
        "the support is not there",
    ),
    "do not answer jointly for both designing and delivering": ("the work is run jointly",),
    "the partners hold equal power when they decide": STAFF_DECIDE,
    "power is not in balance when decisions are made": (SHARED,),
}


def shown_texts(given):
    """Return the texts a full way to answer is given, apart from contradictions."""
    guidance = [asked.guidance.get(given.get(asked.id)) for asked in CHECK.asked]
    reasons = [each.reason for each in guidance if each]
    return [judge(CHECK, given).text, *reasons]


def test_where_no_contradiction_is_said_the_texts_do_not_say_opposite_things():
    every_text = {text for each in CHECK.results for text in said_of(each)}
    every_text |= {each.reason for asked in CHECK.asked for each in asked.guidance.values()}
    words = {*OPPOSITES, *(word for others in OPPOSITES.values() for word in others)}
    holds = {text: {word for word in words if word in text} for text in every_text}
    seen = Counter()
    for given in every_full_way():
        shown = set().union(*(holds[text] for text in shown_texts(given)))
        opposite = [word for word in shown & OPPOSITES.keys() if shown & set(OPPOSITES[word])]
        seen.update(opposite)
        if opposite:
            assert contradictions(CHECK, given), (opposite, given)
    assert set(seen) == set(OPPOSITES)


def passages(responses):
    """Return what the browser shows: of each group the first that fits, as outcomes.js looks."""

    def meets(condition):
        return all(
            any(answer in responses.get(question, []) for answer in answers)
            for question, answers in condition.items()
        )

    firsts = (
        next((one["id"] for one in group if any(map(meets, one["when"]))), "") for group in GROUPS
    )
    return [found for found in firsts if found]


GROUPS = drawn_readiness_check(COURSE).groups[0].compiled["passages"]


def responses_of(given):
    return {question: [answer] for question, answer in given.items()}


def test_the_browser_is_told_the_result_and_contradictions_that_python_finds():
    sample = random.Random(1)
    for way in WAYS:
        given = way | sample.choice(WEIGHINGS)
        shown = passages(responses_of(given))
        said = [f"contradiction/{each.id}" for each in contradictions(CHECK, given)]
        assert [each for each in shown if each.startswith("contradiction/")] == said
        assert [each for each in shown if each.startswith("result/")] == [
            f"result/{judge(CHECK, given).id}"
        ]
        answers = [f"answer/{q.id}/{given[q.id]}" for q in CHECK.asked if q.id in given]
        assert [each for each in shown if each.startswith("answer/")] == answers


def test_the_browser_opens_with_whose_view_it_is_then_contradictions_then_the_result():
    given = dict.fromkeys((*CORE, *WEIGHED), YES) | {P: NO}
    shown = passages(responses_of(given) | {"seat": ["carer"]})
    assert shown[:4] == [
        "opening",
        "view/carer",
        "contradiction/equal-roles-without-equal-power",
        "result/likely",
    ]
    assert passages(responses_of(given))[1] == "view"


CONSIDERED = [*CHECK.questions, *CHECK.considerations]
EVERY_YES = dict.fromkeys((*CORE, *WEIGHED), YES)


@pytest.mark.parametrize("asked", CONSIDERED, ids=lambda asked: asked.id)
@pytest.mark.parametrize(
    ("signs", "note"),
    [
        ([], None),
        (["hope"], "note/hope"),
        (["not-sure"], "note/not-sure"),
        (["hope", "not-sure"], "note/hope"),
        (["written"], None),
        (["hope", "written"], None),
        (["happened", "not-sure"], None),
        (["people-say", "hope", "not-sure"], None),
    ],
)
def test_a_yes_that_rests_on_nothing_firm_gets_its_note(asked, signs, note):
    shown = passages(responses_of(EVERY_YES) | {evidence_id(asked): signs})
    notes = [each for each in shown if each.startswith("note/")]
    assert notes == ([note] if note else [])
    if note:
        after = shown[shown.index(f"answer/{asked.id}/{YES}") + 1 :]
        following = [each for each in after if not each.startswith("none/")]
        assert following[0] == note


@pytest.mark.parametrize(
    ("answer", "ticked", "is_said"),
    [(YES, [], True), (PARTLY, [], True), (YES, ["pay"], False), (NO, [], False)],
)
def test_support_that_nobody_ticked_is_asked_after_gently(answer, ticked, is_said):
    support = CHECK.considerations[2]
    given = responses_of(EVERY_YES | {S: answer}) | {given_id(support): ticked}
    assert ("none/support" in passages(given)) is is_said


def test_nobody_is_asked_how_they_know_what_they_do_not_know():
    asked_when = drawn_readiness_check(COURSE).groups[0].compiled["asked_when"]
    for asked in CONSIDERED:
        assert asked_when[evidence_id(asked)] == [{asked.id: [YES, PARTLY, NO]}]
    for fact in FACTS:
        assert asked_when[fact] == CHECK.facts_asked_when


def test_every_contradiction_is_said_to_someone():
    reached = {each.id for given in every_full_way() for each in contradictions(CHECK, given)}
    assert reached == {each.id for each in CHECK.contradictions}
