"""Where notebooks lead: to sources, contacts, each other, and the course's own pictures."""

from pathlib import Path
from urllib.parse import unquote

from ..contents import is_file
from ..faults import Fault
from ..lessons import NOTEBOOK, OUTSIDE, anchor_of
from ..links import resolved
from ..plain import ids, mappings
from .taught import Taught, with_notebooks

PICTURES = "images"
MAIL = "mailto:"
UNKNOWN_CURE = "add it to sources or contacts in course.yml, or take the link out"
ELSEWHERE = "a link to a source, a contact or a notebook"
ELSEWHERE_CURE = "begin it with https://, or name a file in notebooks/"


def check_links(data: object, read: list[Taught], folder: Path) -> list[Fault]:
    """Return each link and picture of a notebook that leads nowhere, or away."""
    anchors = {taught.notebook: _anchors(taught.lesson, data) for taught in read}
    return [fault for taught in read for fault in _inside(taught, data, anchors, folder)]


def _inside(taught, data, anchors, folder):
    for link in taught.lesson.links:
        if OUTSIDE.match(link.address):
            yield from _unknown(taught, link, data)
        elif NOTEBOOK.search(link.address):
            yield from _misplaced(taught, link, data, anchors, folder)
        else:
            yield taught.fault(link, "link", ELSEWHERE, link.address, ELSEWHERE_CURE)
    yield from _pictures(taught, folder)


def _anchors(lesson, data):
    terms = ids(data, "glossary") if lesson.has_glossary else []
    return {*map(anchor_of, lesson.headings), *lesson.ids, *terms}


def _unknown(taught, link, data):
    named = [
        *mappings(data, "sources"),
        *mappings(data, "contacts"),
        *mappings(data, "care", "helplines"),
    ]
    is_known = link.address in [item.get("address") for _, item in named]
    if not is_known and not link.address.lower().startswith(MAIL):
        expected = "the address of a source or contact"
        yield taught.fault(link, "link", expected, link.address, UNKNOWN_CURE)


def _misplaced(taught, link, data, anchors, folder):
    # One that course.yml names and that is missing has its fault there.
    named = [item.get("notebook") for _, item in with_notebooks(data)]
    name, _, anchor = link.address.partition("#")
    notebook = resolved(taught.notebook, name) if name else taught.notebook
    leads_out = name.startswith("/") or notebook.startswith("..")
    if leads_out or (notebook not in named and not is_file(folder / notebook)):
        expected = "a file in notebooks/"
        yield taught.fault(link, "link", expected, link.address, "mend its name")
    elif anchor and unquote(anchor) not in anchors.get(notebook, {unquote(anchor)}):
        cure = "end it with a heading of that notebook, with hyphens for spaces"
        yield taught.fault(link, "link", "a place in that notebook", link.address, cure)


def _pictures(taught, folder):
    cure = f"put the picture into notebooks/{PICTURES}/ and show it from there"
    for picture in taught.lesson.pictures:
        place = resolved(taught.notebook, picture.address)
        expected = "a picture of the course's own"
        if not place.startswith(f"{PICTURES}/") or not is_file(folder / place):
            yield taught.fault(picture, "picture", expected, picture.address, cure)
        elif "/" in taught.notebook:
            # Voilà looks for it from notebooks/, JupyterLab from the notebook's own folder.
            expected, move = "no picture in a folder's notebook", "move the notebook to notebooks/"
            yield taught.fault(picture, "picture", expected, picture.address, move)
