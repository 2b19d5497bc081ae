"""What names what: forms, sources and pages that are there, and forms that are shown."""

from collections.abc import Iterator

from ..faults import Finding
from ..lessons import PLAN, READINESS_CHECK
from ..plain import id_of, ids, mappings, texts
from ..questions import UNMARKED_KINDS
from .ids import FORMS


def check_references(data: object) -> Iterator[Finding]:
    """Yield every mention of what is not there, and every form that nothing shows or marks."""
    for rule in (_references, _pages, _marked, _unused):
        yield from rule(data)


def _references(data):
    forms = {READINESS_CHECK, PLAN, *(form for name in FORMS for form in ids(data, name))}
    known = {"forms": forms, "sources": set(ids(data, "sources"))}
    for path, lesson in _lessons(data):
        for name in known:
            for position, identity in texts(lesson, name):
                if identity not in known[name]:
                    place = (*path, name, position)
                    yield _unknown(place, f"the id of one of the {name}", identity)


def _pages(data):
    """Yield each mention of a page that is not there."""
    pages = [page.get("address") for _, page in mappings(data, "pages")]
    known_steps = [READINESS_CHECK, *ids(data, "modules"), *pages]
    for name, known in (("short_path", known_steps), ("reminders", pages)):
        for path, step in mappings(data, name):
            if isinstance(step.get("page"), str) and step["page"] not in known:
                yield _unknown((*path, "page"), "the address of a page", step["page"])


def _unknown(place, expected, found):
    return Finding(place, expected, f"'{found}'", "mend the id, or add what it names")


def _lessons(data):
    return [*mappings(data, "modules"), *mappings(data, "pages")]


def _marked(data):
    quizzes = {id_of(quiz): quiz for _, quiz in mappings(data, "quizzes")}
    known = {READINESS_CHECK, PLAN, *ids(data, "scenarios"), *quizzes}
    for path, module in mappings(data, "modules"):
        forms = [form for _, form in texts(module, "forms")]
        shown = [quizzes[form] for form in forms if form in quizzes]
        kinds = [
            question.get("kind") for quiz in shown for _, question in mappings(quiz, "questions")
        ]
        unmarked = len(shown) + forms.count(PLAN) == len(forms)
        only_unmarked = all(kind in UNMARKED_KINDS for kind in kinds) and unmarked
        if forms and known.issuperset(forms) and only_unmarked:
            cure = "add a question to check, or a scenario: without one it is never done"
            place = (*path, "forms")
            yield Finding(place, "a form by which it is done", "none", cure)


def _unused(data):
    used = {form for _, lesson in _lessons(data) for _, form in texts(lesson, "forms")}
    for name, kind in (("quizzes", "quiz"), ("scenarios", "scenario")):
        for path, form in mappings(data, name):
            identity = id_of(form)
            if identity is not None and identity not in used:
                cure = f"add its id to a module's or page's forms, or take the {kind} out"
                yield Finding((*path, "id"), f"a {kind} that is shown", f"'{identity}'", cure)
