"""The words around what stands on other people's pages."""

from .values import Strict, Text


class EmbedWords(Strict):
    """What stands around the check or a quiz on other people's pages."""

    check_why: Text
    not_kept: Text
    asleep: Text
    onward: Text
    with_answers: Text
    with_answers_why: Text
    whole: Text
    no_tabs: Text
    hand_over: Text
    hand_over_why: Text
    handed_over: Text
    what: Text
    link: Text
    frame: Text
    element: Text
    copy_it: Text
    other_answers: Text
    use_them: Text
