"""Sources, Glossary, Care, Stories, OwnCheck and PaperCheck: what a notebook shows to be read.

Each raises CourseError for a broken course.
"""

from .course.loading import load_course
from .forms.paper.paper import draw_paper_check
from .forms.reading.reading import (
    draw_care,
    draw_glossary,
    draw_own_check,
    draw_sources,
    draw_stories,
)
from .forms.widget import Shown


class Sources(Shown):
    """The sources of one module, by its id, or of one page, by its address.

    Raises LookupError for one that the course does not have.
    """

    def __init__(self, name: str):
        course = load_course()
        lesson = course.lesson(name)
        super().__init__(draw_sources(course, lesson), f"Sources({name!r}, {len(lesson.sources)})")


class Glossary(Shown):
    """The words of the course, with what they mean."""

    def __init__(self):
        course = load_course()
        super().__init__(draw_glossary(course), f"Glossary({len(course.glossary)} terms)")


class Care(Shown):
    """How to pause, how to leave, and who to talk to."""

    def __init__(self):
        course = load_course()
        super().__init__(draw_care(course), f"Care({len(course.care.helplines)} helplines)")


class Stories(Shown):
    """Every scenario of the course with all its turns, to be printed or read out."""

    def __init__(self):
        course = load_course()
        super().__init__(draw_stories(course), f"Stories({len(course.scenarios)})")


class OwnCheck(Shown):
    """The course's own answers to its readiness check."""

    def __init__(self):
        course = load_course()
        super().__init__(
            draw_own_check(course), f"OwnCheck({len(course.own_check.answers)} answers)"
        )


class PaperCheck(Shown):
    """The readiness check on paper, in large print."""

    def __init__(self):
        course = load_course()
        name = f"PaperCheck({len(course.readiness_check.asked)} questions)"
        super().__init__(draw_paper_check(course), name)
