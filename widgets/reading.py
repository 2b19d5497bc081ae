"""Sources, Glossary, Care, Stories, OwnCheck, Responsible, PaperCheck: what is shown to be read.

Each raises CourseError for a broken course.
"""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Shown


class Sources(Shown):
    """The sources of one module, by its id, or of one page, by its address.

    Raises LookupError for one that the course does not have.
    """

    def __init__(self, name: str):
        super().__init__(show("Sources", load_course(), name))


class Glossary(Shown):
    """The words of the course, with what they mean."""

    def __init__(self):
        super().__init__(show("Glossary", load_course()))


class Care(Shown):
    """How to pause, how to leave, and who to talk to."""

    def __init__(self):
        super().__init__(show("Care", load_course()))


class Stories(Shown):
    """Every scenario of the course with all its turns, to be printed or read out."""

    def __init__(self):
        super().__init__(show("Stories", load_course()))


class OwnCheck(Shown):
    """The course's own answers to its readiness check."""

    def __init__(self):
        super().__init__(show("OwnCheck", load_course()))


class Responsible(Shown):
    """Who answers for this copy of the course."""

    def __init__(self):
        super().__init__(show("Responsible", load_course()))


class PaperCheck(Shown):
    """The readiness check on paper, in large print."""

    def __init__(self):
        super().__init__(show("PaperCheck", load_course()))
