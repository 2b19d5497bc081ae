"""Whether the marked questions can be won without reading them for sense."""

import pytest
from guessing import GUESSES, SHARING, STAFF_DECIDE, by_chance, marked, right, won

from widgets.course.loading import load_course

COURSE = load_course()
NEAR = 0.12
BLIND = [guess for guess in GUESSES if guess != "most sharing"]


@pytest.mark.parametrize("guess", BLIND)
def test_who_goes_by_length_place_or_the_words_of_the_scene_wins_about_as_much_as_by_chance(guess):
    assert abs(won(COURSE, guess) - by_chance(COURSE)) <= NEAR


def test_who_always_shares_the_most_wins_at_most_a_quarter():
    assert won(COURSE, "most sharing") <= 0.25


def test_what_shares_the_most_is_judged_for_each_marked_question_and_no_other():
    asked = {question.id: question for question in marked(COURSE)}
    assert SHARING.keys() == asked.keys()
    for name, shared in SHARING.items():
        assert shared <= {option.id for option in asked[name].options}, name


def test_in_at_least_three_a_choice_rightly_stays_with_staff():
    asked = {question.id for question in marked(COURSE)}
    assert len(STAFF_DECIDE & asked) >= 3
    for question in marked(COURSE):
        if question.id in STAFF_DECIDE:
            assert right(question) != SHARING[question.id]


def test_a_course_whose_right_answers_stand_first_is_won_by_the_first(examples):
    question = next(one for one in marked(examples) if one.kind == "single")
    moved = [
        option.model_copy(update={"correct": place == 0})
        for place, option in enumerate(question.options)
    ]
    question = question.model_copy(update={"options": moved})
    assert GUESSES["first"](question) == right(question)
    assert GUESSES["last"](question) != right(question)
