"""The scripts and the style sheet for a page or for a widget.

The scripts are bundled from the .js files next to what they wake: `npm --prefix .ci run build`.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
STATIC = FOLDER.parent / "static"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")
# In the order in which they overrule each other.
STYLES = (
    *("form/form.css", "navigation/navigation.css", "reading/reading.css", "check/check.css"),
    *("compare/compare.css", "workbook/workbook.css", "paper/paper.css", "paper/by_hand.css"),
    *("certificate/certificate.css", "checklist/checklist.css", "print.css"),
)


def page_script() -> str:
    """Return the classic script that wakes a whole page."""
    return _built("page.js")


def check_script() -> str:
    """Return the script to load instead on a page with the check, the plan or the certificate."""
    return _built("check.js")


def lost_script() -> str:
    """Return the classic script of the page for a wrong address, for where it is a file."""
    return _built("lost.js")


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
    """Return the module that anywidget loads for the check, the plan and the certificate."""
    return _built("check_widget.js")


@cache
def style_sheet() -> str:
    """Return the style sheet of all components, without comments and indents."""
    written = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
    return INDENT.sub("\n", COMMENT.sub("", written)).strip()


@cache
def _built(name):
    return (STATIC / name).read_text(encoding="utf-8")
