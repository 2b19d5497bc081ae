"""The scripts and the style sheet, joined for a page or for a widget."""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# In the order they build on each other. Neither a widget nor a page opened from disk can import.
SCRIPTS = (
    *("storage", "outcomes", "days", "history", "question", "form", "path", "section"),
    *("earlier", "offer", "calendar_file", "reminders", "memory", "navigation", "hide", "wake"),
)
CHECK_SCRIPTS = (
    *("plan", "moved", "whole", "latest", "look_again"),
    *("lines", "spreadsheet", "zip", "word", "take_away", "certificate", "check_parts"),
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
    return "\n".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names)


@cache
def style_sheet() -> str:
    """Return the form's style sheet."""
    return (FOLDER / "form.css").read_text(encoding="utf-8")
