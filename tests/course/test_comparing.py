"""What views side by side come to: nobody is outvoted, and nothing is averaged."""

import itertools

import pytest

from widgets.course.comparing import BITS, PATTERNS, TURNS, compiled, outcome_of

SEEN = ("yes-fully", "hoped", "partly", "not-now", "dont-know", "left-out")
# Different answers, then whether all see something missing, steps apart, unknown, and why first.
CASES = [
    ({"yes-fully"}, (False, 0, False, "alike")),
    ({"yes-fully", "hoped"}, (False, 0, False, "alike")),
    ({"hoped", "partly"}, (False, 1, False, "near")),
    ({"yes-fully", "not-now"}, (False, 2, False, "apart")),
    ({"yes-fully", "partly", "not-now", "dont-know"}, (False, 2, True, "apart")),
    ({"partly"}, (True, 0, False, "missing")),
    ({"not-now"}, (True, 0, False, "missing")),
    ({"partly", "not-now"}, (True, 1, False, "missing")),
    ({"not-now", "dont-know"}, (False, 0, True, "unknown")),
    ({"not-now", "left-out"}, (False, 0, False, "alike")),
    ({"dont-know"}, (False, 0, True, "unknown")),
    ({"left-out"}, (False, 0, False, "alike")),
]


@pytest.mark.parametrize(("answers", "expected"), CASES)
def test_answers_come_to(answers, expected):
    outcome = outcome_of(answers)
    assert (outcome.missing, outcome.width, outcome.unknown, outcome.kind) == expected


def test_one_who_sees_something_missing_is_talked_of_before_all_that_many_agree_on():
    def turn(*answers):
        return outcome_of(set(answers)).turn

    apart, missing, partly = turn("yes-fully", "not-now"), turn("not-now"), turn("partly")
    assert apart < missing < partly < turn("yes-fully", "partly") < turn("dont-know")
    assert turn("dont-know") < turn("yes-fully")


def test_the_browser_s_tables_hold_every_way_to_answer_together():
    tables = compiled()
    assert (tables["bits"], tables["turns"]) == (BITS, TURNS)
    assert len(tables["outcomes"]) == PATTERNS
    for size in range(1, len(SEEN) + 1):
        for answers in itertools.combinations(SEEN, size):
            pattern = 0
            for answer in answers:
                pattern |= BITS[answer]
            found = tables["outcomes"][pattern]
            assert found == vars(outcome_of(set(answers))), answers
