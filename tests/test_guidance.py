import re
from collections import Counter

import pytest

from widgets.course.guidance import first_matches, judge, patterns

QUESTIONS = ["one", "two"]
ANSWERS = ["yes", "no"]
DISCOURAGING = re.compile(
    r"\b(?:do not|don't|never|stop|avoid|cannot|can't|should not|shouldn't|no need to)"
    r" (?:\w+ )?(?:ask|asking|invite|inviting|involve|involving|include|including)\b"
    r"|\bwithout (?:asking|involving|including)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def check(course):
    return course.readiness_check


@pytest.fixture(scope="module")
def every_pattern(check):
    questions = [question.id for question in check.questions]
    return list(patterns(questions, [answer.id for answer in check.answers]))


def advice(check, pattern):
    return [question.guidance[pattern[question.id]] for question in check.questions]


def texts(check, pattern):
    result = judge(check, pattern)
    guidance = advice(check, pattern)
    parts = [text for each in guidance for text in each.model_dump().values()]
    return [result.title, result.text, *parts]


def test_every_way_to_answer_comes_once():
    assert list(patterns(QUESTIONS, ANSWERS)) == [
        {"one": "yes", "two": "yes"},
        {"one": "yes", "two": "no"},
        {"one": "no", "two": "yes"},
        {"one": "no", "two": "no"},
    ]


@pytest.mark.parametrize(
    ("conditions", "reached", "unmatched"),
    [
        ([{}], {0}, []),
        ([{"one": ["yes"]}, {"one": ["no"]}], {0, 1}, []),
        ([{"one": ["yes", "no"]}, {"two": ["no"]}], {0}, []),
        ([{"one": ["yes"]}, {"one": ["yes"], "two": ["no"]}, {}], {0, 2}, []),
        ([{"one": ["yes"]}, {"two": ["yes"]}], {0, 1}, [{"one": "no", "two": "no"}]),
    ],
)
def test_the_first_condition_that_is_met_takes_a_pattern(conditions, reached, unmatched):
    assert first_matches(conditions, QUESTIONS, ANSWERS) == (reached, unmatched)


@pytest.mark.parametrize(
    ("all_stages", "equal_decisions", "result"),
    [
        ("yes-fully", "yes-fully", "likely"),
        ("yes-fully", "dont-know", "find-out"),
        ("dont-know", "not-now", "find-out"),
        ("not-now", "yes-fully", "not-yet"),
    ],
)
def test_the_first_result_that_matches_is_given(examples, all_stages, equal_decisions, result):
    answers = {"all-stages": all_stages, "equal-decisions": equal_decisions}
    assert judge(examples.readiness_check, answers).id == result


def test_every_pattern_of_the_course_has_a_result_and_every_result_a_pattern(check, every_pattern):
    given = Counter(judge(check, pattern).id for pattern in every_pattern)
    assert given.total() == 64
    assert set(given) == {result.id for result in check.results}


def test_only_three_full_yeses_are_likely_to_suit_co_production(check, every_pattern):
    likely = [pattern for pattern in every_pattern if judge(check, pattern).id == "likely"]
    assert [set(pattern.values()) for pattern in likely] == [{"yes-fully"}]


def test_the_likely_result_says_likely_and_promises_no_more(check):
    likely = next(result for result in check.results if result.id == "likely")
    assert "likely" in likely.title.lower()
    assert "likely" in likely.text


def test_a_single_doubt_is_never_passed_over(check, every_pattern):
    for pattern in every_pattern:
        if "dont-know" in pattern.values():
            assert judge(check, pattern).id in ("one-thing-to-find-out", "find-out-first")


def test_every_pattern_leads_to_advice_of_its_own(check, every_pattern):
    given = {(judge(check, each).id, *map(str, advice(check, each))) for each in every_pattern}
    assert len(given) == len(every_pattern)


def test_every_answer_to_every_question_has_words_of_its_own(check):
    guidance = [each for question in check.questions for each in question.guidance.values()]
    for part in ("reason", "ask_together", "first_step"):
        assert len({getattr(each, part) for each in guidance}) == len(guidance) == 12


def test_what_to_ask_together_is_a_question(check):
    for question in check.questions:
        for guidance in question.guidance.values():
            assert guidance.ask_together.endswith("?")


def test_no_pattern_tells_anyone_not_to_involve_people(check, every_pattern):
    for pattern in every_pattern:
        assert [text for text in texts(check, pattern) if DISCOURAGING.search(text)] == []


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
