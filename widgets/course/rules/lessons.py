"""What course.yml and its notebooks must agree on: forms, sources, sections, which there are."""

import re
from pathlib import Path

from ..contents import NoFileError, is_file, is_hidden
from ..document import Document
from ..faults import Fault, Finding, describe_value
from ..lessons import READINESS_CHECK, read_lesson
from ..plain import ids, mappings, texts
from ..slips import ReadError
from ..values import NOTEBOOK
from .beside import KINDS, check_beside
from .calls import check_calls
from .links import check_links
from .notebook_shape import check_notebook
from .taught import Taught, with_notebooks
from .ways import check_ways

TAKE_AWAY = "take it away, and bring the notebook back"


def check_lessons(document: Document, folder: Path) -> list[Fault]:
    """Add to the document what its notebooks contradict; return the faults inside notebooks."""
    if not isinstance(document.data, dict):
        return []
    read, faults = _read_all(document, folder)
    for taught in read:
        if taught.path[0] == "readiness_check":
            _check_shows_itself(document, taught)
        else:
            _check_forms(document, taught)
            _check_sources(document, taught)
    _check_sections(document, read)
    if len(read) == len(with_notebooks(document.data)):
        check_beside(document, {taught.notebook: _forms(taught.named) for taught in read})
    for rule in (check_calls, check_links, check_ways):
        faults += rule(document.data, read, folder)
    order = [named.get("notebook") for _, named in with_notebooks(document.data)]
    places = {f"notebooks/{name}": place for place, name in enumerate(order)}
    faults.sort(key=lambda fault: (places[fault.file], fault.line))
    return [*faults, *_orphans(order, folder)]


def _read_all(document, folder):
    """Return what could be read, and the faults of what could not."""
    used, read, faults = set(), [], []
    for path, named in with_notebooks(document.data):
        name = named.get("notebook")
        if not _is_name(name):
            continue
        if name in used:
            found, cure = f"'{name}' again", "give each its own notebook"
            document.add(Finding((*path, "notebook"), "a notebook of its own", found, cure))
            continue
        used.add(name)
        lesson, inside = _read(document, path, name, folder)
        faults += inside
        if lesson and not inside:
            read.append(Taught(path, named, lesson))
    return read, faults


def _read(document, path, name, folder):
    file = f"notebooks/{name}"
    try:
        lesson = read_lesson(folder / name)
        return lesson, check_notebook(name, lesson.file)
    except NoFileError as error:
        wanted = "a file that can be read"
        return None, [Fault(file, 1, "notebook", wanted, error.strerror, TAKE_AWAY)]
    except OSError:
        cure = "add the file, or mend its name"
        place = (*path, "notebook")
        document.add(Finding(place, "a file in notebooks/", f"no '{name}' there", cure))
        return None, []
    except ReadError as error:
        told = error.finding
        return None, [Fault(file, error.line, "notebook", told.expected, told.found, told.cure)]


def _is_name(name):
    return isinstance(name, str) and re.fullmatch(NOTEBOOK, name) is not None


def _orphans(named, folder):
    # Where a name is wrong, the file that it stands for is no orphan.
    if not all(_is_name(name) and is_file(folder / name) for name in named):
        return
    for path in sorted(folder.rglob("*.ipynb")):
        place = path.relative_to(folder)
        if named and not is_hidden(place) and not path.is_dir() and place.as_posix() not in named:
            expected, cure = "a notebook that course.yml names", "add it there, or take it away"
            found = describe_value(place.as_posix())
            yield Fault(f"notebooks/{place.as_posix()}", 1, "notebook", expected, found, cure)


def _check_forms(document, taught):
    wanted, shown = _forms(taught.named), taught.lesson.forms
    known = {READINESS_CHECK, *(form for kind in KINDS for form in ids(document.data, kind))}
    if wanted != shown and known.issuperset([*wanted, *shown]):
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
    linked = {known[link.address] for link in taught.lesson.links if link.address in known}
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
