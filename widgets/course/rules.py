"""What course.yml must keep to beyond its shape: unique ids, options, references, words.

Every rule reads the plain values, so that one broken part hides no fault elsewhere.
"""

import re
from collections.abc import Iterator

from .faults import Finding
from .lessons import READINESS_CHECK
from .model import TEXT_KINDS
from .parts import id_of, ids, parts, texts
from .readiness_rules import check_readiness

MOST_OPTIONS = 6
RESERVED = {
    *("about", "accessibility", "api", "asked", "coach", "embed", "glossary", "health", "join"),
    *("plan", READINESS_CHECK, "recall", "static", "voila"),
}
PLACEHOLDERS = {
    "lesson": {"number", "total"},
    "minutes": {"minutes"},
    "progress": {"done", "total"},
    "choose_one": {"question"},
    "choose_any": {"question"},
    "write_something": {"question"},
}


def check_rules(data: object) -> Iterator[Finding]:
    """Yield everything that plain values from course.yml break."""
    for rule in (_ids, _module_ids, _options, _references, _marked, _unused_quizzes, _words):
        yield from rule(data)
    yield from check_readiness(data)


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


def _module_ids(data):
    for path, module in parts(data, "modules"):
        identity = id_of(module)
        if identity in RESERVED:
            found = f"'{identity}', an address of the course's own"
            yield Finding((*path, "id"), "an id that is free", found, "choose another id")
    for path, quiz in parts(data, "quizzes"):
        if quiz.get("id") == READINESS_CHECK:
            found = f"'{READINESS_CHECK}', the id of the readiness check"
            yield Finding((*path, "id"), "an id that is free", found, "choose another id")


def _options(data):
    for path, question in parts(data, "quizzes", "questions"):
        options = [option for _, option in parts(question, "options")]
        correct = sum(option.get("correct") is True for option in options)
        place = (*path, "options")
        for expected, found, cure in _option_faults(question.get("kind"), len(options), correct):
            yield Finding(place, expected, found, cure)
        if question.get("kind") != "multiple":
            yield from _needless_if_missed(question, path)


def _option_faults(kind, count, correct):
    if kind in TEXT_KINDS:
        if count:
            yield f"no options for {kind}", f"{count}", "take them out, or change the kind"
        return
    if count < 2:
        yield "at least 2 options", f"{count}", "add options"
    if kind == "single" and correct != 1:
        yield "one correct option", f"{correct}", "put `correct: true` on one option only"
    if kind == "depends" and correct:
        yield "no correct option", f"{correct}", "take `correct: true` out, or change the kind"
    if kind == "multiple" and not correct:
        yield "at least one correct option", "none", "put `correct: true` on each that is correct"
    if kind == "multiple" and count > MOST_OPTIONS:
        yield f"at most {MOST_OPTIONS} options", f"{count}", "join some, or ask two questions"


def _needless_if_missed(question, path):
    for place, option in parts(question, "options", path=path):
        if "if_missed" in option:
            cure = "take it out: nobody can miss it in this kind of question"
            yield Finding((*place, "if_missed"), "if_missed in `multiple` only", "it here", cure)


def _references(data):
    forms = {READINESS_CHECK, *ids(data, "quizzes")}
    sources = set(ids(data, "sources"))
    for path, module in parts(data, "modules"):
        for name, known in (("forms", forms), ("sources", sources)):
            for position, identity in texts(module, name):
                if identity not in known:
                    cure = "mend the id, or add what it names"
                    place = (*path, name, position)
                    yield Finding(place, f"the id of one of the {name}", f"'{identity}'", cure)


def _marked(data):
    quizzes = {id_of(quiz): quiz for _, quiz in parts(data, "quizzes")}
    for path, module in parts(data, "modules"):
        forms = [form for _, form in texts(module, "forms")]
        shown = [quizzes[form] for form in forms if form in quizzes]
        kinds = {question.get("kind") for quiz in shown for _, question in parts(quiz, "questions")}
        if shown and len(shown) == len(forms) and kinds <= set(TEXT_KINDS):
            cure = "add a question with options: a module is done when its questions are checked"
            place = (*path, "forms")
            yield Finding(place, "at least one question with options", "only texts", cure)


def _unused_quizzes(data):
    used = {form for _, module in parts(data, "modules") for _, form in texts(module, "forms")}
    for path, quiz in parts(data, "quizzes"):
        identity = id_of(quiz)
        if identity is not None and identity not in used:
            cure = "add its id to a module's forms, or take the quiz out"
            yield Finding((*path, "id"), "a quiz that a module shows", f"'{identity}'", cure)


def _words(data):
    for group in ((), ("instructions",), ("results",)):
        for path, words in parts(data, "words", *group):
            for name, text in words.items():
                if isinstance(text, str):
                    wanted = set() if group else PLACEHOLDERS.get(name, set())
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
