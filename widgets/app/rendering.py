"""A notebook of the course -> the HTML of its cells, by Voilà's exporter."""

import asyncio
import json
import re
from functools import cache
from pathlib import Path

import nbformat
from jupyter_server.services.contents.filemanager import FileContentsManager
from voila.exporter import VoilaExporter, VoilaMarkdownRenderer

from widgets.course.files import notebooks_folder
from widgets.course.loading import load_course

from .execution import Executor
from .made_from import digest
from .outputs import complete
from .rendered import Rendered

ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')
TEMPLATE = Path(__file__).parent / "voila_template"
PICTURES = "images"


class LessonMarkdown(VoilaMarkdownRenderer):
    """Markdown without the ¶ that a screen reader would read out after each heading."""

    def heading(self, text: str, level: int) -> str:
        """Return a heading that links can lead to."""
        # nbconvert's own way to leave the ¶ out takes the id with it.
        return ANCHOR.sub("", super().heading(text, level))


def render(name: str, executor: Executor, before: str = "") -> Rendered | None:
    """Return the HTML of a notebook's cells; None where it would be made from the same as before.

    Raises CellError where a cell fails and OSError where the file can't be read.
    """
    folder = notebooks_folder(executor.course_file)
    notebook = nbformat.read(folder / name, as_version=4)
    notebook = complete(notebook, load_course(executor.course_file), name, executor)
    made_from = digest(json.dumps([notebook, _pictures(folder)]).encode())
    if made_from == before:
        return None
    return Rendered(asyncio.run(_exported(notebook, folder)), made_from)


async def _exported(notebook, folder):
    # nbconvert's own way parses and writes all HTML once more.
    generated = _exporter(folder).generate_from_notebook_node(notebook)
    return "".join([html async for html, _ in generated])


def _pictures(folder):
    return [digest(path.read_bytes()) for path in sorted(folder.glob(f"{PICTURES}/*"))]


@cache
def _exporter(folder):
    return VoilaExporter(
        template_name=TEMPLATE.name,
        template_paths=[str(TEMPLATE)],
        markdown_renderer_class=LessonMarkdown,
        contents_manager=FileContentsManager(root_dir=str(folder)),
    )
