import time

import pytest
from broken import messages, place, write_changed
from examples import write_examples

from widgets.course.loading import check_course
from widgets.course.rules.questions import check_questions

QUIZ = "quiz 'one-of-each'"
SINGLE = f"{QUIZ} > question 'name-of-it'"
MULTIPLE = f"{QUIZ} > question 'who-joins'"
DEPENDS = f"{QUIZ} > question 'what-first'"
VIEW = f"{QUIZ} > question 'where-it-stands'"
STORY = "scenario 'a-story'"
VOTE = f"{STORY} > decision 'the-vote'"
WEEK = f"{STORY} > decision 'next-week'"
TO_WEEK = "            then: next-week\n"
VOTE_TO_RULE = "settle this?\u2019\n            then: the-rule\n"
WEEK_TO_RULE = "left out.\u2019\n            then: the-rule\n"
BACK = "            way_back: Open it again next week.\n"
MISLED = "(mend the id, or take it out: without it the story ends there)"
LEADS = "(change where its options lead)"
CARERS = (
    "          - {id: carers, text: Carers, correct: true, feedback: They live with it.,"
    " if_missed: Carers would be left out.}\n"
)
STAFF = "          - {id: staff, text: Staff, correct: true, feedback: They deliver it.}\n"
MANAGERS = (
    "          - {id: only-managers, text: Only managers, feedback: That leaves others out.}\n"
)
WRITE = "          - {id: write, text: Write it alone, feedback: Some things get fixed.}\n"
LAST_BACK = "            way_back: Try it for one month.\n"
DECISIONS = "decisions:\n      - id: the-vote"


def options(count):
    return "".join(f"          - {{id: o{n}, text: A, feedback: B}}\n" for n in range(count))


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "text: Consultation, correct: true,",
            "text: Consultation,",
            "options:\n          - {id: co-production",
            f"{SINGLE} > options: expected one correct option, found 0"
            " (put `correct: true` on one option only)",
        ),
        (
            "text: Co-design,",
            "text: Co-design, correct: true,",
            "options:\n          - {id: co-production",
            f"{SINGLE} > options: expected one correct option, found 2"
            " (put `correct: true` on one option only)",
        ),
        (
            "text: Call the funder,",
            "text: Call the funder, correct: true,",
            "options:\n          - {id: call",
            f"{DEPENDS} > options: expected no correct option, found 1"
            " (take `correct: true` out, or change the kind)",
        ),
        (
            "text: Not yet,",
            "text: Not yet, correct: true,",
            "options:\n          - {id: they-do",
            f"{VIEW} > options: expected no correct option, found 1"
            " (take `correct: true` out, or change the kind)",
        ),
        (
            "          - {id: not-yet, text: Not yet, feedback: Ask who decides.}\n",
            "",
            "options:\n          - {id: they-do",
            f"{VIEW} > options: expected at least 2 options, found 1 (add options)",
        ),
        (
            "feedback: Ask who decides.",
            "feedback: Ask who decides., if_missed: It counts.",
            "{id: not-yet",
            f"{VIEW} > option 'not-yet' > if_missed: expected if_missed in `multiple`"
            " only, found it here (take it out: nobody can miss it in this kind of question)",
        ),
        (
            CARERS + STAFF,
            options(1),
            "options:\n          - {id: o0",
            f"{MULTIPLE} > options: expected at least one correct option, found none"
            " (put `correct: true` on each that is correct)",
        ),
        (
            MANAGERS,
            options(5),
            "options:\n          - {id: carers",
            f"{MULTIPLE} > options: expected at most 6 options, found 7"
            " (join some, or ask two questions)",
        ),
        (
            WRITE,
            "",
            "options:\n          - {id: call",
            f"{DEPENDS} > options: expected at least 2 options, found 1 (add options)",
        ),
        (
            "kind: short-text, text",
            "kind: depends, text",
            "{id: work-name",
            f"{QUIZ} > question 'work-name' > options: expected at least 2 options, found 0"
            " (add options)",
        ),
        (
            "kind: short-text, text: What will",
            "kind: short-text, options: [{id: a, text: A, feedback: B}], text: What will",
            "{id: work-name",
            f"{QUIZ} > question 'work-name' > options: expected no options for short-text,"
            " found 1 (take them out, or change the kind)",
        ),
        (
            "kind: long-text, text: Who",
            "kind: long-text, options: [{id: a, text: A, feedback: B}], text: Who",
            "{id: who-is-missing",
            f"{QUIZ} > question 'who-is-missing' > options: expected no options for long-text,"
            " found 1 (take them out, or change the kind)",
        ),
        (
            "kind: short-text, text: What will",
            "kind: date, text: What will",
            "{id: work-name",
            f"{QUIZ} > question 'work-name' > kind: expected a kind for lessons, found 'date'"
            " (ask for a day in the plan, or change the kind)",
        ),
        (
            "feedback: Nothing is shared here.",
            "feedback: Nothing is shared here., if_missed: It counts.",
            "{id: co-production",
            f"{SINGLE} > option 'co-production' > if_missed: expected if_missed in `multiple`"
            " only, found it here (take it out: nobody can miss it in this kind of question)",
        ),
        (
            "feedback: Some can wait.",
            "feedback: Some can wait., if_missed: It counts.",
            "{id: call",
            f"{DEPENDS} > option 'call' > if_missed: expected if_missed in `multiple`"
            " only, found it here (take it out: nobody can miss it in this kind of question)",
        ),
    ],
)
def test_options_that_do_not_fit_the_kind_of_question_are_reported(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


def test_a_multiple_choice_may_have_six_options(tmp_path):
    assert messages(write_changed(tmp_path, (MANAGERS, options(4)))) == []


def test_every_option_of_a_multiple_choice_may_be_correct(tmp_path):
    change = ("text: Only managers,", "text: Only managers, correct: true,")
    assert messages(write_changed(tmp_path, change)) == []


def test_a_single_choice_may_have_more_than_six_options(tmp_path):
    change = ("          - {id: co-design,", f"{options(5)}          - {{id: co-design,")
    assert messages(write_changed(tmp_path, change)) == []


@pytest.mark.parametrize("to", ["nowhere", "the-vote", "name-of-it", "one-of-each"])
def test_an_option_can_only_lead_to_a_later_decision(tmp_path, to):
    course_file = write_changed(tmp_path, (TO_WEEK, f"            then: {to}\n"))
    assert messages(course_file) == [
        f"{place(course_file, f'then: {to}')}: {VOTE} > option 'cast-it' > then:"
        f" expected the id of a later decision, found '{to}' {MISLED}"
    ]


def test_an_option_can_not_lead_back(tmp_path):
    back = WEEK_TO_RULE.replace("the-rule", "the-vote")
    course_file = write_changed(tmp_path, (WEEK_TO_RULE, back))
    assert messages(course_file) == [
        f"{place(course_file, 'then: the-vote')}: {WEEK} > option 'say-so' > then:"
        f" expected the id of a later decision, found 'the-vote' {MISLED}"
    ]


def test_a_decision_that_nothing_leads_to_is_reported(tmp_path):
    course_file = write_changed(tmp_path, (TO_WEEK, "            then: the-rule\n"))
    assert messages(course_file) == [
        f"{place(course_file, 'id: next-week')}: {WEEK}: expected a decision that an option leads"
        " to, found one that none does (name it as `then` in an option, or take it out)"
    ]


def test_a_way_of_one_decision_is_reported(tmp_path):
    course_file = write_changed(tmp_path, (VOTE_TO_RULE, VOTE_TO_RULE.split("            then")[0]))
    assert messages(course_file) == [
        f"{place(course_file, DECISIONS)}: {STORY} > decisions: expected 2 or 3 decisions on each"
        f" way through, found a way with 1 {LEADS}"
    ]


FOURTH = """
      - id: the-end
        role: the chair
        text: What now?
        options:
          - {id: go, text: Go, consequence: A, mechanism: B, principle: C, phrase: D, way_back: E}
          - {id: stay, text: Stay, consequence: A, mechanism: B, principle: C, phrase: D}
"""


def test_a_way_of_four_decisions_is_reported(tmp_path):
    change = (LAST_BACK, f"{LAST_BACK}            then: the-end{FOURTH}")
    course_file = write_changed(tmp_path, change)
    assert messages(course_file) == [
        f"{place(course_file, DECISIONS)}: {STORY} > decisions: expected 2 or 3 decisions on each"
        f" way through, found a way with 4 {LEADS}"
    ]


def test_ways_too_short_and_too_long_are_both_reported(tmp_path):
    course_file = write_changed(
        tmp_path,
        (LAST_BACK, f"{LAST_BACK}            then: the-end{FOURTH}"),
        (VOTE_TO_RULE, VOTE_TO_RULE.split("            then")[0]),
    )
    expected = f"{STORY} > decisions: expected 2 or 3 decisions on each way through"
    assert messages(course_file) == [
        f"{place(course_file, DECISIONS)}: {expected}, found a way with 1 {LEADS}",
        f"{place(course_file, DECISIONS)}: {expected}, found a way with 4 {LEADS}",
    ]


@pytest.mark.parametrize("new", ["", "            way_back:\n", "            way_back: ~\n"])
def test_a_decision_without_a_way_back_is_reported(tmp_path, new):
    course_file = write_changed(tmp_path, (BACK, new))
    assert messages(course_file) == [
        f"{place(course_file, 'options:' + chr(10) + '          - id: cast-it')}: {VOTE} > options:"
        " expected a way_back in at least one, found none"
        " (say how the turn that costs most can be mended)"
    ]


def test_a_story_that_misleads_still_tells_of_its_other_faults(tmp_path):
    course_file = write_changed(tmp_path, (BACK, ""), (TO_WEEK, "            then: last-week\n"))
    assert [fault.path for fault in check_course(course_file)] == [
        f"{VOTE} > options",
        f"{VOTE} > option 'cast-it' > then",
    ]


@pytest.mark.parametrize("then", ["[next-week]", "{next-week: 1}", "7", "true", "Next_week"])
def test_a_then_that_is_no_id_is_a_fault_where_it_stands(tmp_path, then):
    course_file = write_changed(tmp_path, (TO_WEEK, f"            then: {then}\n"))
    faults = {fault.path: f"{fault.file}:{fault.line}" for fault in check_course(course_file)}
    assert faults[f"{VOTE} > option 'cast-it' > then"] == place(course_file, f"then: {then}")


@pytest.mark.parametrize("identity", ["", "[the-vote]", "{a: b}", "7", "next-week", "the-rule"])
def test_a_decision_with_no_id_of_its_own_does_not_lead_in_circles(tmp_path, identity):
    change = ("      - id: the-vote\n", f"      - id: {identity}\n")
    faults = check_course(write_changed(tmp_path, change))
    assert faults and all("decision" in fault.path for fault in faults)


def test_one_decision_is_no_story():
    data = {"scenarios": [{"decisions": [{"id": "a", "options": [{"way_back": "b"}]}]}]}
    (finding,) = check_questions(data)
    assert finding.path == ("scenarios", 0, "decisions")
    assert finding.found == "a way with 1"


@pytest.mark.parametrize("count", [4, 12, 23])
def test_many_decisions_that_each_lead_to_all_later_ones_are_told_at_once(count):
    names = [f"d{n}" for n in range(count)]
    decisions = [
        {"id": name, "options": [{"way_back": "a", "then": to} for to in names[n + 1 :]]}
        for n, name in enumerate(names)
    ]
    decisions[-1]["options"] = [{"way_back": "a"}]
    started = time.monotonic()
    findings = list(check_questions({"scenarios": [{"decisions": decisions}]}))
    assert time.monotonic() - started < 1
    assert [finding.found for finding in findings] == [
        f"a way with {length}" for length in range(4, count + 1)
    ]


@pytest.mark.parametrize(
    "scenarios",
    [
        "[{}]",
        "[{id: a, decisions: []}]",
        "[{id: a, decisions: {}}]",
        "[{id: a, decisions: [[], 1, ~]}]",
        "[{id: a, decisions: [{}, {}]}]",
        "[{id: a, decisions: [{options: []}, {options: [{}]}]}]",
        "[{id: a, decisions: [{id: b, options: [{then: b}]}, {id: b, options: [{then: b}]}]}]",
        "[{id: a, decisions: [{options: [{then: c}]}, {id: b}, {id: c, options: [{then: d}]}]}]",
    ],
)
def test_whatever_a_story_is_made_of_its_faults_are_told(tmp_path, scenarios):
    course_file = write_examples(tmp_path)
    stories = course_file.parent / "notebooks" / "first.yml"
    stories.write_text(f"scenarios: {scenarios}\n", encoding="utf-8")
    assert [told for told in messages(course_file) if told.startswith("notebooks/first.yml:")]
