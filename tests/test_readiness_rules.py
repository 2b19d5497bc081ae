import pytest
from broken import messages, write_changed

CHECK = "readiness_check"
ANOTHER_ID = "(choose another id)"
UNREACHABLE = (
    "expected a condition that can match, found one that earlier conditions leave nothing to"
    " (move it up, or take it out)"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "        not-now: {reason: It is late., ask_together: Which stage?,"
            " first_step: Open one.}\n",
            "",
            f"67: {CHECK} > question 'all-stages' > guidance: expected guidance for 'not-now',"
            " found none (write it)",
        ),
        (
            "        not-now: {reason: It is late.,",
            "        partly: {reason: A, ask_together: B, first_step: C}\n"
            "        not-now: {reason: It is late.,",
            f"69: {CHECK} > question 'all-stages' > guidance > partly: expected the id of an"
            " answer, found 'partly' (mend the id, or take it out)",
        ),
        (
            "when: [{all-stages: [yes-fully],",
            "when: [{every-stage: [yes-fully],",
            f"81: {CHECK} > result 'likely' > condition 1 > every-stage: expected the id of a"
            " question, found 'every-stage' (use one of: all-stages, equal-decisions)",
        ),
        (
            "when: [{all-stages: [yes-fully],",
            "when: [{all-stages: [yes],",
            f"81: {CHECK} > result 'likely' > condition 1 > all-stages: expected ids of answers,"
            " found 'yes' (use one of: yes-fully, not-now, dont-know)",
        ),
        (
            "when: [{}]",
            "when: [{equal-decisions: [not-now]}]",
            f"77: {CHECK} > results: expected a result for every way to answer, found none for 1"
            " of them, such as all-stages: not-now, equal-decisions: yes-fully"
            " (add a result, or widen a condition)",
        ),
        (
            "when: [{all-stages: [dont-know]}, {equal-decisions: [dont-know]}]",
            "when: [{}]",
            f"89: {CHECK} > result 'not-yet' > condition 1: {UNREACHABLE}",
        ),
        (
            "when: [{}]",
            "when: [{}, {all-stages: [not-now]}]",
            f"89: {CHECK} > result 'not-yet' > condition 2: {UNREACHABLE}",
        ),
    ],
)
def test_a_readiness_check_that_leaves_someone_without_advice_is_reported(
    tmp_path, old, new, message
):
    assert messages(write_changed(tmp_path, (old, new))) == [f"course.yml:{message}"]


def test_a_missing_result_and_an_unreachable_one_are_reported_together(tmp_path):
    change = ("when: [{}]", "when: [{equal-decisions: [dont-know]}]")
    assert messages(write_changed(tmp_path, change)) == [
        f"course.yml:77: {CHECK} > results: expected a result for every way to answer, found none"
        " for 3 of them, such as all-stages: yes-fully, equal-decisions: not-now"
        " (add a result, or widen a condition)",
        f"course.yml:89: {CHECK} > result 'not-yet' > condition 1: {UNREACHABLE}",
    ]


def test_a_readiness_question_with_the_id_of_another_is_reported(tmp_path):
    change = ("    - id: equal-decisions\n", "    - id: all-stages\n")
    assert messages(write_changed(tmp_path, change)) == [
        f"course.yml:71: {CHECK} > question 'all-stages' > id: expected an id of its own,"
        f" found 'all-stages' again {ANOTHER_ID}",
        f"course.yml:81: {CHECK} > result 'likely' > condition 1 > equal-decisions: expected the"
        " id of a question, found 'equal-decisions' (use one of: all-stages)",
        f"course.yml:85: {CHECK} > result 'find-out' > condition 2 > equal-decisions: expected the"
        " id of a question, found 'equal-decisions' (use one of: all-stages)",
    ]
