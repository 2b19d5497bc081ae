"""Each lesson links to the one before it and the one after it, by their titles."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..faults import Fault
from ..lessons import Spot
from ..links import resolved
from ..plain import mappings
from .taught import Taught

# One word and the title of a lesson; its words are those of the course's language.
WAY = re.compile(r"(\S+): (.+)")
ENGLISH = ("Previous", "Next")


def check_ways(data: object, read: list[Taught], folder: Path) -> list[Fault]:
    """Return each link that is missing or wrong between a lesson and its neighbours."""
    modules = [module for _, module in mappings(data, "modules")]
    titles = [module.get("title") for module in modules]
    taught = [taught for taught in read if taught.path[0] == "modules"]
    # Where a lesson can't be read or has no title, that is told elsewhere.
    if len(taught) < len(modules) or not all(isinstance(title, str) for title in titles):
        return []
    faults = []
    for place, lesson in enumerate(taught):
        around = (modules[place - 1] if place else None, *modules[place + 1 : place + 2])
        faults += _inside(lesson, around, modules, data)
    return faults


def _inside(taught, around, modules, data) -> Iterator[Fault]:
    notebooks = [module.get("notebook") for module in modules]
    is_english = str(data.get("language")).startswith("en")
    ways = {}
    for link in taught.lesson.links:
        leads_to = resolved(taught.notebook, link.address)
        if WAY.fullmatch(link.text) and leads_to in notebooks:
            ways.setdefault(leads_to, link)
    for word, module in zip(ENGLISH, around, strict=False):
        if module:
            link = ways.pop(module["notebook"], None)
            yield from _neighbour(taught, link, word, module, is_english)
    for link in ways.values():
        expected, cure = "a link to the lesson before or after it", "take it out"
        yield taught.fault(link, "link", expected, link.text, cure)


def _neighbour(taught, link, word, module, is_english):
    text = f"{word}: {module.get('title')}"
    if link is None:
        cells = taught.lesson.file.cells
        last = Spot("", "", cells[-1].number, cells[-1].line) if cells else Spot("", "", 1, 1)
        up = "../" * taught.notebook.count("/")
        cure = f"write [{text}]({up}{module['notebook']}) in the last cell"
        yield taught.fault(last, "link", f"'{text}'", None, cure)
    elif link.text != text and (is_english or WAY.fullmatch(link.text)[2] != module.get("title")):
        yield taught.fault(link, "link", f"'{text}'", link.text, "mend what it says")
