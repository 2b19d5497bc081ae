"""A session: its minutes, what its steps are about, and who never answers alone in sight."""

from itertools import product

import pytest
from broken import messages, place, write_changed
from texts import every_text_of

from widgets.course.loading import load_course
from widgets.course.session_groups import ARRANGEMENTS, FLOOR, SEATS
from widgets.course.session_minutes import minutes_of, read_aloud, steps_of

COURSE = load_course()
SESSIONS = {session.id: session for session in COURSE.sessions}
IN_EARNEST = [session for session in COURSE.sessions if not session.invented]
# Who sits in each group, where a group's name tells.
MEMBERS = {
    **{seat: (seat,) for seat in SEATS},
    "together": ("lived_experience", "carers"),
    "everyone": SEATS,
}


def arranged(counts):
    """Return the first arrangement that fits, as the browser looks it up."""
    return next(one for one in ARRANGEMENTS if all(fits(need, counts) for need in one.needs))


def fits(need, counts):
    people = sum(counts[seat] for seat in need.seats)
    return people >= need.least and (need.most is None or people <= need.most)


def people_in(group, arrangement, counts):
    if group.startswith("table_"):
        return sum(counts.values()) // len(arrangement.groups)
    return sum(counts[seat] for seat in MEMBERS[group])


def test_no_group_of_fewer_than_five_ever_holds_up_a_card():
    for numbers in product(range(9), repeat=4):
        counts = dict(zip(SEATS, numbers, strict=True))
        arrangement = arranged(counts)
        for group in arrangement.groups:
            assert people_in(group, arrangement, counts) >= FLOOR, counts


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 5, 5, 0), "apart"),
        ((6, 2, 5, 0), "beside"),
        ((7, 0, 5, 0), "two"),
        ((7, 1, 4, 0), "two_tables"),
        ((5, 5, 5, 1), "three_tables"),
        ((0, 0, 0, 12), "two_tables"),
        ((4, 0, 2, 0), "one"),
        ((2, 0, 2, 0), "none"),
        ((0, 0, 0, 0), "unknown"),
    ],
)
def test_small_groups_sit_with_others_and_too_few_people_just_talk(counts, expected):
    assert arranged(dict(zip(SEATS, counts, strict=True))).id == expected


@pytest.mark.parametrize("session", COURSE.sessions, ids=lambda session: session.id)
def test_what_is_read_aloud_and_talked_over_fits_its_minutes(session):
    reckoned = sum(minutes_of(COURSE, *step) for step in steps_of(COURSE, session))
    assert 0.9 * session.minutes <= reckoned <= session.minutes


def test_minutes_come_of_all_words_read_at_130_a_minute_and_of_the_talk():
    steps = steps_of(COURSE, SESSIONS["sixty"])
    planned, step = next(pair for pair in steps if pair[1].kind == "choice")
    first = COURSE.scenario(planned.about).decisions[0]
    said = [COURSE.words.you_are.format(role=first.role), first.scene, first.text]
    said += [*(option.text for option in first.options), *step.say]
    words = " ".join([*step.before, *said]).split()
    assert " ".join(read_aloud(COURSE, planned, step)).split() == words
    assert minutes_of(COURSE, planned, step) == len(words) / 130 + planned.talking


def test_of_a_question_and_a_story_all_is_read_aloud_that_a_room_is_to_hear():
    steps = {step.kind: (planned, step) for planned, step in steps_of(COURSE, SESSIONS["sixty"])}
    cards, questions = COURSE.words.session.cards, COURSE.readiness_check.questions
    asked = next(each for each in questions if each.id == steps["question"][0].about)
    story = COURSE.scenario(steps["story"][0].about)
    offered = [cards.a_yes, cards.partly, cards.a_no, cards.dont_know, cards.differ]
    answers = [answer.text for answer in asked.answers if answer.id != "dont-know"]
    said = {
        "question": [asked.text, *offered, *answers],
        "content-note": [story.content_note],
        "story": [story.title, story.opening],
        "what-happened": [option.consequence for option in story.decisions[0].options],
    }
    for kind, about in said.items():
        planned, step = steps[kind]
        assert read_aloud(COURSE, planned, step) == [*step.before, *about, *step.shown, *step.say]


@pytest.mark.parametrize("session", IN_EARNEST, ids=lambda session: session.id)
def test_each_session_begins_and_ends_with_everyone_and_gives_quiet_after_a_hard_moment(session):
    steps = [step.id for _, step in steps_of(COURSE, session)]
    assert steps[0] == "welcome" and steps[-1] == "check-out"
    assert {"check-in", "agreement", "agree"} <= {*steps}
    quiet = next(step for step in COURSE.session_steps if step.id == "quiet")
    assert "speak first" in " ".join(every_text_of(quiet))
    hard = "what-happened" if "what-happened" in steps else "question-cards"
    assert steps[steps.index(hard) + 1] == "quiet"


def test_sixty_minutes_hold_two_questions_a_story_and_no_more_than_sixteen_screens():
    kinds = [step.kind for _, step in steps_of(COURSE, SESSIONS["sixty"])]
    assert (kinds.count("question"), kinds.count("story"), len(kinds) <= 16) == (2, 1, True)


@pytest.mark.parametrize("session", IN_EARNEST, ids=lambda session: session.id)
def test_a_story_is_told_only_after_its_content_note(session):
    steps = [(step.kind, planned.about) for planned, step in steps_of(COURSE, session)]
    for at, (kind, about) in enumerate(steps):
        if kind == "story":
            assert steps[at - 1] == ("content-note", about)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{step: sitting,",
            "{step: siting,",
            "step: expected the id of a step, found 'siting' (use one of: welcome, sitting, asking,"
            " showing, noting, telling, choosing, showing-again, afterwards, agreeing, leaving)",
        ),
        (
            "{step: showing, about: all-stages,",
            "{step: showing, about: a-story,",
            "about: expected the id of a question, found 'a-story'"
            " (use one of: all-stages, equal-decisions, jointly-responsible)",
        ),
        (
            "{step: telling, about: a-story,",
            "{step: telling,",
            "about: expected the id of a scenario, found nothing (use one of: a-story)",
        ),
        (
            "{step: leaving,",
            "{step: leaving, about: a-story,",
            "about: expected nothing for a step of kind 'check-out', found 'a-story'"
            " (take this key out)",
        ),
    ],
)
def test_a_step_that_is_not_there_or_about_the_wrong_thing_is_told(tmp_path, old, new, message):
    course_file = write_changed(tmp_path, (old, new))
    at = place(course_file, new)
    told = [fault for fault in messages(course_file) if "session 'short'" in fault]
    assert len(told) == 1
    assert told[0].startswith(at) and told[0].endswith(message)
