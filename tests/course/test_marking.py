from itertools import chain, combinations

import pytest

from widgets.course.marking import Outcome, compile_outcomes, feedback_id, key, mark
from widgets.course.questions import TEXT_KINDS, Option, Question


def option(identity, *, correct=False, if_missed=None):
    return Option(
        id=identity, text=identity, correct=correct, feedback="So it is.", if_missed=if_missed
    )


def question(kind, *options):
    return Question(id="asked", kind=kind, text="Which?", options=list(options))


SINGLE = question("single", option("a"), option("b", correct=True), option("c"))
MULTIPLE = question(
    "multiple",
    option("a", correct=True, if_missed="It counts."),
    option("b"),
    option("c", correct=True),
)
DEPENDS = question("depends", option("a"), option("b"))
VIEW = question("view", option("a"), option("b"))
SHORT_TEXT = question("short-text")
LONG_TEXT = question("long-text")


@pytest.fixture(scope="module")
def questions(course):
    return [question for quiz in course.quizzes for question in quiz.questions]


@pytest.mark.parametrize(
    ("asked", "chosen", "outcome"),
    [
        (SINGLE, "", Outcome("not-attempted")),
        (SINGLE, "a", Outcome("not-quite", ("a",))),
        (SINGLE, "b", Outcome("fits", ("b",))),
        (SINGLE, "c", Outcome("not-quite", ("c",))),
        (DEPENDS, "", Outcome("not-attempted")),
        (DEPENDS, "a", Outcome("depends", ("a",))),
        (DEPENDS, "b", Outcome("depends", ("b",))),
        (VIEW, "", Outcome("not-attempted")),
        (VIEW, "a", Outcome("saved", ("a",))),
        (VIEW, "b", Outcome("saved", ("b",))),
        (MULTIPLE, "", Outcome("not-attempted")),
        (MULTIPLE, "a", Outcome("partly", ("a",))),
        (MULTIPLE, "b", Outcome("not-quite", ("a/missed", "b"))),
        (MULTIPLE, "c", Outcome("partly", ("a/missed", "c"))),
        (MULTIPLE, "ab", Outcome("partly", ("a", "b"))),
        (MULTIPLE, "ac", Outcome("fits", ("a", "c"))),
        (MULTIPLE, "bc", Outcome("partly", ("a/missed", "b", "c"))),
        (MULTIPLE, "abc", Outcome("partly", ("a", "b", "c"))),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else str(value),
)
def test_a_choice_has_a_result_and_the_feedback_that_goes_with_it(asked, chosen, outcome):
    assert mark(asked, frozenset(chosen)) == outcome


@pytest.mark.parametrize("asked", [SHORT_TEXT, LONG_TEXT], ids=["short-text", "long-text"])
@pytest.mark.parametrize(
    ("text", "result"),
    [("", "not-attempted"), (" \n\t", "not-attempted"), ("0", "saved"), ("Ours", "saved")],
)
def test_a_text_is_saved_and_never_judged(asked, text, result):
    assert mark(asked, text) == Outcome(result)


def test_the_rows_of_a_single_choice_are_its_options_and_none():
    assert compile_outcomes(SINGLE) == {
        "": Outcome("not-attempted"),
        "a": Outcome("not-quite", ("a",)),
        "b": Outcome("fits", ("b",)),
        "c": Outcome("not-quite", ("c",)),
    }


def test_the_rows_of_a_view_are_its_options_and_none_and_all_are_saved_alike():
    assert compile_outcomes(VIEW) == {
        "": Outcome("not-attempted"),
        "a": Outcome("saved", ("a",)),
        "b": Outcome("saved", ("b",)),
    }


def test_the_rows_of_a_text_are_whether_there_is_one():
    assert compile_outcomes(LONG_TEXT) == {
        "": Outcome("not-attempted"),
        "written": Outcome("saved"),
    }


@pytest.mark.parametrize(("text", "row"), [("", ""), ("  ", ""), ("Ours", "written")])
def test_a_text_is_looked_up_by_whether_it_is_there(text, row):
    assert key(SHORT_TEXT, text) == row


def test_a_choice_is_looked_up_in_the_order_of_the_options():
    assert key(MULTIPLE, frozenset(["c", "a"])) == "a c"


def test_feedback_for_missing_an_option_has_an_id_that_no_option_can_have():
    assert feedback_id(MULTIPLE.options[0]) == "a"
    assert feedback_id(MULTIPLE.options[0], missed=True) == "a/missed"


def test_only_options_that_are_correct_are_missed():
    asked = question(
        "multiple", option("a", if_missed="It counts."), option("b", correct=True), option("c")
    )
    assert mark(asked, frozenset("c")).feedback == ("c",)


def test_the_order_of_options_changes_the_order_of_feedback_only():
    turned = question("multiple", *reversed(MULTIPLE.options))
    for chosen in map(frozenset, ["a", "b", "c", "ab", "ac", "bc", "abc"]):
        outcome = mark(MULTIPLE, chosen)
        assert mark(turned, chosen) == Outcome(outcome.result, outcome.feedback[::-1])


def responses(asked):
    ids = [option.id for option in asked.options]
    most = len(ids) if asked.kind == "multiple" else 1
    sizes = (combinations(ids, size) for size in range(most + 1))
    return map(frozenset, chain.from_iterable(sizes))


def test_every_possible_response_in_the_course_has_its_row(questions):
    for asked in questions:
        if asked.kind not in TEXT_KINDS:
            table = compile_outcomes(asked)
            for chosen in responses(asked):
                assert table[key(asked, chosen)] == mark(asked, chosen)


def test_every_table_of_the_course_has_no_row_too_many(questions):
    for asked in questions:
        options = len(asked.options)
        rows = {"multiple": 2**options, "short-text": 2, "long-text": 2}
        assert len(compile_outcomes(asked)) == rows.get(asked.kind, options + 1)


def test_only_an_empty_response_in_the_course_is_not_attempted(questions):
    for asked in questions:
        table = compile_outcomes(asked)
        results = {row: outcome.result for row, outcome in table.items()}
        assert results.pop("") == "not-attempted"
        assert "not-attempted" not in results.values()


def test_one_response_alone_fits_where_a_question_of_the_course_has_right_answers(questions):
    for asked in questions:
        results = [outcome.result for outcome in compile_outcomes(asked).values()]
        assert results.count("fits") == (1 if asked.kind in ("single", "multiple") else 0)


def test_every_response_in_the_course_that_names_an_option_gets_feedback(questions):
    for asked in questions:
        for row, outcome in compile_outcomes(asked).items():
            chosen = tuple(part for part in outcome.feedback if not part.endswith("/missed"))
            assert chosen == tuple(row.split() if asked.options else ())


def test_the_course_has_every_kind_of_question(questions):
    kinds = {asked.kind for asked in questions}
    assert kinds == {"single", "multiple", "depends", "view", "short-text", "long-text"}
