"""What is said of answers before and after, and the two stories that they are given to."""

import math
import re

import pytest
from broken import messages, place, write_changed
from texts import prose_of

from widgets.course.loading import load_course
from widgets.course.own_change import CLEAR, change, compile_change

COURSE = load_course()
STORIES = COURSE.vignettes
QUESTIONS = len(STORIES[0].choices)
NUMBERS = {5: "five", 6: "six", 7: "seven"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, None, "nothing"),
        (2, None, "only-before"),
        (None, 2, "only-after"),
        (1, 4, "towards"),
        (2, 4, "unclear"),
        (4, 4, "unclear"),
        (4, 2, "unclear"),
        (5, 2, "away"),
    ],
)
def test_only_three_answers_more_or_less_are_called_a_change(before, after, said):
    assert change(before, after) == said


def test_what_is_said_is_compiled_for_every_two_counts():
    said = compile_change(2)
    assert said.keys() == {f"{b} {a}" for b in ("", 0, 1, 2) for a in ("", 0, 1, 2)}
    assert said[" "] == "nothing"
    assert said["1 "] == "only-before"
    assert said[" 1"] == "only-after"
    assert {said[f"{b} {a}"] for b in range(3) for a in range(3)} == {"unclear"}
    assert compile_change(CLEAR)[f"0 {CLEAR}"] == "towards"


def chance_of_towards(chance):
    """Return how likely an unchanged learner is told of a change, if stories are equally hard."""

    def counted(count):
        ways = math.comb(QUESTIONS, count)
        return ways * chance**count * (1 - chance) ** (QUESTIONS - count)

    counts = range(QUESTIONS + 1)
    told = [(b, a) for b in counts for a in counts if change(b, a) == "towards"]
    return sum(counted(b) * counted(a) for b, a in told)


def test_the_page_says_how_many_are_told_of_a_change_by_chance_at_worst(course_file):
    worst = max(chance_of_towards(chance / 100) for chance in range(101))
    most = NUMBERS[math.ceil(100 * worst)]
    said = " ".join(prose_of(course_file, "change.ipynb"))
    assert f"Up to {most} of them may be told that they moved towards the course" in said
    assert f"up to {most} that they moved away" in said


def test_the_two_stories_ask_the_same_and_favour_no_place_and_no_length():
    for story in STORIES:
        places = [[o.argued for o in asked.options].index(True) for asked in story.choices]
        assert len(set(places)) == 3 and max(map(places.count, places)) <= 2, story.id
        longest = [
            max(asked.options, key=lambda option: len(option.text)).argued
            for asked in story.choices
        ]
        assert sum(longest) <= len(longest) / 2, story.id
    one, other = STORIES
    assert [asked.point for asked in one.questions] == [asked.point for asked in other.questions]


def test_the_stories_are_told_nowhere_else():
    elsewhere = {quiz.id for quiz in COURSE.quizzes} | {story.id for story in COURSE.scenarios}
    assert elsewhere.isdisjoint(story.id for story in STORIES)


LAMP = "vignette 'lamp'"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "{id: all-of-us, text: All who read by it, argued: true}",
            "{id: all-of-us, text: All who read by it}",
            "        options:\n          - {id: all-of-us, text: All who read",
            f"{LAMP} > question 'who-chooses' > options: expected one argued option, found 0"
            " (put `argued: true` on what the course argues for, and on nothing else)",
        ),
        (
            "  - id: lamp\n",
            "  - id: lamp\n    colour: red\n",
            "    colour: red",
            f"{LAMP} > colour: expected one of id, title, opening, questions, found 'colour'"
            " (take it out)",
        ),
        (
            "- {id: first-move, point: A first move, text: What would you do about the lamp?}",
            "- {id: the-move, point: A first move, text: What would you do about the lamp?}",
            "    questions:\n      - {id: the-move",
            f"{LAMP} > questions: expected first-move (0), who-chooses (2), found the-move (0),"
            " who-chooses (2) (ask as 'kettle' does: the same ids in the same order, as many"
            " options)",
        ),
        (
            "  - id: again\n",
            "  - id: after-lamp\n",
            "  - id: lamp",
            f"{LAMP} > id: expected an id that is free, found 'after-lamp', the id of another form,"
            " with a moment before it (choose another id)",
        ),
    ],
)
def test_a_pair_that_does_not_match_is_told(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    told = [fault for fault in messages(course_file) if "vignette" in fault]
    line = place(course_file, at)
    assert [re.sub(r"^\S+ ", "", fault) for fault in told] == [message]
    assert told[0].startswith(line.rsplit(":", 1)[0])


def test_one_story_alone_is_no_pair(tmp_path):
    course_file = write_changed(tmp_path)
    file = course_file.parent / "notebooks/aside/recall-1.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: lamp")], encoding="utf-8")
    (fault,) = messages(course_file)
    assert fault.endswith(
        "vignettes: expected two stories, or none, found 1"
        " (one is answered before the course and one after: keep two)"
    )
