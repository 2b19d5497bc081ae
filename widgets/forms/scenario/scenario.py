"""A scenario, ready to be drawn: one decision after another, as far as the story goes."""

from widgets.course.model import Course
from widgets.course.questions import Decision, Option, Question, Scenario
from widgets.forms.form.drawn import (
    DrawnFeedback,
    DrawnForm,
    DrawnGroup,
    DrawnResult,
    drawn_question,
)


def drawn_scenario(course: Course, scenario: Scenario) -> DrawnForm:
    """Return a scenario as a form in which each decision has a button of its own."""
    groups = [_group(scenario.id, decision, course.words) for decision in scenario.decisions]
    return DrawnForm(
        course=course.id,
        language=course.language,
        id=scenario.id,
        title=scenario.title,
        words=course.words,
        groups=groups,
        introduction=scenario.opening,
        content_note=scenario.content_note or "",
        is_scenario=True,
    )


def as_question(decision: Decision) -> Question:
    """Return a decision in the form's terms: no option is the correct one."""
    options = [
        Option(id=turn.id, text=turn.text, feedback=turn.consequence) for turn in decision.options
    ]
    return Question(
        id=decision.id, kind="depends", scene=decision.scene, text=decision.text, options=options
    )


def _group(scenario_id, decision, words):
    question = drawn_question(
        scenario_id,
        as_question(decision),
        words,
        _feedback(decision, words),
        instruction=words.instructions.scenario,
        role=words.you_are.format(role=decision.role),
    )
    return DrawnGroup(
        questions=[question],
        button=words.see_what_happens,
        subject=decision.text,
        results=[DrawnResult("depends", words.what_happens, icon="→")],
        then={turn.id: turn.then for turn in decision.options},
    )


def _feedback(decision, words):
    for turn in decision.options:
        paragraphs = (
            (None, turn.consequence),
            (words.mechanism, turn.mechanism),
            (words.principle, turn.principle),
            (words.phrase, turn.phrase),
            (words.way_back, turn.way_back),
        )
        shown = tuple((lead, text) for lead, text in paragraphs if text)
        yield DrawnFeedback(turn.id, None, shown)
