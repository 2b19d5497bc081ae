"""What is only read: sources, glossary, care, stories, the own check, the short path -> HTML."""

from collections.abc import Callable

from widgets.course.guidance import judge
from widgets.course.lessons import anchor_of
from widgets.course.model import Course, Module, Page
from widgets.forms.dates import day_in
from widgets.forms.drawing import render


def draw_sources(course: Course, lesson: Module | Page) -> str:
    """Return the sources of a module or page as a numbered list of links."""
    sources = list(course.sources_of(lesson))
    return render("reading/sources.html", course, sources=sources, day=day_in(course.language))


def draw_glossary(course: Course) -> str:
    """Return every term with its meaning, each with its id as the place to link to."""
    return render("reading/glossary.html", course, terms=course.glossary)


def draw_care(course: Course) -> str:
    """Return how to pause, how to leave, and who to talk to."""
    return render("reading/care.html", course, care=course.care, day=day_in(course.language))


def draw_stories(course: Course) -> str:
    """Return every scenario with all its turns, as it can be read out or printed."""
    return render("reading/stories.html", course)


def draw_own_check(course: Course) -> str:
    """Return the course's own answers to its readiness check, and what it says of them."""
    check, own = course.readiness_check, course.own_check
    given = {asked.id: _said(check, asked, own.answers[asked.id]) for asked in check.asked}
    result = judge(check, own.answers)
    return render(
        "reading/own_check.html", course, check=check, answers=given, why=own.why, result=result
    )


def _said(check, asked, answer_id):
    return next(a.text for a in check.answers_to(asked) if a.id == answer_id)


def draw_short_path(course: Course, address_of: Callable[[str], str]) -> str:
    """Return the steps of the short path as links."""
    minutes = course.words.minutes
    steps = [
        {
            "title": step.title,
            "page": step.page,
            "anchor": f"#{anchor_of(step.section)}" if step.section else "",
            "minutes": minutes.format(minutes=step.minutes),
        }
        for step in course.short_path
    ]
    return render("reading/short_path.html", course, steps=steps, address_of=address_of)
