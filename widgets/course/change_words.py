"""The words around the stories before and after, and around one's own change."""

from .values import Strict, Text


class ChangeOutcomes(Strict):
    """What is said of the answers to both stories."""

    nothing: Text
    only_before: Text
    only_after: Text
    towards: Text
    away: Text
    unclear: Text


class ChangeWords(Strict):
    """The words around the stories before and after, and around one's own change."""

    choose: Text
    write: Text
    saved_before: Text
    saved_after: Text
    title: Text
    asleep: Text
    before: Text
    after: Text
    argued: Text
    outcomes: ChangeOutcomes
