"""What course.yml and the notebooks it names must agree on: forms shown, sources linked to."""

import re
from pathlib import Path

from .document import Document
from .faults import Fault, Finding, describe_value
from .lessons import READINESS_CHECK, Lesson, read_lesson
from .model import NOTEBOOK
from .parts import ids, parts, texts


def check_lessons(document: Document, folder: Path) -> list[Fault]:
    """Add to the document what its notebooks contradict; return the faults inside notebooks."""
    faults, used = [], set()
    for path, module in _taught(document.data):
        lesson = _read(document, path, module, folder, used)
        if not lesson:
            continue
        if path[0] == "modules":
            _check_forms(document, path, module, lesson)
            _check_sources(document, path, module, lesson)
        else:
            _check_shows_itself(document, path, lesson)
        faults += _unknown_links(document.data, module, lesson)
        faults += _misplaced(document.data, module, lesson, folder)
    return faults


def _taught(data):
    """Return what has a notebook: the modules, and the readiness check alone."""
    return [*parts(data, "modules"), *parts(data, "readiness_check")]


def _read(document, path, module, folder, used) -> Lesson | None:
    name, place = module.get("notebook"), (*path, "notebook")
    if not isinstance(name, str) or not re.fullmatch(NOTEBOOK, name):
        return None
    if name in used:
        cure = "give each its own notebook"
        document.add(Finding(place, "a notebook of its own", f"'{name}' again", cure))
        return None
    used.add(name)
    try:
        return read_lesson(folder / name)
    except OSError:
        cure = "add the file, or mend its name"
        document.add(Finding(place, "a file in notebooks/", f"no '{name}' there", cure))
    except ValueError:
        cure = "open it in JupyterLab and save it again, or bring back an older copy"
        document.add(Finding(place, "a notebook", f"'{name}', which is not one inside", cure))
    return None


def _check_forms(document, path, module, lesson):
    wanted = [form for _, form in texts(module, "forms")]
    known = {READINESS_CHECK, *ids(document.data, "quizzes")}
    if wanted != lesson.forms and known.issuperset(wanted):
        cure = "list what the notebook shows, in its order, or change the notebook"
        expected = f"the forms its notebook shows ({', '.join(lesson.forms) or 'none'})"
        document.add(Finding((*path, "forms"), expected, ", ".join(wanted) or "none", cure))


def _check_shows_itself(document, path, lesson):
    if lesson.forms != [READINESS_CHECK]:
        found = ", ".join(lesson.forms) or "no form"
        cure = "show ReadinessCheck() in it once, and no quiz"
        document.add(Finding((*path, "notebook"), "a notebook that shows the check", found, cure))


def _check_sources(document, path, module, lesson):
    if "sources" not in module:
        return
    known = {
        part["address"]: part["id"]
        for _, part in parts(document.data, "sources")
        if isinstance(part.get("address"), str) and isinstance(part.get("id"), str)
    }
    linked = {known[link] for link, _ in lesson.links if link in known}
    named = {source for _, source in texts(module, "sources")}
    place = (*path, "sources")
    for source in sorted(linked - named):
        expected = f"'{source}', which its notebook links to"
        document.add(Finding(place, expected, "no such source in its list", "add it"))
    for source in sorted(named & set(known.values()) - linked):
        cure = "link to it in the notebook, or take it out"
        document.add(Finding(place, "sources its notebook links to", f"'{source}'", cure))


def _unknown_links(data, module, lesson):
    named = [*parts(data, "sources"), *parts(data, "contacts")]
    known = [part.get("address") for _, part in named]
    cure = "add it to sources or contacts in course.yml, or take the link out"
    for link, line in lesson.links:
        if link not in known:
            yield _fault(module, line, "link", "the address of a source or contact", link, cure)


def _misplaced(data, module, lesson, folder):
    # One that course.yml names and that is missing has its fault there.
    named = [part.get("notebook") for _, part in _taught(data)]
    for link, line in lesson.notebooks:
        name = link.split("#")[0].removeprefix("./")
        if name not in named and not (folder / name).is_file():
            yield _fault(module, line, "link", "a file in notebooks/", link, "mend its name")
    for picture, line in lesson.pictures:
        if ":" in picture or picture.startswith("//"):
            cure = "put the picture into notebooks/images/ and show it from there"
            yield _fault(module, line, "picture", "a picture of the course's own", picture, cure)


def _fault(module, line, path, expected, found, cure):
    file = f"notebooks/{module['notebook']}"
    return Fault(file, line, path, expected, describe_value(found), cure)
