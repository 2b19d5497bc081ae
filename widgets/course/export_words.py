"""The words that only another system shows: in its question bank, and around the course there."""

from .values import Strict, Text


class GiftWords(Strict):
    """What is said in a question bank besides a question's own words."""

    if_left_out: Text
    say_why: Text


class ScormWords(Strict):
    """What stands around the course in a learning system."""

    can_see: Text
    sees: Text
    sees_not: Text
    kept: Text
    done_when: Text
    start: Text
    resume: Text
    review: Text
    back: Text
    alone: Text
    not_taken: Text
