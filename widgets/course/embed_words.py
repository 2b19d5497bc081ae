"""The words around what stands on other people's pages, and on the page that tells editors how."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Id, Strict, Text

Way = Literal["link", "frame", "element", "words"]


class WayWords(Strict):
    """What is said of a way to show something on another page."""

    name: Text
    why: Text
    button: Text


class Ways(Strict):
    """Every way there is, by its name."""

    link: WayWords
    frame: WayWords
    element: WayWords
    words: WayWords


class EmbedPlace(Strict):
    """A place where an editor may put something: in which way, how, and what if that fails."""

    id: Id
    name: Text
    way: Way
    steps: Annotated[list[Text], Field(min_length=1)]
    otherwise: Text


class EmbedWords(Strict):
    """What stands around the check or a quiz on other people's pages, and how it gets there."""

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
    other_answers: Text
    use_them: Text
    what: Text
    what_to_show: Text
    quiz: Text
    look: Text
    where: Text
    copy_it: Text
    paste_it: Text
    shown: Text
    copied: Text
    not_copied: Text
    no_address: Text
    only_here: Text
    not_secure: Text
    all: Text
    check_in_words: Text
    quiz_in_words: Text
    ways: Ways
    places: Annotated[list[EmbedPlace], Field(min_length=1)]
