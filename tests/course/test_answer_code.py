"""Answer codes: all that they hold comes back, and whatever was mistyped is noticed."""

import itertools
import random

import pytest

from widgets.course import answer_code
from widgets.course.answer_code import (
    BY_HAND,
    COLUMNS,
    LETTERS,
    PLACES,
    ROWS,
    WHOLE,
    CodeFault,
    check_of,
    decode,
    encode,
)

CORE = {"all-stages": "yes-fully", "equal-decisions": "partly", "jointly-responsible": "not-now"}
MANY = 200


def some_codes():
    """Return many codes, the same at each run, as the values of their letters."""
    chance = random.Random(1)
    held = [[chance.randrange(len(LETTERS)) for _ in range(BY_HAND)] for _ in range(MANY)]
    return [(*values, *check_of(values)) for values in [[0] * BY_HAND, *held]]


def is_noticed(values):
    return tuple(values[BY_HAND:]) != check_of(list(values[:BY_HAND]))


def fault_of(text):
    with pytest.raises(CodeFault) as caught:
        decode(text)
    return str(caught.value)


def test_a_code_that_somebody_wrote_down_still_says_what_it_said():
    said = {"all-stages": "partly", "equal-decisions": "not-now", "power": "partly"}
    said |= {"jointly-responsible": "dont-know", "support": "not-now", "carers": "yes"}
    assert encode(said) == "7F92XX55"
    assert said.items() <= decode("7F92XX55").items()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[1].id)
def test_every_two_answers_that_a_letter_holds_come_back(place):
    for answers in itertools.product(*(scale.states for scale in place)):
        given = CORE | dict(zip((scale.id for scale in place), answers, strict=True))
        if given.pop("version", "0") == "0":
            assert decode(encode(given)).items() >= given.items()


def test_every_letter_has_a_row_and_a_column_of_one_table():
    assert len(set(LETTERS)) == 32 >= ROWS * COLUMNS
    for row, column in PLACES:
        assert len(row.states) <= ROWS
        assert len(column.states) <= COLUMNS


def test_what_was_not_answered_comes_back_as_such():
    assert decode(encode(CORE)) == CORE | {
        "power": "left-out",
        "responsibilities": "left-out",
        "support": "left-out",
        "carers": "dont-know",
        "lived-experience-decides": "dont-know",
        "lived-experience-delivers": "dont-know",
        "carers-decides": "dont-know",
        "carers-delivers": "dont-know",
    }


def test_without_an_answer_to_the_three_questions_there_is_no_code():
    for question in CORE:
        with pytest.raises(ValueError):
            encode({id: answer for id, answer in CORE.items() if id != question})


def test_any_wrong_letter_and_any_swap_is_noticed_in_many_codes():
    for values in some_codes():
        assert not is_noticed(values)
        for place, letter in itertools.product(range(WHOLE), range(len(LETTERS))):
            wrong = [*values[:place], letter, *values[place + 1 :]]
            assert is_noticed(wrong) == (letter != values[place])
        for one, other in itertools.combinations(range(WHOLE), 2):
            swapped = list(values)
            swapped[one], swapped[other] = values[other], values[one]
            assert is_noticed(swapped) == (values[one] != values[other])


def test_any_two_wrong_letters_are_noticed_in_every_code():
    """A code is the others' sum with one of them: what changes nought to a code changes any."""
    chance = random.Random(2)
    for _ in range(MANY):
        one, other = ([chance.randrange(32) for _ in range(BY_HAND)] for _ in range(2))
        both = [a ^ b for a, b in zip(one, other, strict=True)]
        sums = (a ^ b for a, b in zip(check_of(one), check_of(other), strict=True))
        assert check_of(both) == tuple(sums)
    for places in itertools.combinations(range(WHOLE), 2):
        for changes in itertools.product(range(len(LETTERS)), repeat=2):
            wrong = [0] * WHOLE
            for place, change in zip(places, changes, strict=True):
                wrong[place] = change
            assert is_noticed(wrong) == any(changes)


def test_the_field_is_a_field():
    elements = range(1, 32)
    for one in elements:
        assert sorted(answer_code.times(one, other) for other in elements) == [*elements]
        assert answer_code.times(one, 1) == one and answer_code.times(one, 0) == 0


def test_spaces_hyphens_and_small_letters_do_no_harm():
    code = encode(CORE)
    for between in ("", " ", "-", " - ", "\u2013", "\u2011", "\n"):
        assert decode(between.join(code)) == decode(code)
        assert decode(between.join(code.lower())) == decode(code)


def test_letters_that_look_alike_are_read_as_those_that_there_are():
    assert decode("oil0lo") == decode("011010")


def test_a_code_made_by_hand_has_no_check_letters():
    assert decode(encode(CORE)[:BY_HAND]) == decode(encode(CORE))


def test_what_is_no_code_says_why():
    code = encode(CORE)
    assert fault_of("") == "length"
    assert fault_of(code[:7]) == "length"
    assert fault_of(code + "0") == "length"
    assert fault_of(code[:7] + "?") == "sign"
    assert fault_of(code[1] + code[0] + code[2:]) == "slip"
    assert fault_of("Y00000") == "unused"


def test_a_newer_version_is_known_by_the_fourth_letter():
    for value in range(COLUMNS, 32):
        held = [0, 0, 0, value, 0, 0]
        letters = "".join(LETTERS[each] for each in [*held, *check_of(held)])
        assert fault_of(letters) == "newer"
        # By hand it may as well be a slip.
        assert fault_of(letters[:BY_HAND]) == "unused"
