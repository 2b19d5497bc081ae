"""What a notebook may show, by the name it is called by: the HTML, and what it says it holds.

No widget is needed for this: a command draws as a notebook would.
"""

from dataclasses import dataclass

from widgets.course.model import Course
from widgets.course.vignettes import MOMENTS

from .certificate.certificate import draw_certificate
from .change.change import draw_own_change, draw_vignettes
from .checklist.checklist import draw_checklist
from .drawing import draw_form
from .embed.embed import embeds
from .embed.embeds import draw_embeds
from .navigation.navigation import draw_way, place_of
from .paper.paper import draw_paper_check
from .quiz.quiz import drawn_quiz
from .reading import reading
from .reminders.reminders import draw_reminders
from .scenario.scenario import drawn_scenario
from .session.session import draw_cards, draw_notes, draw_session
from .template.template import draw_template
from .workbook.workbook import draw_check_workbook, draw_plan_workbook

# Lets our JupyterLab extension (widgets/lab_extension) wake the HTML beside it, nothing run.
MIME = "application/vnd.coproduction+json"


@dataclass(frozen=True)
class Showing:
    """Something shown: as HTML, and in a few words, as a widget's repr has them."""

    html: str
    name: str
    # What is only read stays as JupyterLab shows it.
    wakes: bool = True

    @property
    def stored(self) -> dict[str, str | dict]:
        """What a notebook stores of it, by MIME type."""
        return self.woken | {"text/html": self.html, "text/plain": self.name}

    @property
    def woken(self) -> dict[str, dict]:
        """What has our extension wake it."""
        return {MIME: {}} if self.wakes else {}


def show(name: str, course: Course, *given: str) -> Showing:
    """Return what a call such as `Quiz("principles")` shows of a course.

    Raises LookupError for an id that the course does not have, TypeError for a wrong number of ids.
    """
    return SHOWS[name](course, *given)


def _quiz(course, quiz_id):
    quiz = course.quiz(quiz_id)
    count = len(quiz.questions)
    name = f"Quiz({quiz_id!r}, {count} question{'s' if count != 1 else ''})"
    return Showing(draw_form(drawn_quiz(course, quiz)), name)


def _scenario(course, scenario_id):
    scenario = course.scenario(scenario_id)
    name = f"Scenario({scenario_id!r}, {len(scenario.decisions)} decisions)"
    return Showing(draw_form(drawn_scenario(course, scenario)), name)


def _navigation(course, module_id):
    module = course.module(module_id)
    name = f"Navigation({module_id!r}, {place_of(course, module)})"
    return Showing(draw_way(course, module), name)


def _sources(course, name):
    lesson = course.lesson(name)
    return Showing(
        reading.draw_sources(course, lesson), f"Sources({name!r}, {len(lesson.sources)})"
    )


def _readiness_check(course):
    name = f"ReadinessCheck({len(course.readiness_check.questions)} questions)"
    return Showing(draw_check_workbook(course), name)


def _paper_check(course):
    name = f"PaperCheck({len(course.readiness_check.asked)} questions)"
    return Showing(draw_paper_check(course), name)


def _plan(course):
    return Showing(draw_plan_workbook(course), f"Plan({course.plan.most} commitments at most)")


def _certificate(course):
    return Showing(draw_certificate(course), f"Certificate({len(course.modules)} modules)")


def _checklist(course, checklist_id):
    checklist = course.checklist(checklist_id)
    count = sum(len(topic.asks) for topic in checklist.topics)
    return Showing(draw_checklist(course, checklist), f"Checklist({checklist_id!r}, {count})")


def _template(course, template_id):
    template = course.template(template_id)
    once = len(template.questions) + len(template.closing)
    count = once + (len(template.rows.questions) if template.rows else 0)
    name = f"Template({template_id!r}, {count} questions)"
    return Showing(draw_template(course, template), name)


def _embeds(course):
    return Showing(draw_embeds(course), f"Embeds({len(embeds(course))})")


def _glossary(course):
    return Showing(reading.draw_glossary(course), f"Glossary({len(course.glossary)} terms)")


def _care(course):
    return Showing(reading.draw_care(course), f"Care({len(course.care.helplines)} helplines)")


def _stories(course):
    return Showing(reading.draw_stories(course), f"Stories({len(course.scenarios)})")


def _session(course, session_id):
    session = course.session(session_id)
    name = f"Session({session_id!r}, {len(session.steps)} steps)"
    return Showing(draw_session(course, session), name, wakes=False)


def _session_notes(course, session_id):
    session = course.session(session_id)
    name = f"SessionNotes({session_id!r}, {len(session.steps)} steps)"
    return Showing(draw_notes(course, session), name, wakes=False)


def _cards(course):
    return Showing(draw_cards(course), "Cards(8)", wakes=False)


def _own_check(course):
    shown = reading.draw_own_check(course)
    return Showing(shown, f"OwnCheck({len(course.own_check.answers)} answers)")


def _vignettes(course, moment):
    if moment not in MOMENTS:
        raise LookupError(f"There is no {moment!r} the course: {' or '.join(MOMENTS)}")
    name = f"Vignettes({moment!r}, {len(course.vignettes)} stories)"
    return Showing(draw_vignettes(course, moment), name)


def _own_change(course):
    if not course.vignettes:
        raise LookupError("The course has no vignettes")
    count = sum(len(vignette.questions) for vignette in course.vignettes)
    return Showing(draw_own_change(course), f"OwnChange({count} questions)")


def _responsible(course):
    name = f"Responsible({course.responsible.name!r})" if course.responsible else "Responsible()"
    return Showing(reading.draw_responsible(course), name, wakes=False)


def _reminders(course):
    return Showing(draw_reminders(course), f"Reminders({len(course.reminders)})")


SHOWS = {
    "Cards": _cards,
    "Care": _care,
    "Certificate": _certificate,
    "Checklist": _checklist,
    "Embeds": _embeds,
    "Glossary": _glossary,
    "Navigation": _navigation,
    "OwnChange": _own_change,
    "OwnCheck": _own_check,
    "PaperCheck": _paper_check,
    "Plan": _plan,
    "Quiz": _quiz,
    "ReadinessCheck": _readiness_check,
    "Reminders": _reminders,
    "Responsible": _responsible,
    "Scenario": _scenario,
    "Session": _session,
    "SessionNotes": _session_notes,
    "Sources": _sources,
    "Stories": _stories,
    "Template": _template,
    "Vignettes": _vignettes,
}
