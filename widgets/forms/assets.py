"""The scripts and the style sheet for a page or for a widget.

The scripts are bundled from the .js files next to what they wake: `npm --prefix .ci run build`.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
STATIC = FOLDER.parent / "static"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REM = re.compile(r"\b(\d*\.?\d+)rem\b")
INDENT = re.compile(r"\s*\n\s*")
# In the order in which they overrule each other.
STYLES = (
    *("form/form.css", "navigation/navigation.css", "reading/reading.css", "check/check.css"),
    *("compare/compare.css", "workbook/workbook.css", "paper/paper.css", "paper/by_hand.css"),
    *("certificate/certificate.css", "checklist/checklist.css", "embed/embeds.css"),
    "template/template.css",
    "print.css",
)
EMBED_STYLES = ("form/form.css", "check/check.css", "embed/embed.css", "print.css")
# Only the pages of a session need these.
SESSION_STYLES = tuple(f"session/{name}.css" for name in ("session", "tapping", "notes", "cards"))


def page_script() -> str:
    """Return the classic script that wakes a whole page."""
    return _built("page.js")


def check_script() -> str:
    """Return the script to load instead on a page with the check, the plan or the certificate."""
    return _built("check.js")


def template_script() -> str:
    """Return the script to load instead on a page with a template."""
    return _built("template.js")


def change_script() -> str:
    """Return the script to load instead where one looks at one's own change."""
    return _built("change.js")


def session_script() -> str:
    """Return the classic script of a session's screens, which need no other."""
    return _built("session.js")


def lost_script() -> str:
    """Return the classic script of the page for a wrong address, for where it is a file."""
    return _built("lost.js")


def room_script() -> str:
    """Return the classic script of the pages of a session with phones."""
    return _built("room.js")


def launch_script() -> str:
    """Return the classic script of the first page of a package for learning systems."""
    return _built("launch.js")


def widget_module() -> str:
    """Return the module that anywidget loads."""
    return _built("widget.js")


def widget_loader() -> str:
    """Return the module that each widget carries: it loads the one that a notebook's share."""
    return _built("loader.js")


def check_module() -> str:
    """Return the module that anywidget loads for all that most notebooks need not."""
    return _built("check_widget.js")


def embed_script() -> str:
    """Return the classic script of a page that stands in a frame of somebody else's."""
    return _built("embed.js")


def element_script() -> str:
    """Return the classic script of elements for other people's pages; it lacks what they hold."""
    return _built("element.js")


def style_sheet() -> str:
    """Return the style sheet of all components, without comments and indents."""
    return _styles(STYLES)


def session_style_sheet() -> str:
    """Return what the pages of a session wear besides."""
    return _styles(SESSION_STYLES)


def plain_style_sheet(beside: Iterable[Path]) -> str:
    """Return the style sheet of a form alone, with others that stand beside it."""
    return _styles(("form/form.css", *beside))


def embed_style_sheet() -> str:
    """Return the style sheet of what stands in a frame on other people's pages."""
    return _styles(EMBED_STYLES)


def element_style_sheet() -> str:
    """Return the style sheet of an element, on which a page's own size of letters has no hold.

    Whoever wants larger letters gets them: a page can make them smaller than 16 pixels, not this.
    """
    lines = [":host{--rem:max(1rem,16px)}", *map(_sized, embed_style_sheet().splitlines())]
    return "\n".join(lines)


def _sized(line):
    is_fixed = line.startswith((":host", "@media"))
    return line if is_fixed else REM.sub(r"calc(\1*var(--rem))", line)


@cache
def _styles(names):
    written = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    return INDENT.sub("\n", COMMENT.sub("", written)).strip()


@cache
def _built(name):
    return (STATIC / name).read_text(encoding="utf-8")
