"""The readiness check: guidance, facts, signs, contradictions, results, and our own answers."""

import pytest
from broken import messages, place, write_changed

from widgets.course.loading import check_course
from widgets.course.rules import check_rules
from widgets.course.rules.readiness import FOLLOW_UPS
from widgets.forms.check.check import evidence_id, given_id, words_id

CHECK = "readiness_check"
ANOTHER_ID = "(choose another id)"
CORE = "(use one of: all-stages, equal-decisions)"
DECIDING = "(use one of: all-stages, equal-decisions, what-can-change)"
ASKED = "(use one of: all-stages, equal-decisions, what-can-change, support)"
ANSWERS = "(use one of: yes-fully, not-now, dont-know)"
OF_THE_FACT = "(use one of: nothing, decide, open-question)"
OWN_ANSWERS = (
    "answers: {all-stages: not-now, equal-decisions: dont-know, what-can-change: nothing,"
    " support: not-now}"
)
OWN_WHY = (
    "why: {all-stages: Staff began alone., equal-decisions: Nobody has said.,"
    " what-can-change: It is settled., support: There is none.}"
)
LIKELY = "when: [{all-stages: [yes-fully], equal-decisions: [yes-fully]}]"
FIND_OUT = "when: [{all-stages: [dont-know]}, {equal-decisions: [dont-know]}]"
CLOSED = "when: [{what-can-change: [nothing]}]"
EQUAL_BUT_CLOSED = "when: [{equal-decisions: [yes-fully], what-can-change: [nothing]}]"
ASKED_WHEN = (
    "facts_asked_when: [{all-stages: [not-now, dont-know]},"
    " {equal-decisions: [not-now, dont-know]}]"
)
HOPE = "{id: hope, text: It is a hope, firm: false, note: Ask what would show it.}"
UNREACHABLE = (
    "expected a condition that can match, found one that earlier conditions leave nothing to"
    " (move it up, or take it out)"
)
NEVER_SAID = (
    "expected a condition that can match, found facts that are not asked after these answers"
    " (change it, or take it out)"
)
MEND_ID = "(mend the id, or take it out)"


def found_in(tmp_path, *changes):
    """Return the course with these changes, and what a check says of it."""
    course_file = write_changed(tmp_path, *changes)
    return course_file, messages(course_file)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "      not-now: {reason: It is late., ask_together: Which stage?,"
            " first_step: Open one.}\n",
            "",
            "guidance:\n      yes-fully: {reason: Good.",
            "question 'all-stages' > guidance: expected guidance for 'not-now', found none"
            " (write it)",
        ),
        (
            "      dont-know: {reason: Unsaid., ask_together: Who pays?,"
            " first_step: Ask who pays.}\n",
            "",
            "guidance:\n      yes-fully: {reason: Kind.",
            "consideration 'support' > guidance: expected guidance for 'dont-know', found none"
            " (write it)",
        ),
        (
            "      not-now: {reason: It is late.,",
            "      partly: {reason: A, ask_together: B, first_step: C}\n"
            "      not-now: {reason: It is late.,",
            "partly: {",
            "question 'all-stages' > guidance > partly: expected the id of an answer, found"
            f" 'partly' {MEND_ID}",
        ),
        (
            "      not-now: {reason: Hard.,",
            "      partly: {reason: A, ask_together: B, first_step: C}\n"
            "      not-now: {reason: Hard.,",
            "partly: {",
            "consideration 'support' > guidance > partly: expected the id of an answer, found"
            f" 'partly' {MEND_ID}",
        ),
        (
            "      open-question: {",
            "      dont-know: {",
            "dont-know: {reason: Not clear.",
            "fact 'what-can-change' > guidance > dont-know: expected the id of an answer, found"
            f" 'dont-know' {MEND_ID}",
        ),
    ],
)
def test_an_answer_without_guidance_and_guidance_without_an_answer_are_reported(
    tmp_path, old, new, at, message
):
    course_file, told = found_in(tmp_path, (old, new))
    assert told == [f"{place(course_file, at)}: {CHECK} > {message}"]


def test_a_fact_needs_no_guidance(tmp_path):
    guidance = (
        "    guidance:\n      open-question: {reason: Not clear., ask_together: What is open?,"
        " first_step: Ask what is open.}\n"
    )
    assert found_in(tmp_path, (guidance, ""))[1] == []


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            HOPE,
            "{id: hope, text: It is a hope, firm: false}",
            "{id: hope",
            "evidence > option 'hope': expected a note, found none"
            " (write what is said of an answer that rests on it)",
        ),
        (
            HOPE,
            "{id: hope, text: It is a hope, firm: false, note: }",
            "{id: hope",
            "evidence > option 'hope': expected a note, found none"
            " (write what is said of an answer that rests on it)",
        ),
        (
            HOPE,
            HOPE.replace(" firm: false,", ""),
            "{id: hope",
            "evidence > option 'hope' > note: expected no note on what is firm, found one"
            " (take it out, or write `firm: false`)",
        ),
        (
            HOPE,
            HOPE.replace("firm: false", "firm: true"),
            "{id: hope",
            "evidence > option 'hope' > note: expected no note on what is firm, found one"
            " (take it out, or write `firm: false`)",
        ),
        (
            "{id: written, text: It is written down}",
            "{id: hope, text: It is written down}",
            "{id: hope, text: It is a hope",
            "evidence > option 'hope' > id: expected an id of its own, found 'hope' again"
            f" {ANOTHER_ID}",
        ),
        (
            "{id: carer, text: as a carer, view:",
            "{id: staff-role, text: as a carer, view:",
            "{id: staff-role, text: as a carer",
            "seat > option 'staff-role' > id: expected an id of its own, found 'staff-role' again"
            f" {ANOTHER_ID}",
        ),
        (
            "      when: [yes-fully]\n      none",
            "      when: [yes-fully, partly]\n      none",
            "when: [yes-fully, partly]",
            f"consideration 'support' > given > when: expected ids of answers, found 'partly'"
            f" {ANSWERS}",
        ),
        (
            "      - {id: open-question, text: I don't know yet}\n",
            "      - {id: open-question, text: I don't know yet}\n"
            "    given:\n"
            "      {text: A, hint: B, when: [decide], none: C, options: [{id: a, text: D}]}\n",
            "given:\n      {text: A",
            "fact 'what-can-change' > given: expected no such list under a fact, found one"
            " (take it out, or ask it under a question)",
        ),
        (
            "[{id: pay, text: Pay}, {id: cover, text: Cover for carers}]",
            "[{id: pay, text: Pay}, {id: pay, text: Cover for carers}]",
            "options: [{id: pay",
            "consideration 'support' > given > option 'pay' > id: expected an id of its own, found"
            f" 'pay' again {ANOTHER_ID}",
        ),
    ],
)
def test_what_is_asked_under_an_answer_and_does_not_fit_is_reported(
    tmp_path, old, new, at, message
):
    course_file, told = found_in(tmp_path, (old, new))
    assert told == [f"{place(course_file, at)}: {CHECK} > {message}"]


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            LIKELY,
            LIKELY.replace("all-stages", "every-stage"),
            "when: [{every-stage",
            "result 'likely' > condition 1 > every-stage: expected the id of a question, found"
            f" 'every-stage' {DECIDING}",
        ),
        (
            LIKELY,
            LIKELY.replace("equal-decisions", "support"),
            "when: [{all-stages: [yes-fully], support: [yes-fully]}]",
            "result 'likely' > condition 1 > support: expected the id of a question, found"
            f" 'support' {DECIDING}",
        ),
        (
            LIKELY,
            LIKELY.replace("{all-stages: [yes-fully]", "{all-stages: [yes]"),
            "when: [{all-stages: [yes]",
            "result 'likely' > condition 1 > all-stages: expected ids of answers, found 'yes'"
            f" {ANSWERS}",
        ),
        (
            CLOSED,
            "when: [{what-can-change: [not-now]}]",
            "when: [{what-can-change: [not-now]}]",
            "result 'closed' > condition 1 > what-can-change: expected ids of answers, found"
            f" 'not-now' {OF_THE_FACT}",
        ),
        (
            "facts_asked_when: [{all-stages:",
            "facts_asked_when: [{every-stage:",
            "facts_asked_when: [{every-stage:",
            "facts_asked_when 1 > every-stage: expected the id of a question, found 'every-stage'"
            f" {CORE}",
        ),
        (
            "facts_asked_when: [{all-stages:",
            "facts_asked_when: [{support: [not-now]}, {all-stages:",
            "facts_asked_when: [{support:",
            f"facts_asked_when 1 > support: expected the id of a question, found 'support' {CORE}",
        ),
        (
            "facts_asked_when: [{all-stages:",
            "facts_asked_when: [{what-can-change: [nothing]}, {all-stages:",
            "facts_asked_when: [{what-can-change:",
            "facts_asked_when 1 > what-can-change: expected the id of a question, found"
            f" 'what-can-change' {CORE}",
        ),
        (
            "{equal-decisions: [not-now, dont-know]}]\nfacts:",
            "{equal-decisions: [nothing, dont-know]}]\nfacts:",
            "facts_asked_when: [",
            "facts_asked_when 2 > equal-decisions: expected ids of answers, found 'nothing'"
            f" {ANSWERS}",
        ),
        (
            EQUAL_BUT_CLOSED,
            EQUAL_BUT_CLOSED.replace("equal-decisions", "fair-decisions"),
            "when: [{fair-decisions",
            "contradiction 'equal-but-closed' > condition 1 > fair-decisions: expected the id of a"
            f" question, found 'fair-decisions' {ASKED}",
        ),
        (
            EQUAL_BUT_CLOSED,
            EQUAL_BUT_CLOSED.replace("[nothing]", "[none]"),
            "what-can-change: [none]",
            "contradiction 'equal-but-closed' > condition 1 > what-can-change: expected ids of"
            f" answers, found 'none' {OF_THE_FACT}",
        ),
        (
            EQUAL_BUT_CLOSED,
            "when: [{equal-decisions: [yes-fully]}]",
            "when: [{equal-decisions: [yes-fully]}]",
            "contradiction 'equal-but-closed' > condition 1: expected at least 2 questions,"
            " found 1 (name the answers that do not sit together)",
        ),
        (
            EQUAL_BUT_CLOSED,
            "when: [{equal-decisions: [yes-fully], what-can-change: [nothing]}, {}]",
            "when: [{equal-decisions: [yes-fully], what-can-change: [nothing]}, {}]",
            "contradiction 'equal-but-closed' > condition 2: expected at least 2 questions,"
            " found 0 (name the answers that do not sit together)",
        ),
        (
            EQUAL_BUT_CLOSED,
            "when: [{equal-decisions: [yes-fully], all-stages: [yes-fully],"
            " what-can-change: [nothing]}]",
            "when: [{equal-decisions: [yes-fully], all-stages: [yes-fully], what",
            f"contradiction 'equal-but-closed' > condition 1: {NEVER_SAID}",
        ),
        (
            "    level: inform\n",
            "    level: consult\n",
            "level: consult",
            "result 'closed' > level: expected the id of a level, found 'consult'"
            " (use one of: inform, co-produce)",
        ),
        (
            "when: [{}]",
            "when: [{equal-decisions: [not-now]}]",
            "results:\n  - ",
            "results: expected a result for every way to answer, found none for 2 of them, such as"
            " all-stages: not-now, equal-decisions: yes-fully, what-can-change: decide"
            " (add a result, or widen a condition)",
        ),
        (
            LIKELY,
            "when: [{all-stages: [yes-fully], equal-decisions: [yes-fully], what-can-change:"
            " [decide]}]",
            "when: [{all-stages: [yes-fully], equal-decisions: [yes-fully], what",
            f"result 'likely' > condition 1: {UNREACHABLE}",
        ),
        (
            "when: [{}]",
            "when: [{}, {all-stages: [not-now]}]",
            "when: [{}, ",
            f"result 'not-yet' > condition 2: {UNREACHABLE}",
        ),
    ],
)
def test_a_condition_that_names_what_is_not_there_or_can_not_match_is_reported(
    tmp_path, old, new, at, message
):
    course_file, told = found_in(tmp_path, (old, new))
    assert told == [f"{place(course_file, at)}: {CHECK} > {message}"]


def test_a_result_for_everyone_leaves_nothing_to_those_below(tmp_path):
    course_file, told = found_in(tmp_path, (FIND_OUT, "when: [{}]"))
    file, line = place(course_file, "asking: Talk it over too.").split(":")
    last = f"{file}:{int(line) + 1}"
    assert told == [
        f"{place(course_file, CLOSED)}: {CHECK} > result 'closed' > condition 1: {UNREACHABLE}",
        f"{last}: {CHECK} > result 'not-yet' > condition 1: {UNREACHABLE}",
    ]


def test_where_facts_are_not_asked_a_result_must_do_without_them(tmp_path):
    by_facts = "when: [{what-can-change: [nothing]}, {what-can-change: [decide, open-question]}]"
    changes = [
        (LIKELY, "when: [{all-stages: [yes-fully], equal-decisions: [yes-fully, not-now]}]"),
        (CLOSED, by_facts),
        (
            "  - id: not-yet\n    title: Not as it stands\n    text: At least one no.\n"
            "    asking: Talk it over too.\n    when: [{}]\n",
            "",
        ),
    ]
    assert found_in(tmp_path / "a", *changes)[1] == []
    never = (
        "{all-stages: [not-now, dont-know]}, {equal-decisions: [not-now, dont-know]}]",
        "{equal-decisions: [not-now, dont-know]}]",
    )
    course_file, told = found_in(tmp_path / "b", *changes, never)
    closed = place(course_file, EQUAL_BUT_CLOSED)
    assert told == [
        f"{closed}: {CHECK} > contradiction 'equal-but-closed' > condition 1: {NEVER_SAID}",
        f"{place(course_file, 'results:' + chr(10) + '  - ')}: {CHECK} > results: expected a"
        " result for every way to answer, found none for 1 of them, such as all-stages: not-now,"
        " equal-decisions: yes-fully (add a result, or widen a condition)",
    ]


def test_where_facts_are_always_asked_each_of_their_answers_counts(tmp_path):
    always = (ASKED_WHEN, "facts_asked_when: [{}]")
    changes = [always, (LIKELY, LIKELY.replace("}]", ", what-can-change: [decide]}]"))]
    assert found_in(tmp_path / "a", *changes)[1] == []
    without_rest = (
        "over too.\n    when: [{}]",
        "over too.\n    when: [{all-stages: [not-now]}, {equal-decisions: [not-now]}]",
    )
    course_file, told = found_in(tmp_path / "b", *changes, without_rest)
    assert told == [
        f"{place(course_file, 'results:' + chr(10) + '  - ')}: {CHECK} > results: expected a"
        " result for every way to answer, found none for 1 of them, such as all-stages: yes-fully,"
        " equal-decisions: yes-fully, what-can-change: open-question"
        " (add a result, or widen a condition)"
    ]


def test_conditions_that_are_broken_are_told_once_and_hide_no_others(tmp_path):
    changes = [(ASKED_WHEN, "facts_asked_when: never"), (CLOSED, "when: [{what-can-change: [no]}]")]
    course_file, told = found_in(tmp_path, *changes)
    assert told == [
        f"{place(course_file, 'facts_asked_when: never')}: {CHECK} > facts_asked_when: expected a"
        " list, found 'never' (start each item on a line of its own with a hyphen)",
        f"{place(course_file, 'when: [{what-can-change: [no]}]')}: {CHECK} > result 'closed' >"
        f" condition 1 > what-can-change: expected ids of answers, found 'no' {OF_THE_FACT}",
    ]


def test_far_too_many_ways_to_answer_are_one_fault():
    answers = [{"id": "yes"}, {"id": "no"}]
    facts = [{"id": f"fact-{number}", "answers": answers} for number in range(20_000)]
    check = {"questions": [{"id": "one"}], "answers": answers, "facts": facts, "results": []}
    assert [(f.path, f.expected, f.found, f.cure) for f in check_rules({CHECK: check})] == [
        (
            (CHECK,),
            "at most 7776 ways to answer",
            "more",
            "take out a question, a fact or an answer",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("  - id: what-can-change\n", "  - id: all-stages\n", "fact 'all-stages'"),
        ("  - id: support\n", "  - id: all-stages\n", "consideration 'all-stages'"),
        ("  - id: support\n", "  - id: what-can-change\n", "consideration 'what-can-change'"),
        ("  - id: equal-decisions\n", "  - id: all-stages\n", "question 'all-stages'"),
    ],
)
def test_questions_facts_and_considerations_share_no_id(tmp_path, old, new, where):
    _, told = found_in(tmp_path, (old, new))
    identity = new.split()[-1]
    (again,) = [each.split(": ", 1)[1] for each in told if "again" in each]
    assert again == (
        f"{CHECK} > {where} > id: expected an id of its own, found '{identity}' again {ANOTHER_ID}"
    )


@pytest.mark.parametrize("identity", ["seat", "all-stages-evidence", "all-stages-words"])
def test_what_the_check_asks_besides_has_ids_that_no_question_takes(tmp_path, identity):
    _, told = found_in(tmp_path, ("  - id: support\n", f"  - id: {identity}\n"))
    assert told[0].split(": ", 1)[1] == (
        f"{CHECK} > consideration '{identity}' > id: expected an id of its own, found '{identity}',"
        f" which the check needs itself {ANOTHER_ID}"
    )


def test_the_ids_kept_for_what_is_asked_under_a_question_are_those_it_gets(examples):
    asked = examples.readiness_check.questions[0]
    kept = [f"{asked.id}-{ending}" for ending in FOLLOW_UPS]
    assert kept == [evidence_id(asked), words_id(asked), given_id(asked)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            OWN_ANSWERS,
            OWN_ANSWERS.replace(" what-can-change: nothing,", ""),
            "own_check > answers: expected one for 'what-can-change', found none (write it)",
        ),
        (
            OWN_WHY,
            OWN_WHY.replace("all-stages: Staff began alone., ", ""),
            "own_check > why: expected one for 'all-stages', found none (write it)",
        ),
        (
            OWN_ANSWERS,
            OWN_ANSWERS.replace("all-stages: not-now", "all-stages: no"),
            f"own_check > answers > all-stages: expected the id of an answer, found 'no' {ANSWERS}",
        ),
        (
            OWN_ANSWERS,
            OWN_ANSWERS.replace("what-can-change: nothing", "what-can-change: not-now"),
            "own_check > answers > what-can-change: expected the id of an answer, found 'not-now'"
            f" {OF_THE_FACT}",
        ),
        (
            OWN_ANSWERS,
            OWN_ANSWERS.replace("}", ", early: not-now}"),
            f"own_check > answers > early: expected the id of a question, found 'early' {ASKED}",
        ),
        (
            OWN_WHY,
            OWN_WHY.replace("}", ", early: It was late.}"),
            f"own_check > why > early: expected the id of a question, found 'early' {ASKED}",
        ),
    ],
)
def test_our_own_answers_must_be_those_of_the_check(tmp_path, old, new, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, new)}: {message}"]


@pytest.mark.parametrize("answers", ["[not-now, dont-know]", "not-now", "", "7"])
def test_own_answers_that_are_no_keys_and_values_are_one_fault(tmp_path, answers):
    (fault,) = check_course(write_changed(tmp_path, (OWN_ANSWERS, f"answers: {answers}")))
    assert (fault.path, fault.expected) == ("own_check > answers", "keys and values")


@pytest.mark.parametrize("answer", ["[not-now]", "{a: b}", "7", "~"])
def test_an_own_answer_that_is_no_text_is_reported_where_it_stands(tmp_path, answer):
    new = OWN_ANSWERS.replace("all-stages: not-now", f"all-stages: {answer}")
    faults = check_course(write_changed(tmp_path, (OWN_ANSWERS, new)))
    assert {fault.path for fault in faults} == {"own_check > answers > all-stages"}


@pytest.mark.parametrize("accepted", ["", "7", "true", "not-now", "{a: b}"])
@pytest.mark.parametrize(
    ("old", "path"),
    [
        (LIKELY, "result 'likely' > condition 1 > all-stages"),
        (
            "facts_asked_when: [{all-stages: [not-now, dont-know]}",
            "facts_asked_when 1 > all-stages",
        ),
        (
            "when: [{all-stages: [yes-fully], support: [not-now]}]",
            "contradiction 'early-without-support' > condition 1 > all-stages",
        ),
    ],
)
def test_a_condition_that_lists_no_answers_is_one_fault_where_it_stands(
    tmp_path, old, path, accepted
):
    listed = old[old.index("all-stages: [") :].split("]")[0] + "]"
    change = (old, old.replace(listed, f"all-stages: {accepted}"))
    (fault,) = check_course(write_changed(tmp_path, change))
    assert (fault.path, fault.expected) == (f"{CHECK} > {path}", "a list")
