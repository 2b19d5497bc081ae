"""What course.yml and its notebooks must agree on: forms, sources, where links lead."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ..document import Document
from ..faults import Fault, Finding, describe_value
from ..lessons import READINESS_CHECK, Lesson, anchor_of, read_lesson
from ..links import resolved
from ..plain import ids, mappings, texts
from ..values import NOTEBOOK
from .beside import check_beside

PICTURES = "images"


@dataclass(frozen=True)
class Taught:
    """What names a notebook in the course, with what was read from it."""

    path: tuple
    named: dict
    lesson: Lesson

    @property
    def notebook(self) -> str:
        """The notebook's place in notebooks/."""
        return self.named["notebook"]


def check_lessons(document: Document, folder: Path) -> list[Fault]:
    """Add to the document what its notebooks contradict; return the faults inside notebooks."""
    read = list(_read_all(document, folder))
    for taught in read:
        if taught.path[0] == "readiness_check":
            _check_shows_itself(document, taught)
        else:
            _check_forms(document, taught)
            _check_sources(document, taught)
    _check_sections(document, read)
    if len(read) == len(_with_notebooks(document.data)):
        check_beside(document, {taught.notebook: _forms(taught.named) for taught in read})
    anchors = {taught.notebook: _anchors(taught.lesson, document.data) for taught in read}
    return [fault for taught in read for fault in _inside(taught, document.data, anchors, folder)]


def _inside(taught, data, anchors, folder):
    yield from _unknown_links(taught, data)
    yield from _misplaced(taught, data, anchors, folder)
    yield from _pictures(taught, folder)


def _with_notebooks(data):
    return [
        *mappings(data, "modules"),
        *mappings(data, "pages"),
        *mappings(data, "readiness_check"),
    ]


def _read_all(document, folder):
    used = set()
    for path, named in _with_notebooks(document.data):
        lesson = _read(document, path, named, folder, used)
        if lesson:
            yield Taught(path, named, lesson)


def _read(document, path, named, folder, used) -> Lesson | None:
    name, place = named.get("notebook"), (*path, "notebook")
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


def _check_forms(document, taught):
    wanted, shown = _forms(taught.named), taught.lesson.forms
    known = {READINESS_CHECK, *ids(document.data, "quizzes"), *ids(document.data, "scenarios")}
    if wanted != shown and known.issuperset(wanted):
        cure = "list what the notebook shows, in its order, or change the notebook"
        expected = f"the forms its notebook shows ({', '.join(shown) or 'none'})"
        place = (*taught.path, "forms")
        document.add(Finding(place, expected, ", ".join(wanted) or "none", cure))


def _forms(named):
    return [form for _, form in texts(named, "forms")]


def _check_shows_itself(document, taught):
    if taught.lesson.forms != [READINESS_CHECK]:
        found, place = ", ".join(taught.lesson.forms) or "no form", (*taught.path, "notebook")
        cure = "show ReadinessCheck() in it once, and no quiz"
        document.add(Finding(place, "a notebook that shows the check", found, cure))


def _check_sources(document, taught):
    if taught.path[0] == "modules" and "sources" not in taught.named:
        return
    known = {
        source["address"]: source["id"]
        for _, source in mappings(document.data, "sources")
        if isinstance(source.get("address"), str) and isinstance(source.get("id"), str)
    }
    linked = {known[link] for link, _ in taught.lesson.links if link in known}
    named = {source for _, source in texts(taught.named, "sources")}
    place = (*taught.path, "sources")
    for source in sorted(linked - named):
        expected = f"'{source}', which its notebook links to"
        document.add(Finding(place, expected, "no such source in its list", "add it"))
    for source in sorted(named & set(known.values()) - linked):
        cure = "link to it in the notebook, or take it out"
        document.add(Finding(place, "sources its notebook links to", f"'{source}'", cure))


def _check_sections(document, read):
    headings_of = {_address(taught): taught.lesson.headings for taught in reversed(read)}
    for path, step in mappings(document.data, "short_path"):
        page, section = step.get("page"), step.get("section")
        headings = headings_of.get(page, []) if isinstance(page, str) else []
        if isinstance(section, str) and headings and section not in headings:
            cure = "mend it, or use another heading of that lesson"
            place = (*path, "section")
            document.add(Finding(place, "a heading of its lesson", describe_value(section), cure))


def _address(taught):
    if taught.path[0] == "readiness_check":
        return READINESS_CHECK
    name = "address" if taught.path[0] == "pages" else "id"
    return taught.named.get(name) if isinstance(taught.named.get(name), str) else None


def _anchors(lesson, data):
    terms = ids(data, "glossary") if lesson.has_glossary else []
    return {*map(anchor_of, lesson.headings), *terms}


def _unknown_links(taught, data):
    named = [
        *mappings(data, "sources"),
        *mappings(data, "contacts"),
        *mappings(data, "care", "helplines"),
    ]
    known = [item.get("address") for _, item in named]
    cure = "add it to sources or contacts in course.yml, or take the link out"
    for link, line in taught.lesson.links:
        if link not in known:
            yield _fault(taught, line, "link", "the address of a source or contact", link, cure)


def _misplaced(taught, data, anchors, folder):
    # One that course.yml names and that is missing has its fault there.
    named = [item.get("notebook") for _, item in _with_notebooks(data)]
    for link, line in taught.lesson.notebooks:
        name, _, anchor = link.partition("#")
        notebook = resolved(taught.notebook, name)
        leads_out = name.startswith("/") or notebook.startswith("..")
        if leads_out or (notebook not in named and not (folder / notebook).is_file()):
            yield _fault(taught, line, "link", "a file in notebooks/", link, "mend its name")
        elif anchor and unquote(anchor) not in anchors.get(notebook, {unquote(anchor)}):
            cure = "end it with a heading of that notebook, with hyphens for spaces"
            yield _fault(taught, line, "link", "a place in that notebook", link, cure)


def _pictures(taught, folder):
    cure = f"put the picture into notebooks/{PICTURES}/ and show it from there"
    for picture, line in taught.lesson.pictures:
        place = resolved(taught.notebook, picture)
        if not place.startswith(f"{PICTURES}/") or not (folder / place).is_file():
            yield _fault(taught, line, "picture", "a picture of the course's own", picture, cure)
        elif "/" in taught.notebook:
            # Voilà looks for it from notebooks/, JupyterLab from the notebook's own folder.
            expected, move = "no picture in a folder's notebook", "move the notebook to notebooks/"
            yield _fault(taught, line, "picture", expected, picture, move)


def _fault(taught, line, path, expected, found, cure):
    file = f"notebooks/{taught.notebook}"
    return Fault(file, line, path, expected, describe_value(found), cure)
