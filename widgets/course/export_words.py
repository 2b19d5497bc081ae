"""The words that only another system shows: in its question bank, and around the course there."""

from .values import Strict, Text


class GiftWords(Strict):
    """What is said in a question bank besides a question's own words."""

    if_left_out: Text
    say_why: Text
