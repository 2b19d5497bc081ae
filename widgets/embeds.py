"""Embeds: what editors of other people's pages copy."""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Embeds(Shown):
    """The check and each quiz with a link, a frame and elements for other people's pages.

    Raises CourseError for a broken course.
    """

    def __init__(self):
        super().__init__(show("Embeds", load_course()))
