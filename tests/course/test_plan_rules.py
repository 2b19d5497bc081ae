"""The plan, and the earlier questions that the check compares itself with."""

import pytest
from broken import messages, place, write_changed

from widgets.course.rules import check_rules

CHECK = "readiness_check"
BY = "  - {id: by, kind: date, name: By when, optional: true, text: By when?}\n"
START = "  - id: start\n    kind: view\n    text: How does it begin?\n"
WHAT = "{id: what, kind: long-text, name: Then,"
NAME_IT = "expected a name, found none (write it: its answer is shown beside it)"
KINDS = "(use one of: short-text, long-text, date, view)"
QUESTIONS = "questions:\n  - {id: when"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "kind: date, name: By when, optional",
            "kind: date, optional",
            "{id: by,",
            f"plan > question 'by': {NAME_IT}",
        ),
        (
            "kind: date, name: By when, optional",
            "kind: date, name: , optional",
            "{id: by,",
            f"plan > question 'by': {NAME_IT}",
        ),
        (
            WHAT,
            "{id: what, kind: long-text,",
            "{id: what,",
            f"plan > question 'what': {NAME_IT}",
        ),
        (
            BY,
            "",
            QUESTIONS,
            "plan > questions: expected one question of the kind date, found none"
            " (keep exactly one: its day goes into the calendar file)",
        ),
        (
            BY,
            BY + BY.replace("id: by", "id: until"),
            QUESTIONS,
            "plan > questions: expected one question of the kind date, found 2"
            " (keep exactly one: its day goes into the calendar file)",
        ),
        (
            WHAT,
            "{id: what, kind: short-text, name: Then,",
            QUESTIONS,
            "plan > questions: expected one question of the kind long-text, found none"
            " (keep exactly one: a first step goes there)",
        ),
        (
            "{id: when, kind: short-text,",
            "{id: when, kind: long-text,",
            "questions:\n  - {id: when, kind: long-text",
            "plan > questions: expected one question of the kind long-text, found 2"
            " (keep exactly one: a first step goes there)",
        ),
        (
            START,
            START.replace("view", "single"),
            "kind: single\n    text: How does it begin?",
            f"plan > question 'start' > kind: expected a kind that is not marked, found 'single'"
            f" {KINDS}",
        ),
        (
            START,
            START.replace("view", "multiple"),
            "kind: multiple\n    text: How does it begin?",
            f"plan > question 'start' > kind: expected a kind that is not marked, found 'multiple'"
            f" {KINDS}",
        ),
        (
            START,
            START.replace("view", "depends"),
            "kind: depends\n    text: How does it begin?",
            f"plan > question 'start' > kind: expected a kind that is not marked, found 'depends'"
            f" {KINDS}",
        ),
        (
            START,
            START.replace("view", "short-text"),
            "options:\n      - {id: i-will",
            "plan > question 'start' > options: expected no options for short-text, found 2"
            " (take them out, or change the kind)",
        ),
        (
            "      - {id: need, text: I need, feedback: Who could you tell?}\n",
            "",
            "options:\n      - {id: i-will",
            "plan > question 'start' > options: expected at least 2 options, found 1 (add options)",
        ),
        (
            "text: I need, feedback: Who",
            "text: I need, correct: true, feedback: Who",
            "options:\n      - {id: i-will",
            "plan > question 'start' > options: expected no correct option, found 1"
            " (take `correct: true` out, or change the kind)",
        ),
        (
            "{id: when, kind: short-text, name: If or when,",
            "{id: by, kind: short-text, name: If or when,",
            "{id: by, kind: date",
            "plan > question 'by' > id: expected an id of its own, found 'by' again"
            " (choose another id)",
        ),
    ],
)
def test_a_plan_that_could_not_be_shown_or_taken_away_is_reported(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


def test_only_the_last_question_and_the_long_one_need_a_name(tmp_path):
    change = ("{id: when, kind: short-text, name: If or when,", "{id: when, kind: short-text,")
    assert messages(write_changed(tmp_path, change)) == []


def test_a_kind_that_does_not_exist_is_one_fault(tmp_path):
    changes = [(START, START.replace("view", "opinion")), (WHAT, "{id: what, kind: long-text,")]
    course_file = write_changed(tmp_path, *changes)
    assert messages(course_file) == [
        f"{place(course_file, 'kind: opinion')}: plan > question 'start' > kind: expected 'single',"
        " 'multiple', 'depends', 'view', 'short-text', 'long-text' or 'date', found 'opinion'"
        " (use one of those)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "most: 2\n",
            "most: 0\n",
            "most: 0",
            "most: expected 1 or more, found 0 (write a larger number)",
        ),
        (
            "most: 2\n",
            "most: 10\n",
            "most: 10",
            "most: expected 9 or less, found 10 (write a smaller number)",
        ),
        (
            "{days: 30, title: A month on}",
            "{days: 0, title: A month on}",
            "look_again: [",
            "look_again 1 > days: expected 1 or more, found 0 (write a larger number)",
        ),
        (
            "{days: 30, title: A month on}",
            "{days: 401, title: A month on}",
            "look_again: [",
            "look_again 1 > days: expected 400 or less, found 401 (write a smaller number)",
        ),
        (
            "{id: by, kind: date, name: By when, optional: true,",
            "{id: by, kind: date, name: By when, optional: yes,",
            "{id: by,",
            "question 'by' > optional: expected true or false, found 'yes'"
            " (write true or false with nothing around it)",
        ),
        (
            "{id: by, kind: date, name: By when, optional: true,",
            "{id: by, kind: date, name: By when, optinal: true,",
            "{id: by,",
            "question 'by' > optinal: expected one of id, scene, text, kind, hint, looks_back,"
            " options, name, optional, found 'optinal' (did you mean 'optional'?)",
        ),
    ],
)
def test_a_plan_of_the_wrong_shape_is_reported_with_its_cure(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: plan > {message}"]


FIRST_GO = "first_go: [again/all-stages]"


@pytest.mark.parametrize(
    ("changes", "at", "message"),
    [
        (
            [(FIRST_GO, "first_go: [again/who-delivers]")],
            "first_go: [",
            [
                "first_go 1: expected a question by an id that the check asks by, found"
                " 'who-delivers' (use one of: all-stages, equal-decisions, jointly-responsible,"
                " power, responsibilities, support)",
                "first_go 1: expected options by ids of the check's answers, found 'the-partners'"
                " (use one of: yes-fully, partly, not-now, dont-know)",
                "first_go 1: expected options by ids of the check's answers, found 'only-staff'"
                " (use one of: yes-fully, partly, not-now, dont-know)",
            ],
        ),
        (
            [(FIRST_GO, "first_go: [again/all-stages, again/all-stages]")],
            "first_go: [",
            ["first_go 2: expected each question once, found 'all-stages' again (take it out)"],
        ),
        (
            [('{id: not-now, text: "No", feedback: Look', '{id: not, text: "No", feedback: Look')],
            "first_go: [",
            [
                "first_go 1: expected options by ids of the check's answers, found 'not'"
                " (use one of: yes-fully, partly, not-now, dont-know)"
            ],
        ),
        (
            [
                ("- {id: work-name, kind", "- {id: support, kind"),
                (FIRST_GO, "first_go: [one-of-each/support]"),
            ],
            "first_go: [",
            [
                "first_go 1: expected a question with one answer, found another kind"
                " (choose one that has one answer)"
            ],
        ),
    ],
)
def test_a_first_go_that_can_not_be_compared_is_reported(tmp_path, changes, at, message):
    course_file = write_changed(tmp_path, *changes)
    line = place(course_file, at)
    told = [told for told in messages(course_file) if "first_go" in told]
    assert told == [f"{line}: {CHECK} > {each}" for each in message]


def test_a_first_go_may_be_at_what_is_only_weighed_and_need_not_offer_each_answer(tmp_path):
    question = (
        "      - {id: support, kind: view, text: Support?, options:"
        " [{id: yes-fully, text: A, feedback: B}, {id: dont-know, text: A, feedback: B}]}\n"
    )
    changes = [
        ("      - {id: who-is-missing", question + "      - {id: who-is-missing"),
        (FIRST_GO, "first_go: [one-of-each/support, again/all-stages]"),
    ]
    assert messages(write_changed(tmp_path, *changes)) == []


@pytest.mark.parametrize("kind", ["multiple", ["view"], None])
def test_a_question_with_many_answers_is_no_first_go(kind):
    options = [{"id": "yes-fully"}, {"id": "not-now"}]
    data = {
        "quizzes": [{"id": "a", "questions": [{"id": "b", "kind": kind, "options": options}]}],
        "readiness_check": {"first_go": ["a/b"], "questions": [{"id": "b"}]},
    }
    found = [finding.found for finding in check_rules(data) if "first_go" in finding.path]
    assert found == (["another kind"] if kind == "multiple" else [])
