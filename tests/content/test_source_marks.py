"""Whoever reads a figure, an organisation or a law can follow it to its source from there.

A source mark is a link to a source or contact of course.yml in the same paragraph, or in the
paragraph that leads a list in. Key points repeat what was marked above them.
"""

import re

import nbformat
import pytest
from mistune import create_markdown
from texts import inline_text

from widgets.course.lessons import OUTSIDE
from widgets.course.loading import load_course, notebooks_folder

COURSE = load_course()
NOTEBOOKS = [part.notebook for part in (*COURSE.modules, *COURSE.pages, COURSE.readiness_check)]
ORGANISATIONS = [
    *("Mind", "SCIE", "NSUN", "TLAP", "NHS England", "NCVO", "Vocal", "Arnstein", "IAP2", "GOV.UK"),
    *(
        "Surrey Welfare Rights Unit",
        "Carers Trust",
        "Shaping Our Lives",
        "Think Local Act Personal",
    ),
    *("Healthwatch", "Expert Link", "National Voices", "Wales Safeguarding Procedures"),
]
LAW = r"\bAct\b(?! on it)"
# Numbers of the course's own: minutes, lessons, ages of letters, sizes of paper.
FIGURE = r"\b\d{2,}\b|\bper cent\b|\b(one|two|three) in (two|three|four|five|ten)\b"
OWN_FIGURE = r"\b\d+ (to \d+ )?(minutes|points?|pixels)\b|\b999\b|\bCC BY\b|\bbelow 1\.0\b"
EXEMPT = ("Key points", "Sources")
_markdown = create_markdown(renderer="ast", plugins=["table"])


def needs_a_mark(text):
    told = re.sub(OWN_FIGURE, "", text)
    for module in COURSE.modules:
        told = told.replace(module.title, "")
    names = "|".join(map(re.escape, ORGANISATIONS))
    return re.search(rf"\b({names})\b|{LAW}|{FIGURE}", told)


def unmarked(markdown):
    """Yield each paragraph or list item that needs a source mark and has none."""
    led_in, exempt = False, False
    for token in _markdown(markdown):
        if token["type"] == "heading":
            exempt = inline_text(token) in EXEMPT
        if token["type"] == "paragraph":
            led_in = has_mark(token)
        for block in blocks(token):
            marked = has_mark(block) or (token["type"] == "list" and led_in)
            if needs_a_mark(inline_text(block)) and not marked and not exempt:
                yield inline_text(block)


def blocks(token):
    if token["type"] in ("paragraph", "block_text"):
        yield token
    elif token["type"] in ("list", "list_item", "block_quote"):
        for child in token["children"]:
            yield from blocks(child)


def has_mark(token):
    if token["type"] == "link" and OUTSIDE.match(token["attrs"]["url"]):
        return True
    return any(has_mark(child) for child in token.get("children", []))


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_each_paragraph_with_a_figure_an_organisation_or_a_law_has_a_mark(notebook, course_file):
    cells = nbformat.read(notebooks_folder(course_file) / notebook, as_version=4).cells
    texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    assert [found for text in texts for found in unmarked(text)] == []


def test_a_paragraph_without_its_mark_is_found():
    bare = "Mind says so.\n\nNobody does.\n\n93 papers say so.\n\n- The Care Act 2014"
    assert list(unmarked(bare)) == ["Mind says so.", "93 papers say so.", "The Care Act 2014"]
    marked = "[Mind](https://mind.org.uk) says:\n\n- Mind is here.\n\nIt takes 30 minutes."
    assert list(unmarked(marked)) == []
