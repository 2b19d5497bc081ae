"""A template, ready to be drawn: what is filled in once, and its entries."""

from dataclasses import dataclass

from markupsafe import Markup

from widgets.course.model import Course
from widgets.course.questions import Question
from widgets.course.template import Blank, Rows, Template, numbered_id
from widgets.forms.drawing import draw_form, render
from widgets.forms.form.drawn import (
    ALWAYS,
    DrawnForm,
    DrawnGroup,
    DrawnQuestion,
    drawn_question,
    earlier,
)

SAVED = "saved"
# How many entries an empty template has on paper.
ON_PAPER = 3


@dataclass(frozen=True)
class Entry:
    """One entry, by its name and number, with its blanks; those not on paper wait for a click."""

    title: str
    questions: list[DrawnQuestion]
    is_on_paper: bool


@dataclass(frozen=True)
class DrawnTemplate(DrawnForm):
    """A template as a form of one group, of which some questions belong to entries."""

    opening: tuple[DrawnQuestion, ...] = ()
    entries: tuple[Entry, ...] = ()
    closing: tuple[DrawnQuestion, ...] = ()
    add: str = ""
    template: str = "template/blanks.html"


def draw_template(course: Course, template: Template) -> str:
    """Return a template with what to take away of it; without a script it is a form to print."""
    # It rests on a library that takes long to import, and most notebooks need it not.
    from widgets.files.word import word_parts

    return render(
        "template/template.html",
        course,
        title=template.title,
        name=template.id,
        form=Markup(draw_form(drawn_template(course, template))),
        word=word_parts(course.title, course.language),
    )


def drawn_template(course: Course, template: Template) -> DrawnTemplate:
    """Return a template as a form that is saved as a whole."""
    opening = tuple(_opening(course, template))
    entries = tuple(_entries(course, template.id, template.rows)) if template.rows else ()
    closing = tuple(_drawn(course, template.id, each, optional=True) for each in template.closing)
    in_entries = [drawn for entry in entries for drawn in entry.questions]
    asked = [*opening, *in_entries, *closing]
    passages = [[{"id": SAVED, "when": ALWAYS}]]
    words = course.words
    return DrawnTemplate(
        course=course.id,
        language=course.language,
        id=template.id,
        title=template.title,
        words=words,
        groups=[DrawnGroup(asked, words.save, template.title, results=[], passages=passages)],
        introduction=words.template.why,
        opening=opening,
        entries=entries,
        closing=closing,
        add=template.rows.add if template.rows else "",
    )


def _opening(course, template):
    for position, question in enumerate(template.questions):
        before = earlier(course, question.looks_back)
        yield _drawn(course, template.id, question, optional=position > 0, earlier=before)


def _entries(course, template_id, rows: Rows):
    entry = course.words.template.entry
    for number in range(1, rows.most + 1):
        numbered = [
            question.model_copy(update={"id": numbered_id(question, number)})
            for question in rows.questions
        ]
        drawn = [_drawn(course, template_id, question, optional=True) for question in numbered]
        yield Entry(entry.format(name=rows.name, number=number), drawn, number <= ON_PAPER)


def _drawn(course, template_id, blank: Blank, **names):
    asked = {"id": blank.id, "kind": blank.kind, "text": blank.text, "hint": blank.hint}
    question = Question(**asked)
    # What a group writes about its work is told to no kernel, which may be on a server.
    known = {"instruction": "", "private": True}
    return drawn_question(template_id, question, course.words, (), **known | names)
