"""The stories of the real course: what each way through them gives a learner."""

import re
from collections import Counter

import pytest
from texts import every_text_of, path_texts, paths

from widgets.course.loading import load_course

COURSE = load_course()
MOST_WORDS = 600


@pytest.fixture(params=COURSE.scenarios, ids=lambda scenario: scenario.id)
def scenario(request):
    return request.param


def test_there_are_six_to_eight_and_each_is_met_in_one_lesson():
    met = Counter(form for module in COURSE.modules for form in module.forms)
    assert 6 <= len(COURSE.scenarios) <= 8
    assert [met[scenario.id] for scenario in COURSE.scenarios] == [1] * len(COURSE.scenarios)


def test_the_three_that_must_not_be_missing_are_there():
    told = {s.id: set(re.findall(r"\w+", " ".join(every_text_of(s)))) for s in COURSE.scenarios}
    assert {"Black", "racism", "racist"} <= told["usual-three"]
    assert {"mother", "daughter"} <= told["carer-and-daughter"]
    assert {"nurse", "detained", "restraint", "supervisor"} <= told["once-treated"]


def test_at_least_three_are_told_from_both_sides_on_every_way_through():
    both = [
        scenario
        for scenario in COURSE.scenarios
        if all(len({decision.role for decision, _ in path}) > 1 for path in paths(scenario))
    ]
    assert len(both) >= 3


def test_every_way_through_meets_two_or_three_decisions_and_stays_short(scenario):
    for path in paths(scenario):
        assert len(path) in (2, 3)
        assert sum(len(text.split()) for text in path_texts(path)) <= MOST_WORDS


def test_each_turn_tells_of_more_than_one_person_and_gives_words_to_use(scenario):
    for decision in scenario.decisions:
        for turn in decision.options:
            assert len(turn.consequence.split()) >= 20, turn.id
            assert turn.phrase.startswith("‘") and turn.phrase.rstrip(".").endswith("’"), turn.id


def test_each_decision_can_be_mended_and_its_options_are_of_a_length(scenario):
    for decision in scenario.decisions:
        assert any(turn.way_back for turn in decision.options)
        lengths = [len(turn.text.split()) for turn in decision.options]
        assert max(lengths) <= 2.5 * min(lengths), decision.id


def test_principles_are_named(scenario):
    named = ("Equal weight", "Equality", "Diversity", "Accessibility", "Reciprocity")
    named += ("Principles", "Purpose", "Presence", "Process", "Impact")
    for decision in scenario.decisions:
        for turn in decision.options:
            assert turn.principle.startswith(named), turn.principle


AT_THE_DROP_IN = {"now-staff-deliver", "venue-chosen", "answer-was-no"}
ELSEWHERE = {
    "friday-deadline": "commissioner",
    "once-treated": "ethics",
    "usual-three": "peer worker",
    "carer-and-daughter": "ward",
    "app-bought": "supplier",
}


def test_at_least_half_are_set_in_other_places_than_the_drop_in():
    openings = {scenario.id: scenario.opening for scenario in COURSE.scenarios}
    assert {place for place, said in openings.items() if "drop-in" in said} == AT_THE_DROP_IN
    assert [word for place, word in ELSEWHERE.items() if word not in openings[place]] == []
    assert openings.keys() == AT_THE_DROP_IN | ELSEWHERE.keys()


# Read and judged: the warm choices that go wrong, and the choices that stay with staff.
WARM_AND_WRONG = {"ask-the-room", "send-it", "more-chairs"}
KEPT_WITH_STAFF = {"put-it-off", "keep-it", "supervisor-first"}


def test_to_share_is_not_always_best_and_what_goes_wrong_by_it_can_be_mended():
    turns = {turn.id: turn for s in COURSE.scenarios for d in s.decisions for turn in d.options}
    assert turns.keys() >= WARM_AND_WRONG | KEPT_WITH_STAFF
    assert [turn for turn in WARM_AND_WRONG if not turns[turn].way_back] == []
    assert [turn for turn in KEPT_WITH_STAFF if turns[turn].way_back] != []


def test_the_harm_that_was_done_is_named_with_a_note_before_it():
    named = r"racism|racist|detain|restraint|held them down|hold a patient down"
    for scenario in COURSE.scenarios:
        if re.search(named, " ".join(every_text_of(scenario))):
            assert re.search(named, scenario.content_note), scenario.id
