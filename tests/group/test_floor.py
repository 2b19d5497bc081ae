"""The floor, attacked: every pattern of answers, for groups of 5 to 24, with insiders."""

from itertools import combinations_with_replacement, product

import pytest

from widgets.group.floor import GROUPS, RATHER_NOT, RESPONSES, Word, is_private, words_of
from widgets.group.standing import Section, Verdict, gap_of, ordered, standing

FROM, TO = 5, 24
SIZES = range(FROM, TO + 1)
YES, UNKNOWN, OTHER = "yes-fully", "dont-know", "partly"
# What counts alike: partly and no are no yes; rather not say is as good as don't know.
TOLD_APART = (YES, UNKNOWN, OTHER)
MEANS = {YES: YES, UNKNOWN: UNKNOWN, RATHER_NOT: UNKNOWN, "partly": OTHER, "not-now": OTHER}


def word(responses):
    return words_of({"staff": responses})["staff"]


def patterns(size):
    return [*combinations_with_replacement(TOLD_APART, size)]


def others(pattern, insiders):
    """Return a pattern without what the insiders said; None if they can't be in it."""
    left = list(pattern)
    for said in insiders:
        if said not in left:
            return None
        left.remove(said)
    return tuple(left)


def possible(size, insiders):
    """Return by word all that the others may have said, as far as the insiders can know."""
    worlds = {}
    for pattern in patterns(size):
        left = others(pattern, insiders)
        if left is not None:
            worlds.setdefault(word(pattern), set()).add(left)
    return worlds


def known_of_all(worlds):
    """Return of which responses it is certain that all the others gave them, or that none did."""
    everyone = {said for said in TOLD_APART if all(set(world) == {said} for world in worlds)}
    nobody = {said for said in TOLD_APART if all(said not in world for world in worlds)}
    return everyone | nobody


@pytest.mark.parametrize("size", SIZES)
def test_one_insider_is_certain_of_nothing_about_all_the_others(size):
    for own in TOLD_APART:
        for worlds in possible(size, [own]).values():
            assert len(worlds) > 1
            assert not known_of_all(worlds)


def test_two_insiders_can_work_out_the_rest_in_groups_of_five_to_seven_alone():
    told = {
        size
        for size in SIZES
        for insiders in combinations_with_replacement(TOLD_APART, 2)
        if any(known_of_all(worlds) for worlds in possible(size, insiders).values())
    }
    assert told == {5, 6, 7}


@pytest.mark.parametrize("size", SIZES)
def test_a_word_is_the_share_of_those_who_say_fully_yes_of_all_who_answered(size):
    for yes in range(size + 1):
        said = word([YES] * yes + ["not-now"] * (size - yes))
        expected = (
            Word.FEWER if yes / size <= 0.4 else Word.MORE if yes / size >= 0.6 else Word.HALF
        )
        assert said == expected, (yes, size)
        unknown = word([RATHER_NOT] * yes + ["not-now"] * (size - yes))
        assert unknown == (Word.UNKNOWN if yes / size >= 0.6 else Word.FEWER)


def test_people_who_answer_in_the_same_shares_change_neither_word_nor_order():
    for size in range(5, 9):
        for pattern in patterns(size):
            assert {word(pattern * times) for times in (1, 2, 3)} == {word(pattern)}


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, None),
        ({"staff": [YES] * 4}, None),
        ({"staff": [YES] * 20, "carers": [YES] * 4}, None),
        ({"staff": [YES] * 20, "carers": []}, None),
        ({"staff": [YES] * 20, "carers": [RATHER_NOT] * 5}, {"carers": "unknown", "staff": "more"}),
        ({"staff": [YES] * 5}, {"staff": "more"}),
    ],
)
def test_nothing_is_shown_of_anyone_where_one_group_sent_fewer_than_five(sent, words):
    assert words_of(sent) == words


@pytest.mark.parametrize(
    ("counted", "private"),
    [
        ({}, False),
        ({"staff": 0}, False),
        ({"staff": 5}, True),
        ({"staff": 12, "carers": 4}, False),
        ({"staff": 12, "carers": 5, "lived_experience": 5}, True),
    ],
)
def test_rounds_are_private_only_where_every_group_has_five_phones(counted, private):
    assert is_private(counted) == private


def test_each_response_counts_towards_five():
    assert len(RESPONSES) == 5
    assert set(MEANS) == set(RESPONSES)
    for said in RESPONSES:
        assert word([said] * 5) == word([MEANS[said]] * 5)


EACH_WORD = [*Word]
ALL_WORDS = [
    dict(zip(groups, words, strict=True))
    for groups in [GROUPS, ("lived_experience", "staff"), ("staff",), ("carers", "staff")]
    for words in product(EACH_WORD, repeat=len(groups))
]


def test_in_place_needs_more_than_half_of_every_group_with_lived_experience_and_staff():
    for words in ALL_WORDS:
        verdict = standing("power", words).verdict
        if Word.UNKNOWN in words.values():
            assert verdict == Verdict.UNKNOWN
        elif set(words.values()) == {Word.MORE} and {"lived_experience", "staff"} <= set(words):
            assert verdict == Verdict.IN_PLACE
        else:
            assert verdict == Verdict.NOT_YET


@pytest.mark.parametrize(
    ("words", "section", "gap"),
    [
        (("fewer", "fewer", "fewer"), "missing", 0),
        (("half", "half", "half"), "missing", 0),
        (("fewer", "half", "half"), "differ", 1),
        (("fewer", "half", "more"), "differ", 2),
        (("fewer", "unknown", "more"), "differ", 2),
        (("more", "unknown", "more"), "unknown", 0),
        (("unknown", "unknown", "unknown"), "unknown", 0),
        (("fewer", "unknown", "fewer"), "unknown", 0),
        (("more", "more", "more"), "mostly", 0),
    ],
)
def test_a_question_stands_where_its_words_put_it(words, section, gap):
    each = standing("power", dict(zip(GROUPS, map(Word, words), strict=True)))
    assert (each.section, each.gap) == (section, gap)


def test_what_is_missing_comes_first_then_the_widest_gap_then_the_courses_order():
    said = {
        "a": ("more", "more"),
        "b": ("half", "more"),
        "c": ("fewer", "more"),
        "d": ("fewer", "half"),
        "e": ("fewer", "fewer"),
        "f": ("more", "unknown"),
    }
    every = [
        standing(name, dict(zip(("carers", "staff"), map(Word, words), strict=True)))
        for name, words in said.items()
    ]
    assert [each.question for each in ordered(every)] == ["e", "c", "b", "d", "f", "a"]
    assert {each.section for each in every} == set(Section)


def test_a_gap_is_the_same_whichever_groups_stand_apart():
    for words in ALL_WORDS:
        turned = dict(zip(words, reversed(words.values()), strict=True))
        assert gap_of(words) == gap_of(turned)
