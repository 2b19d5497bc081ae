"""Marked questions -> GIFT, the text from which Moodle and others make a question bank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from widgets.course.model import Course
from widgets.course.questions import UNMARKED_KINDS, Question
from widgets.course.words import GiftWords

# What Moodle lets an option be worth, in per cent of a question.
GRADES = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667)
GRADES = (*GRADES, 14.28571, 12.5, 11.11111, 10, 5)
# What Moodle takes for the same.
NEAR = 0.01
CONTROL = re.compile(r"[\\~=#{}:]")
# What would be read as a format or as a weight, were it to open a text.
OPENING = ("[", "%")
FORMAT = "[plain]"


@dataclass
class Gift:
    """What was written, and how: the questions by the ids of their quiz and themselves."""

    entries: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    essays: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole file: its entries with an empty line after each."""
        return "".join(f"{entry}\n\n" for entry in self.entries)


def make_gift(course: Course) -> Gift:
    """Return every marked question, with a category for each module or page that asks one."""
    gift = Gift()
    for title, asked in _by_category(course):
        questions = [_sorted_in(gift, place, question, course) for place, question in asked]
        written = [entry for entry in questions if entry]
        if written:
            gift.entries += [_category(course.title, title), *written]
    return gift


def weights(question: Question) -> dict[str, float]:
    """Return what each option of a multiple choice is worth, in per cent, by its id.

    Together they come to all of it for the options that fit and no others, to nothing or less
    where none of these is chosen, and to something in between for the rest: as the course says
    that it fits, not quite, or partly.
    """
    right = sum(option.correct for option in question.options)
    wrong = len(question.options) - right
    share = next(grade for grade in GRADES if grade * right < 100 + NEAR)
    # All wrong options together outweigh no single right one.
    loss = next((grade for grade in GRADES if grade * wrong < share - NEAR), 0)
    return {option.id: share if option.correct else -loss for option in question.options}


def _by_category(course) -> Iterator[tuple[str, list[tuple[str, Question]]]]:
    """Yield the title of each module and page, with what it is the first to ask."""
    quizzes = {quiz.id: quiz for quiz in course.quizzes}
    for taught in (*course.modules, *course.pages):
        own = [quizzes.pop(form) for form in taught.forms if form in quizzes]
        yield (
            taught.title,
            [(f"{quiz.id}/{asked.id}", asked) for quiz in own for asked in quiz.questions],
        )


def _sorted_in(gift, place, question, course):
    """Return a question as GIFT and note how it comes; nothing for what nobody marks."""
    if question.kind in UNMARKED_KINDS:
        gift.left_out.append(place)
        return ""
    words = course.words.gift
    if question.kind == "depends":
        gift.essays.append(place)
        return _essay(place, question, words)
    gift.choices.append(place)
    return _choice(place, question, words)


def _category(*titles):
    # A slash between two categories is single, one in a name is doubled.
    path = "/".join(" ".join(title.split()).replace("/", "//") for title in titles)
    return f"$CATEGORY: {path}"


def _choice(place, question, words):
    options = _weighed(question) if question.kind == "multiple" else _single(question)
    return _entry(place, _asked(question), options, _missed(question, words))


def _single(question):
    return [
        f"{'=' if option.correct else '~'}{_said(option.text)}#{_said(option.feedback)}"
        for option in question.options
    ]


def _weighed(question):
    worth = weights(question)
    return [
        f"~%{worth[option.id]:.7g}%{_said(option.text)}#{_said(option.feedback)}"
        for option in question.options
    ]


def _missed(question, words: GiftWords):
    """Return what is said of options left out: GIFT has no place for it but beside all answers."""
    return "\n".join(
        f"{words.if_left_out.format(option=option.text)} {option.if_missed}"
        for option in question.options
        if option.correct and option.if_missed
    )


def _essay(place, question, words: GiftWords):
    offered = [f"- {option.text}" for option in question.options]
    asked = "\n".join([_asked(question), *offered, words.say_why])
    feedback = "\n".join(f"- {option.text}\n{option.feedback}" for option in question.options)
    return _entry(place, asked, [], feedback)


def _asked(question):
    return "\n".join(filter(None, [question.scene, question.text]))


def _entry(place, asked, options, general):
    after = [f"####{_said(general)}"] if general else []
    lines = [f"::{_escaped(place)}::{FORMAT}{_escaped(asked)} {{", *options, *after, "}"]
    return "\n".join(lines)


def _said(text):
    """Return a text that stands in an answer, of which nothing is taken for a format or weight."""
    return (FORMAT if text.startswith(OPENING) else "") + _escaped(text)


def _escaped(text):
    return CONTROL.sub(r"\\\g<0>", text.strip()).replace("\n", r"\n")
