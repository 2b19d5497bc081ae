"""What a group may hold up, and what to ask next by what all groups hold up."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from widgets.course.model import Course
from widgets.course.readiness_questions import NO, PARTLY, UNKNOWN, YES
from widgets.course.session import CARDS, CHOICES, Session
from widgets.course.session_minutes import steps_of

DIFFER = "differ"
OF_QUESTION = {YES: "a_yes", PARTLY: "partly", NO: "a_no", UNKNOWN: "dont_know"}
# What to ask where all hold up the same.
ALIKE = {
    "a_yes": "all_yes",
    "partly": "all_partly",
    "a_no": "all_no",
    "dont_know": "all_unknown",
}


@dataclass(frozen=True)
class Card:
    """A card: what it stands for, its letter and its word; what it means for one question."""

    id: str
    letter: str
    word: str
    meaning: str = ""


@dataclass(frozen=True)
class Subject:
    """A question or a story that groups hold up a card for."""

    id: str
    title: str
    cards: list[Card]


def sheet_of(course: Course) -> list[Card]:
    """Return one set of cards, for one group: eight, which fill a sheet."""
    choice = course.words.session.cards.choice
    letters = [Card(letter.lower(), letter, choice.format(letter=letter)) for letter in CHOICES]
    answers = [_card(course, name) for name in OF_QUESTION.values()]
    return [*answers, _card(course, DIFFER), *letters]


def subjects_of(course: Course, session: Session) -> dict[str, Subject]:
    """Return by id each question and story of a session that cards are held up for."""
    steps = [(planned, step) for planned, step in steps_of(course, session) if step.kind in CARDS]
    return {planned.about: subject_of(course, planned.about) for planned, _ in steps}


def subject_of(course: Course, about: str) -> Subject:
    """Return a question of the check, or a story's first choice, with the cards that answer it."""
    differ = _card(course, DIFFER)
    asked = next((one for one in course.readiness_check.questions if one.id == about), None)
    if asked:
        # What one does not know needs no other words than the card's.
        meanings = {one.id: one.text for one in asked.answers if one.id != UNKNOWN}
        cards = [_card(course, card, meanings.get(one, "")) for one, card in OF_QUESTION.items()]
        return Subject(about, asked.text, [*cards, differ])
    scenario = course.scenario(about)
    options = zip(CHOICES, scenario.decisions[0].options, strict=False)
    cards = [Card(letter.lower(), letter, "", option.text) for letter, option in options]
    return Subject(about, scenario.title, [*cards, differ])


def asks_next(cards: list[Card]) -> dict[str, str]:
    """Return what to ask next by each set of cards that may be held up, in the order of ids."""
    names = sorted(card.id for card in cards)
    sets = [held for size in range(1, len(names) + 1) for held in combinations(names, size)]
    return {" ".join(held): _next(held) for held in sets}


def _next(held: Iterable[str]) -> str:
    if DIFFER in held:
        return "views_apart"
    is_story = set(held).isdisjoint(OF_QUESTION.values())
    if is_story:
        return "same_choice" if len(held) == 1 else "choices_apart"
    if len(held) == 1:
        return ALIKE[held[0]]
    return "some_unknown" if "dont_know" in held else "differ"


def _card(course, name, meaning=""):
    word = getattr(course.words.session.cards, name)
    return Card(name, word[0].upper(), word, meaning)
