"""What course.yml must keep to beyond its shape: unique ids, references, dates, words.

Every rule reads the plain values, so that one broken part hides no fault elsewhere.
"""

import re
from collections.abc import Iterator
from datetime import date

from .faults import Finding
from .fields import DATE
from .lessons import PLAN, READINESS_CHECK
from .parts import id_of, ids, parts, texts
from .plan_rules import check_plan
from .question_rules import check_questions
from .questions import UNMARKED_KINDS
from .readiness_rules import check_readiness

# Addresses and folders that the servers and the build keep for themselves.
OWN_FOLDERS = {"api", "embed", "join", "static", "voila"}
OWN_ADDRESSES = {*OWN_FOLDERS, "404", "coach", "health", "index", READINESS_CHECK}
RESERVED = {*OWN_ADDRESSES, "about", "accessibility", "asked", "glossary", "plan", "recall"}
FORMS = ("quizzes", "scenarios")
PLACEHOLDERS = {
    "lesson": {"number", "total"},
    "minutes": {"minutes"},
    "progress": {"done", "total"},
    "choose_one": {"question"},
    "choose_any": {"question"},
    "choose_day": {"question"},
    "write_something": {"question"},
    "you_are": {"role"},
    "go_on_to": {"number"},
    "checked": {"date"},
    "plan.commitment": {"number"},
    "moved.from_to": {"name", "before", "now"},
    "certificate.opening": {"name"},
}


def check_rules(data: object) -> Iterator[Finding]:
    """Yield everything that plain values from course.yml break."""
    rules = (_ids, _form_ids, _addresses, _references, _pages, _marked, _unused, _dates, _words)
    for rule in (*rules, check_questions, check_readiness, check_plan):
        yield from rule(data)


def _ids(data, path=()):
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _ids(value, (*path, name))
    elif isinstance(data, list):
        yield from _repeated_ids(data, path)
        for position, item in enumerate(data):
            yield from _ids(item, (*path, position))


def _repeated_ids(items, path):
    seen = set()
    for position, item in enumerate(items):
        identity = id_of(item)
        if identity is not None and identity in seen:
            place = (*path, position, "id")
            yield Finding(place, "an id of its own", f"'{identity}' again", "choose another id")
        seen.add(identity)


def _form_ids(data):
    taken = {READINESS_CHECK: "the id of the readiness check", PLAN: "the id of the plan"}
    for name in FORMS:
        for path, form in parts(data, name):
            identity = id_of(form)
            if identity in taken:
                found = f"'{identity}', {taken[identity]}"
                yield Finding((*path, "id"), "an id that is free", found, "choose another id")
        taken |= dict.fromkeys(ids(data, name), "the id of a quiz")


def _addresses(data):
    for path, module in parts(data, "modules"):
        identity = id_of(module)
        if identity in RESERVED:
            found = f"'{identity}', an address of the course's own"
            yield Finding((*path, "id"), "an id that is free", found, "choose another id")
    taken = {*OWN_ADDRESSES, *ids(data, "modules")}
    for path, page in parts(data, "pages"):
        address = page.get("address")
        if isinstance(address, str):
            if address in taken or address.split("/")[0] in OWN_FOLDERS:
                place, cure = (*path, "address"), "choose another address"
                yield Finding(place, "an address that is free", f"'{address}'", cure)
            taken.add(address)


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
    pages = [page.get("address") for _, page in parts(data, "pages")]
    steps = [READINESS_CHECK, *ids(data, "modules"), *pages]
    for name, known in (("short_path", steps), ("reminders", pages)):
        for path, part in parts(data, name):
            if isinstance(part.get("page"), str) and part["page"] not in known:
                yield _unknown((*path, "page"), "the address of a page", part["page"])


def _unknown(place, expected, found):
    return Finding(place, expected, f"'{found}'", "mend the id, or add what it names")


def _lessons(data):
    return [*parts(data, "modules"), *parts(data, "pages")]


def _marked(data):
    quizzes = {id_of(quiz): quiz for _, quiz in parts(data, "quizzes")}
    known = {READINESS_CHECK, PLAN, *ids(data, "scenarios"), *quizzes}
    for path, module in parts(data, "modules"):
        forms = [form for _, form in texts(module, "forms")]
        shown = [quizzes[form] for form in forms if form in quizzes]
        kinds = [question.get("kind") for quiz in shown for _, question in parts(quiz, "questions")]
        unmarked = len(shown) + forms.count(PLAN) == len(forms)
        only_unmarked = all(kind in UNMARKED_KINDS for kind in kinds) and unmarked
        if forms and known.issuperset(forms) and only_unmarked:
            cure = "add a question to check, or a scenario: without one it is never done"
            place = (*path, "forms")
            yield Finding(place, "a form by which it is done", "none", cure)


def _unused(data):
    used = {form for _, lesson in _lessons(data) for _, form in texts(lesson, "forms")}
    for name, kind in (("quizzes", "quiz"), ("scenarios", "scenario")):
        for path, form in parts(data, name):
            identity = id_of(form)
            if identity is not None and identity not in used:
                cure = f"add its id to a module's or page's forms, or take the {kind} out"
                yield Finding((*path, "id"), f"a {kind} that is shown", f"'{identity}'", cure)


def _dates(data):
    for path, part in (*parts(data, "sources"), *parts(data, "care", "helplines")):
        checked = part.get("checked")
        if isinstance(checked, str) and re.fullmatch(DATE, checked) and not _is_a_day(checked):
            place, cure = (*path, "checked"), "mend the month or the day"
            yield Finding(place, "a day of the calendar", f"'{checked}'", cure)


def _words(data):
    for path, words in parts(data, "words"):
        yield from _texts_with_braces(words, path)
        for group, inner in words.items():
            if isinstance(inner, dict):
                yield from _texts_with_braces(inner, (*path, group), f"{group}.")


def _texts_with_braces(words, path, group=""):
    for name, text in words.items():
        if isinstance(text, str):
            wanted = PLACEHOLDERS.get(f"{group}{name}", set())
            yield from _placeholders(text, wanted, (*path, name))


def _placeholders(text, wanted, place):
    found = set(re.findall(r"{(\w*)}", text))
    lone = re.search(r"[{}]", re.sub(r"{\w*}", "", text))
    if found != wanted or lone:
        expected = _braces(wanted) or "no words in braces"
        cure = "braces mark what is filled in: keep exactly those"
        shown = "a brace without its partner" if lone else _braces(found) or "none"
        yield Finding(place, expected, shown, cure)


def _braces(names):
    return " and ".join(f"{{{name}}}" for name in sorted(names))


def _is_a_day(text):
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
