"""Stories before and after the course, and what changed in between -> HTML."""

from markupsafe import Markup

from widgets.course.model import Course
from widgets.course.own_change import compile_change
from widgets.course.vignettes import MOMENTS, Moment, Vignette, VignetteQuestion, form_of
from widgets.course.words import Words
from widgets.forms.drawing import draw_form, render
from widgets.forms.form.drawn import (
    ALWAYS,
    DrawnForm,
    DrawnGroup,
    DrawnQuestion,
    DrawnResult,
    Earlier,
    drawn_question,
)

SAVED = "saved"
ICON = "✓"


def draw_vignettes(course: Course, moment: Moment) -> str:
    """Return both stories as they are asked before the course, or after: one is shown."""
    other = next(each for each in MOMENTS if each != moment)
    stories = [
        (form_of(other, vignette), Markup(draw_form(_drawn_vignette(course, moment, vignette))))
        for vignette in course.vignettes
    ]
    return render("change/vignettes.html", course, stories=stories)


def draw_own_change(course: Course) -> str:
    """Return what someone answered before and after, side by side, and what it comes to."""
    first = course.vignettes[0]
    points = [
        (question.point, [*_rows(course, position)])
        for position, question in enumerate(first.questions)
    ]
    counted = [
        [_argued(course, moment, vignette) for vignette in course.vignettes] for moment in MOMENTS
    ]
    said = compile_change(len(first.choices))
    outcomes = {one: getattr(course.words.change.outcomes, _name(one)) for one in said.values()}
    shown = {"points": points, "counted": counted, "said": said, "outcomes": outcomes}
    return render("change/own_change.html", course, **shown)


def asked_before_and_after(course: Course) -> list[str]:
    """Return all that is asked in the stories, by the ids of form and question."""
    return [
        f"{form_of(moment, vignette)}/{question.id}"
        for moment in MOMENTS
        for vignette in course.vignettes
        for question in vignette.questions
    ]


def _drawn_vignette(course: Course, moment: Moment, vignette: Vignette) -> DrawnForm:
    words, form_id = course.words, form_of(moment, vignette)
    saved = DrawnResult(SAVED, getattr(words.change, f"saved_{moment}"), icon=ICON)
    group = DrawnGroup(
        [_drawn_question(form_id, question, words) for question in vignette.questions],
        button=words.save,
        subject=vignette.title,
        results=[saved],
        passages=[[{"id": f"result/{SAVED}", "when": ALWAYS}]],
    )
    place = course.id, course.language, form_id, vignette.title
    return DrawnForm(*place, words, [group], introduction=vignette.opening)


def _drawn_question(form_id: str, question: VignetteQuestion, words: Words) -> DrawnQuestion:
    optional = not question.options
    instruction = words.change.write if optional else words.change.choose
    around = {"instruction": instruction, "optional": optional}
    return drawn_question(form_id, question, words, (), **around)


def _rows(course, position):
    """Yield, for one point, each answer there may be and what the course argues for."""
    for moment in MOMENTS:
        for vignette in course.vignettes:
            question = vignette.questions[position]
            key = f"{course.id}/{form_of(moment, vignette)}/{question.id}"
            options = {option.id: option.text for option in question.options}
            asked = getattr(course.words.change, moment).format(title=vignette.title)
            argued = question.argued.text if question.options else ""
            yield Earlier(key, asked, options), argued


def _argued(course, moment, vignette):
    form = f"{course.id}/{form_of(moment, vignette)}"
    return {f"{form}/{question.id}": question.argued.id for question in vignette.choices}


def _name(outcome):
    return outcome.replace("-", "_")
