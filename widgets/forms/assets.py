"""The scripts and the style sheet, joined for a page or for a widget."""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# In the order they build on each other. Neither a widget nor a page opened from disk can import.
SCRIPTS = (
    *("memory/storage", "forms/form/outcomes", "memory/days", "memory/history"),
    *("forms/form/question", "forms/form/form", "forms/scenario/path", "forms/form/section"),
    *("forms/form/earlier", "files/offer", "files/calendar_file", "forms/reminders/reminders"),
    *("forms/answers/answers", "forms/navigation/navigation", "pages/hide", "forms/wake"),
)
CHECK_SCRIPTS = (
    *("forms/plan/plan", "forms/workbook/moved", "forms/workbook/workbook"),
    *("forms/workbook/latest", "forms/workbook/look_again", "files/lines", "files/spreadsheet"),
    *("files/zip", "files/word", "forms/workbook/take_away", "forms/certificate/certificate"),
    "forms/check_parts",
)
# In the order in which they overrule each other.
STYLES = (
    *("form/form.css", "navigation/navigation.css", "reading/reading.css", "check/check.css"),
    *("workbook/workbook.css", "paper/paper.css", "certificate/certificate.css", "print.css"),
)


def page_script() -> str:
    """Return the scripts as one classic script that wakes a whole page.

    What it declares is there for a second script too.
    """
    return f"{joined_scripts(SCRIPTS)}\nwake(document);\n"


def check_script(word: dict) -> str:
    """Return what only the check and the plan need, as a second classic script for a page.

    word holds the parts of a Word document that the browser fills.
    """
    return f"{_for_check(word)}\nwakeParts(document, CHECK_PARTS);\n"


def widget_module() -> str:
    """Return the scripts as the module that anywidget loads."""
    return f"{joined_scripts(SCRIPTS)}\nexport default {{ render }};\n"


def check_module(word: dict) -> str:
    """Return the module that anywidget loads for the check and the plan."""
    scripts = f"{joined_scripts(SCRIPTS)}\n{_for_check(word)}"
    return f"{scripts}\nObject.assign(PARTS, CHECK_PARTS);\nexport default {{ render }};\n"


def _for_check(word):
    return f"const WORD = {json.dumps(word)};\n{joined_scripts(CHECK_SCRIPTS)}"


@cache
def joined_scripts(names: tuple[str, ...]) -> str:
    """Return scripts as one text without imports or exports."""
    return "\n".join((FOLDER.parent / f"{name}.js").read_text(encoding="utf-8") for name in names)


@cache
def style_sheet() -> str:
    """Return the style sheet of all components."""
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
