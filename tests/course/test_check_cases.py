"""Twelve pieces of work, each with what a sensible colleague would say: the check says no less."""

import pytest
from check_cases import CASES

from widgets.course.check_texts import texts_of
from widgets.course.guidance import judge
from widgets.course.loading import load_course

CHECK = load_course().readiness_check
TEXTS = texts_of(CHECK)


def test_there_are_twelve_and_no_two_are_the_same():
    assert len(CASES) == len({case.work for case in CASES}) == 12
    assert all(case.who and case.colleague for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.work)
def test_a_piece_of_work_gets_the_result_that_a_colleague_would_stand_by(case):
    result = judge(CHECK, case.answers)
    assert (result.verdict, result.title) == (case.verdict, case.title)
    assert result.step == TEXTS[f"step/{case.step}"]
    assert result.before == (TEXTS["/".join(["before", *case.before])] if case.before else "")
    assert result.names == {"lived-experience": "none", "carers": "none"} | case.names
    assert result.clashes == tuple(TEXTS[f"clash/{clash}"] for clash in case.clashes)


def test_the_cases_reach_every_verdict_and_most_names():
    assert {case.verdict for case in CASES} == {
        *("likely", "not-as-it-stands", "find-out", "not-yet")
    }
    assert {name for case in CASES for name in case.names.values()} == {
        *("inform", "consult", "co-design", "co-produce", "led-by-them", "shared-in-part"),
        "withheld",
    }
