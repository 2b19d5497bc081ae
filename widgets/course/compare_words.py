"""The words around answer codes: making one, reading others, and views side by side."""

from .values import Strict, Text


class CodeFaults(Strict):
    """One sentence for each reason why a code is not added."""

    empty: Text
    length: Text
    sign: Text
    slip: Text
    newer: Text
    unused: Text
    full: Text


class TalkFirst(Strict):
    """What to talk about first, with a place for the name of the question."""

    apart: Text
    missing: Text
    near: Text
    unknown: Text
    alike: Text


class FactNames(Strict):
    """What facts and partners are called, and a fact that is asked of a partner."""

    touches: Text
    decides: Text
    delivers: Text
    lived_experience: Text
    carers: Text
    of_partner: Text


class SeenAnswers(Strict):
    """The answers to the questions and considerations, in a few words."""

    yes_fully: Text
    hoped: Text
    partly: Text
    not_now: Text
    dont_know: Text
    left_out: Text


class TouchedAnswers(Strict):
    """Whether the work touches carers, in a few words."""

    yes: Text
    no: Text
    dont_know: Text


class DecidesAnswers(Strict):
    """Who decides, in a few words."""

    told: Text
    asked: Text
    talked_over: Text
    together: Text
    they_decide: Text
    dont_know: Text


class DeliversAnswers(Strict):
    """Who makes it happen, in a few words."""

    others_alone: Text
    some_roles: Text
    together: Text
    they_alone: Text
    dont_know: Text


class ByHandWords(Strict):
    """How six letters are made on paper."""

    title: Text
    why: Text
    numbers: Text
    letters: Text
    of_two: Text
    version: Text
    example: Text
    mine: Text
    row: Text
    column: Text
    table: Text


class CompareWords(Strict):
    """What is said of answer codes and of views side by side."""

    why: Text
    care: Text
    not_in_it: Text
    mine: Text
    make: Text
    made: Text
    code_changed: Text
    not_answered: Text
    copy_code: Text
    copy_link: Text
    copied: Text
    not_copied: Text
    link_why: Text
    others: Text
    code: Text
    code_hint: Text
    add: Text
    include: Text
    faults: CodeFaults
    alike: Text
    by_hand: Text
    twice: Text
    added: Text
    taken_out: Text
    views: Text
    view: Text
    own: Text
    word: Text
    word_hint: Text
    take_out: Text
    result: Text
    one_view: Text
    first: Text
    talk_first: TalkFirst
    missing: Text
    differ: Text
    unknown: Text
    elsewhere: Text
    none: Text
    picture: Text
    hoped: Text
    table: Text
    question: Text
    copy_all: Text
    facts: FactNames
    seen: SeenAnswers
    touched: TouchedAnswers
    decides: DecidesAnswers
    delivers: DeliversAnswers
    paper: ByHandWords
