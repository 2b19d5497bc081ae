"""What is only read: sources, glossary, care, stories, the own check, the short path -> HTML."""

from collections.abc import Callable

from markupsafe import Markup

from widgets.course.guidance import judge
from widgets.course.lessons import anchor_of
from widgets.course.model import Course, Module, Page
from widgets.forms.dates import day_in
from widgets.forms.drawing import render
from widgets.forms.workbook.kept_words import compared_names, words_by_wording


def draw_sources(course: Course, lesson: Module | Page) -> str:
    """Return the sources of a module or page as a numbered list of links."""
    sources = list(course.sources_of(lesson))
    return render("reading/sources.html", course, sources=sources, day=day_in(course.language))


def draw_glossary(course: Course) -> str:
    """Return every term with its meaning, each with its id as the place to link to."""
    return render("reading/glossary.html", course, terms=course.glossary)


def draw_care(course: Course) -> str:
    """Return how to pause, how to leave, and who to talk to."""
    return _care(course, is_region=True)


def draw_safety(course: Course) -> str:
    """Return what stands at the foot of each page: whom to ring now, and the care text, folded."""
    return render("reading/safety.html", course, care=Markup(_care(course, is_region=False)))


def _care(course, *, is_region):
    """Return the care text: a region, or at the foot of a page a part of that."""
    return render(
        "reading/care.html",
        course,
        care=course.care,
        is_region=is_region,
        day=day_in(course.language),
    )


def draw_stories(course: Course) -> str:
    """Return every scenario with all its turns, as it can be read out or printed."""
    return render("reading/stories.html", course)


def draw_own_check(course: Course) -> str:
    """Return the course's own answers to its readiness check, and what it says of them."""
    check, own = course.readiness_check, course.own_check
    words, names = words_by_wording(course)[check.wording], compared_names(course)
    asked = {one.id: one.text for one in check.asked}
    given = [
        (asked.get(one, names[one]), words[one][answer], own.why.get(one, ""))
        for one, answer in own.answers.items()
    ]
    result, titles = judge(check, own.answers), {name.id: name.title for name in check.names}
    called = [(one.name, titles.get(result.names[one.id])) for one in check.partners]
    return render("reading/own_check.html", course, given=given, result=result, called=called)


def draw_responsible(course: Course) -> str:
    """Return who answers for this copy of the course, and where to write to them."""
    return render("reading/responsible.html", course, responsible=course.responsible)


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
