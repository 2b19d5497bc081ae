"""The scripts and the style sheet, joined for a page or for a widget."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# In the order they build on each other. Neither a widget nor a page opened from disk can import.
SCRIPTS = (
    *("storage", "outcomes", "question", "form", "path", "section"),
    *("earlier", "offer", "reminders", "memory", "navigation", "hide", "wake"),
)


@cache
def joined_scripts() -> str:
    """Return the scripts that wake a form as one text without imports or exports."""
    return "\n".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


def page_script() -> str:
    """Return the scripts as one classic script that wakes a whole page."""
    return f"(() => {{\n{joined_scripts()}\nwake(document);\n}})();\n"


def widget_module() -> str:
    """Return the scripts as the module that anywidget loads."""
    return f"{joined_scripts()}\nexport default {{ render }};\n"


@cache
def style_sheet() -> str:
    """Return the form's style sheet."""
    return (FOLDER / "form.css").read_text(encoding="utf-8")
