"""What course.yml and the notebooks it names must agree on: forms shown, sources linked to."""

from pathlib import Path

from .document import Document
from .faults import Fault, Finding
from .lessons import READINESS_CHECK, Lesson, read_lesson
from .parts import parts, texts


def check_lessons(document: Document, folder: Path) -> list[Fault]:
    """Add to the document what its notebooks contradict; return the faults inside notebooks."""
    faults, used = [], set()
    for path, module in _taught(document.data):
        lesson = _read(document, path, module.get("notebook"), folder, used)
        if lesson:
            _check_forms(document, path, module, lesson)
            if "sources" in module:
                _check_sources(document, path, module, lesson)
            faults += _unknown_links(document.data, f"notebooks/{module['notebook']}", lesson)
    return faults


def _taught(data):
    yield from parts(data, "modules")
    for path, check in parts(data, "readiness_check"):
        yield path, {"notebook": check.get("notebook"), "forms": [READINESS_CHECK]}


def _read(document, path, name, folder, used) -> Lesson | None:
    place = (*path, "notebook")
    if not isinstance(name, str) or Path(name).name != name:
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
    shown = [form for form, _ in lesson.forms]
    if wanted != shown:
        cure = "list what the notebook shows, in its order, or change the notebook"
        expected = f"the forms its notebook shows ({', '.join(shown) or 'none'})"
        document.add(Finding((*path, "forms"), expected, ", ".join(wanted) or "none", cure))


def _check_sources(document, path, module, lesson):
    known = {part.get("address"): part.get("id") for _, part in parts(document.data, "sources")}
    linked = {known[link] for link, _ in lesson.links if link in known}
    named = {source for _, source in texts(module, "sources")}
    place = (*path, "sources")
    for source in sorted(linked - named):
        expected = f"'{source}', which its notebook links to"
        document.add(Finding(place, expected, "no such source in its list", "add it"))
    for source in sorted(named & set(known.values()) - linked):
        cure = "link to it in the notebook, or take it out"
        document.add(Finding(place, "sources its notebook links to", f"'{source}'", cure))


def _unknown_links(data, file, lesson):
    named = [*parts(data, "sources"), *parts(data, "contacts")]
    known = {part.get("address") for _, part in named}
    cure = "add it to sources or contacts in course.yml, or take the link out"
    return [
        Fault(file, line, "link", "the address of a source or contact", f"'{link}'", cure)
        for link, line in lesson.links
        if link not in known
    ]
