"""What a course is: the shape of course.yml, and of the files beside its notebooks."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from .checklist import Checklist
from .lessons import PLAN, READINESS_CHECK
from .plan import Plan
from .questions import Question, Quiz, Scenario
from .readiness import ReadinessCheck
from .references import Care, Contact, Responsible, Source, Term
from .session import Session, SessionStep
from .template import Template
from .values import LANGUAGE, Id, Notebook, PageAddress, Strict, Text
from .vignettes import Vignette
from .words import Words

Minutes = Annotated[int, Field(ge=1, le=60)]


class Module(Strict):
    """One unit of the course, taught by one lesson notebook."""

    id: Id
    title: Text
    minutes: Minutes
    notebook: Notebook
    content_note: Annotated[
        Text | None, Field(description="What may sting, said before it comes.")
    ] = None
    objectives: Annotated[list[Text], Field(min_length=1)]
    forms: Annotated[
        list[Id],
        Field(min_length=1, description="What its notebook asks, in its order."),
    ]
    sources: list[Id]


class Page(Strict):
    """A notebook beside the lessons, with an address of its own."""

    address: PageAddress
    title: Text
    notebook: Notebook
    in_footer: bool = False
    on_home: Annotated[
        Text | None, Field(description="What the home page says of it; without, it is not there.")
    ] = None
    forms: list[Id] = Field(default_factory=list)
    sources: list[Id] = Field(default_factory=list)


class Step(Strict):
    """One step of the short path: a section of a lesson, or the readiness check."""

    title: Text
    page: PageAddress
    section: Annotated[Text | None, Field(description="The heading it begins with.")] = None
    minutes: Minutes


class Reminder(Strict):
    """A page to come back to, some days after today."""

    page: PageAddress
    days: Annotated[int, Field(ge=1, le=400)]
    title: Text


class OwnCheck(Strict):
    """What this course answers to its own readiness check, and why."""

    answers: dict[Id, Id]
    why: dict[Id, Text]


class Entry(Strict):
    """What course.yml holds: what there is, in which order, and where it comes from."""

    id: Id
    language: Annotated[str, Field(pattern=LANGUAGE)]
    title: Text
    summary: Text
    responsible: Responsible | None = None
    modules: Annotated[list[Module], Field(min_length=1)]
    pages: list[Page]
    short_path: list[Step]
    reminders: Annotated[list[Reminder], Field(max_length=30)]
    sources: list[Source]
    contacts: Annotated[list[Contact], Field(min_length=1)]


class Beside(Strict):
    """What stands beside a notebook, in a file of the same name."""

    quizzes: list[Quiz] = Field(default_factory=list)
    scenarios: list[Scenario] = Field(default_factory=list)
    checklists: list[Checklist] = Field(default_factory=list)
    templates: list[Template] = Field(default_factory=list)
    sessions: list[Session] = Field(default_factory=list)
    session_steps: list[SessionStep] = Field(default_factory=list)
    vignettes: list[Vignette] = Field(default_factory=list)


class Course(Entry):
    """Everything in a course."""

    quizzes: list[Quiz]
    scenarios: list[Scenario]
    checklists: list[Checklist]
    templates: list[Template]
    sessions: list[Session]
    session_steps: list[SessionStep]
    vignettes: list[Vignette]
    readiness_check: ReadinessCheck
    plan: Plan
    own_check: OwnCheck
    care: Care
    glossary: list[Term]
    words: Words

    @property
    def addresses(self) -> dict[str, str]:
        """The page's address for each notebook of the course, by its place in notebooks/."""
        addresses = {module.notebook: module.id for module in self.modules}
        addresses |= {page.notebook: page.address for page in self.pages}
        return addresses | {self.readiness_check.notebook: READINESS_CHECK}

    def module(self, module_id: str) -> Module:
        """Return a module by its id. Raises LookupError, naming those there are."""
        return _by_id("module", "modules", self.modules, module_id)

    def quiz(self, quiz_id: str) -> Quiz:
        """Return a quiz by its id. Raises LookupError, naming those there are."""
        return _by_id("quiz", "quizzes", self.quizzes, quiz_id)

    def scenario(self, scenario_id: str) -> Scenario:
        """Return a scenario by its id. Raises LookupError, naming those there are."""
        return _by_id("scenario", "scenarios", self.scenarios, scenario_id)

    def checklist(self, checklist_id: str) -> Checklist:
        """Return a checklist by its id. Raises LookupError, naming those there are."""
        return _by_id("checklist", "checklists", self.checklists, checklist_id)

    def template(self, template_id: str) -> Template:
        """Return a template by its id. Raises LookupError, naming those there are."""
        return _by_id("template", "templates", self.templates, template_id)

    def session(self, session_id: str) -> Session:
        """Return a session by its id. Raises LookupError, naming those there are."""
        return _by_id("session", "sessions", self.sessions, session_id)

    def lesson(self, name: str) -> Module | Page:
        """Return a module by its id or a page by its address.

        Raises LookupError, naming those there are.
        """
        lessons = {module.id: module for module in self.modules}
        lessons |= {page.address: page for page in self.pages}
        if name not in lessons:
            raise LookupError(f"The course has no page '{name}'. It has: {', '.join(lessons)}")
        return lessons[name]

    def question(self, place: str) -> Question:
        """Return a question by the ids of its quiz, or the plan, and itself, joined by a slash."""
        quiz_id, question_id = place.split("/")
        if quiz_id == PLAN:
            return self.plan.asked[question_id]
        return next(asked for asked in self.quiz(quiz_id).questions if asked.id == question_id)

    def sources_of(self, lesson: Module | Page) -> Iterator[Source]:
        """Yield the sources of a module or page, in its order."""
        known = {source.id: source for source in self.sources}
        yield from (known[source_id] for source_id in lesson.sources)


def _by_id(kind, kinds, items, identity):
    found = next((item for item in items if item.id == identity), None)
    if found is None:
        known = ", ".join(item.id for item in items)
        raise LookupError(f"The course has no {kind} '{identity}'. Its {kinds} are: {known}")
    return found
