import pytest
from broken import messages, place, write_changed

from widgets.course.loading import check_course

CHECK = "readiness_check"
ANOTHER_ID = "(choose another id)"
OWN_ANSWERS = "answers: {all-stages: not-now, equal-decisions: dont-know}"
OWN_WHY = "why: {all-stages: Staff began alone., equal-decisions: Nobody has said.}"
UNREACHABLE = (
    "expected a condition that can match, found one that earlier conditions leave nothing to"
    " (move it up, or take it out)"
)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "        not-now: {reason: It is late., ask_together: Which stage?,"
            " first_step: Open one.}\n",
            "",
            "guidance:\n        yes-fully: {reason: Good.",
            f"{CHECK} > question 'all-stages' > guidance: expected guidance for 'not-now',"
            " found none (write it)",
        ),
        (
            "        not-now: {reason: It is late.,",
            "        partly: {reason: A, ask_together: B, first_step: C}\n"
            "        not-now: {reason: It is late.,",
            "partly: {",
            f"{CHECK} > question 'all-stages' > guidance > partly: expected the id of an"
            " answer, found 'partly' (mend the id, or take it out)",
        ),
        (
            "when: [{all-stages: [yes-fully],",
            "when: [{every-stage: [yes-fully],",
            "when: [{every-stage",
            f"{CHECK} > result 'likely' > condition 1 > every-stage: expected the id of a"
            " question, found 'every-stage' (use one of: all-stages, equal-decisions)",
        ),
        (
            "when: [{all-stages: [yes-fully],",
            "when: [{all-stages: [yes],",
            "when: [{all-stages: [yes]",
            f"{CHECK} > result 'likely' > condition 1 > all-stages: expected ids of answers,"
            " found 'yes' (use one of: yes-fully, not-now, dont-know)",
        ),
        (
            "when: [{}]",
            "when: [{equal-decisions: [not-now]}]",
            "results:\n    - ",
            f"{CHECK} > results: expected a result for every way to answer, found none for 1"
            " of them, such as all-stages: not-now, equal-decisions: yes-fully"
            " (add a result, or widen a condition)",
        ),
        (
            "when: [{all-stages: [dont-know]}, {equal-decisions: [dont-know]}]",
            "when: [{}]",
            "when: [{}]\nown_check",
            f"{CHECK} > result 'not-yet' > condition 1: {UNREACHABLE}",
        ),
        (
            "when: [{}]",
            "when: [{}, {all-stages: [not-now]}]",
            "when: [{}, ",
            f"{CHECK} > result 'not-yet' > condition 2: {UNREACHABLE}",
        ),
    ],
)
def test_a_readiness_check_that_leaves_someone_without_advice_is_reported(
    tmp_path, old, new, at, message
):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


def test_a_missing_result_and_an_unreachable_one_are_reported_together(tmp_path):
    change = ("when: [{}]", "when: [{equal-decisions: [dont-know]}]")
    course_file = write_changed(tmp_path, change)
    assert messages(course_file) == [
        f"{place(course_file, 'results:' + chr(10) + '    - ')}: {CHECK} > results: expected a"
        " result for every way to answer, found none for 3 of them, such as all-stages:"
        " yes-fully, equal-decisions: not-now (add a result, or widen a condition)",
        f"{place(course_file, 'when: [{equal-decisions')}: {CHECK} > result 'not-yet' >"
        f" condition 1: {UNREACHABLE}",
    ]


def test_a_readiness_question_with_the_id_of_another_is_reported(tmp_path):
    change = ("    - id: equal-decisions\n", "    - id: all-stages\n")
    course_file = write_changed(tmp_path, change)
    unknown = "expected the id of a question, found 'equal-decisions' (use one of: all-stages)"
    second = "id: all-stages\n      text: Will"
    assert messages(course_file) == [
        f"{place(course_file, second)}: {CHECK} > question 'all-stages' > id: expected an id of"
        f" its own, found 'all-stages' again {ANOTHER_ID}",
        f"{place(course_file, 'when: [{all-stages: [yes-fully]')}: {CHECK} > result 'likely' >"
        f" condition 1 > equal-decisions: {unknown}",
        f"{place(course_file, 'when: [{all-stages: [dont-know]')}: {CHECK} > result 'find-out' >"
        f" condition 2 > equal-decisions: {unknown}",
        f"{place(course_file, OWN_ANSWERS)}: own_check > answers > equal-decisions: {unknown}",
        f"{place(course_file, OWN_WHY)}: own_check > why > equal-decisions: {unknown}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            OWN_ANSWERS,
            "answers: {all-stages: not-now}",
            "own_check > answers: expected one for 'equal-decisions', found none (write it)",
        ),
        (
            OWN_WHY,
            "why: {equal-decisions: Nobody has said.}",
            "own_check > why: expected one for 'all-stages', found none (write it)",
        ),
        (
            OWN_ANSWERS,
            "answers: {all-stages: no, equal-decisions: dont-know}",
            "own_check > answers > all-stages: expected the id of an answer, found 'no'"
            " (use one of: yes-fully, not-now, dont-know)",
        ),
        (
            OWN_ANSWERS,
            "answers: {all-stages: not-now, equal-decisions: dont-know, early: not-now}",
            "own_check > answers > early: expected the id of a question, found 'early'"
            " (use one of: all-stages, equal-decisions)",
        ),
        (
            OWN_WHY,
            "why: {all-stages: Late., equal-decisions: Nobody said., early: It was late.}",
            "own_check > why > early: expected the id of a question, found 'early'"
            " (use one of: all-stages, equal-decisions)",
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
    new = f"answers: {{all-stages: {answer}, equal-decisions: dont-know}}"
    faults = check_course(write_changed(tmp_path, (OWN_ANSWERS, new)))
    assert {fault.path for fault in faults} == {"own_check > answers > all-stages"}


@pytest.mark.parametrize("accepted", ["", "7", "true", "not-now", "{a: b}"])
def test_a_condition_that_lists_no_answers_is_reported_where_it_stands(tmp_path, accepted):
    change = ("when: [{all-stages: [yes-fully],", f"when: [{{all-stages: {accepted},")
    (fault, *_) = check_course(write_changed(tmp_path, change))
    assert (fault.path, fault.expected) == (
        f"{CHECK} > result 'likely' > condition 1 > all-stages",
        "a list",
    )
