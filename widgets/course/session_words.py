"""The words around a session: on its screens, its cards, its notes and its summary."""

from .values import Strict, Text


class CardWords(Strict):
    """What the cards say that a group holds up, by what each stands for."""

    a_yes: Text
    partly: Text
    a_no: Text
    dont_know: Text
    differ: Text
    choice: Text
    cut: Text
    clear: Text


class GroupWords(Strict):
    """What groups are called, and how many sit in each."""

    count: Text
    lived_experience: Text
    carers: Text
    staff: Text
    mixed: Text
    together: Text
    table: Text
    everyone: Text


class ArrangementWords(Strict):
    """How the groups hold up their cards, by how many sit in each."""

    apart: Text
    two: Text
    beside: Text
    three_tables: Text
    two_tables: Text
    one: Text
    none: Text
    unknown: Text
    to_groups: Text


class NextWords(Strict):
    """What to ask next, by what the groups hold up."""

    waiting: Text
    all_yes: Text
    all_partly: Text
    all_no: Text
    all_unknown: Text
    some_unknown: Text
    differ: Text
    views_apart: Text
    same_choice: Text
    choices_apart: Text


class SummaryWords(Strict):
    """The page that everyone can take home."""

    title: Text
    agreed: Text
    tells: Text
    by: Text
    nothing: Text
    print: Text
    word: Text
    link: Text
    copied: Text
    not_copied: Text
    made: Text
    why: Text
    unreadable: Text


class SessionWords(Strict):
    """Every word around the steps of a session."""

    place: Text
    about: Text
    clock: Text
    back: Text
    next: Text
    leave: Text
    asleep: Text
    lead: Text
    say: Text
    read_screen: Text
    hosts: Text
    why: Text
    ask: Text
    room: Text
    steps: Text
    set: Text
    cards: CardWords
    groups: GroupWords
    arrangements: ArrangementWords
    ask_next: NextWords
    summary: SummaryWords
