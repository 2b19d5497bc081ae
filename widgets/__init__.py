"""What a notebook may import, and nothing else."""

from importlib import import_module

# Each is imported when it is first asked for: a command that draws nothing needs none of Jupyter.
HOMES = {
    "Cards": "session",
    "Care": "reading",
    "Certificate": "certificate",
    "Checklist": "checklist",
    "Embeds": "embeds",
    "Glossary": "reading",
    "Navigation": "navigation",
    "OwnChange": "change",
    "OwnCheck": "reading",
    "PaperCheck": "reading",
    "Plan": "plan",
    "Quiz": "quiz",
    "ReadinessCheck": "readiness_check",
    "Reminders": "reminders",
    "Responsible": "reading",
    "Scenario": "scenario",
    "Session": "session",
    "SessionNotes": "session",
    "Sources": "reading",
    "Stories": "reading",
    "Template": "template",
    "Vignettes": "change",
}

__all__ = list(HOMES)


def __getattr__(name: str):
    """Return a widget's class by its name."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return what a notebook may import, for whoever presses Tab."""
    return __all__
