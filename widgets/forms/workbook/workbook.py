"""The check with what follows from it, and the plan alone -> HTML."""

from markupsafe import Markup

from widgets.course.lessons import READINESS_CHECK
from widgets.course.model import Course
from widgets.forms.check.check import drawn_readiness_check
from widgets.forms.compare.compare import drawn_compare
from widgets.forms.drawing import draw_form, render
from widgets.forms.plan.plan import drawn_plan

from .kept_words import compared_names, titles_by_wording, words_by_wording


def draw_check_workbook(course: Course) -> str:
    """Return the check, what moved since the last one, the plan and what to take away."""
    form = Markup(draw_form(drawn_readiness_check(course)))
    names = {asked.id: asked.name for asked in course.readiness_check.asked}
    shown = {"form": form, "compare": drawn_compare(course.words, names)}
    return render("workbook/check_workbook.html", course, **shown, **_around(course))


def draw_plan_workbook(course: Course) -> str:
    """Return the plan with the latest result and what to take away."""
    return render("workbook/plan_workbook.html", course, **_around(course))


def draw_latest_check(course: Course, address: str) -> str:
    """Return what the latest kept check came to, with ways to it at the check's address."""
    return render(
        "workbook/latest_check.html",
        course,
        check_id=READINESS_CHECK,
        titles_by_wording=titles_by_wording(course),
        address=address,
    )


def _around(course):
    # Both rest on libraries that take long to import, and most notebooks need neither.
    from widgets.files.calendar_file import calendar_pattern
    from widgets.files.word import word_parts

    check = course.readiness_check
    return {
        "check": check,
        "check_id": READINESS_CHECK,
        "plan": Markup(draw_form(drawn_plan(course))),
        # What is asked with the same answers each time can be shown as dots.
        "dotted": [*check.questions, *check.considerations],
        "compared": compared_names(course),
        "words_by_wording": words_by_wording(course),
        "titles_by_wording": titles_by_wording(course),
        "wording": check.wording,
        "first_go": {place.split("/")[1]: place for place in check.first_go},
        "calendar": calendar_pattern(course),
        "word": word_parts(course.title, course.language),
        "address": "",
        "from_to": lambda name: _from_to(course, name),
    }


def _from_to(course, name):
    """Return the sentence on one move, with a place for the answer before and for that of now."""
    places = {place: Markup(f"<span data-{place}></span>") for place in ("before", "now")}
    return Markup(course.words.moved.from_to).format(name=name, **places)
