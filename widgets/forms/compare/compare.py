"""Answer codes and views side by side, ready to be drawn: the words beside the tables of ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from widgets.course import answer_code, comparing
from widgets.course.answer_code import HOPED, TOUCHES, Scale
from widgets.course.compare_words import CompareWords
from widgets.course.words import Words

# How many views stand side by side, one's own among them.
VIEWS = 6
# What a picture can show: all these have the same answers.
DOTTED = tuple(scale for scale in answer_code.SCALES if scale.id in comparing.TURNS)
FACTS = tuple(scale for scale in answer_code.SCALES if scale.id not in comparing.TURNS)
# A hope is a yes to look at, under the same heading.
HEADED = ("yes-fully", "partly", "not-now", "dont-know")
NAME = Markup("<strong data-name></strong>")


@dataclass(frozen=True)
class Row:
    """A question that codes hold: its id, its name, and its answers' words by their ids."""

    id: str
    name: str
    answers: dict[str, str]

    @property
    def said(self) -> dict[str, str]:
        """The answers in the order in which they are read out: a hope right after the yes."""
        hope = {HOPED: self.answers[HOPED]} if HOPED in self.answers else {}
        first, *others = self.answers.items()
        return dict([first]) | hope | dict(others)


@dataclass(frozen=True)
class DrawnCompare:
    """What is drawn for making, reading and comparing codes."""

    says: CompareWords
    dotted: list[Row]
    facts: list[Row]
    views: list[int]
    columns: dict[str, str]
    talk_first: dict[str, Markup]
    tables: dict


def drawn_compare(words: Words, names: Mapping[str, str]) -> DrawnCompare:
    """Return what is drawn in the words of a course; `names` are the questions' by their ids."""
    says = words.compare
    dotted = [row_of(words, names, scale) for scale in DOTTED]
    return DrawnCompare(
        says=says,
        dotted=dotted,
        facts=[row_of(words, names, scale) for scale in FACTS],
        views=list(range(1, VIEWS + 1)),
        columns={answer: dotted[0].answers[answer] for answer in HEADED},
        talk_first={kind: _with_name(text) for kind, text in says.talk_first},
        tables={"code": answer_code.compiled(), "comparing": comparing.compiled()},
    )


def row_of(words: Words, names: Mapping[str, str], scale: Scale) -> Row:
    """Return a question that codes hold, in the words of a course."""
    says = words.compare
    if scale in DOTTED:
        return Row(scale.id, names[scale.id], _in_words(says.seen, scale.states))
    if scale is TOUCHES:
        return Row(scale.id, says.facts.touches, _in_words(says.touched, scale.states))
    partner, fact = scale.id.rsplit("-", 1)
    name = says.facts.of_partner.format(
        partner=getattr(says.facts, _key(partner)), fact=getattr(says.facts, fact)
    )
    return Row(scale.id, name, _in_words(getattr(says, fact), scale.states))


def _in_words(words, answers):
    return {answer: getattr(words, _key(answer)) for answer in answers}


def _key(id):
    return id.replace("-", "_")


def _with_name(text):
    """Return a sentence with a place for the name of a question."""
    return escape(text).format(name=NAME)
