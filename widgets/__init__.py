"""What a notebook may import, and nothing else."""

from .navigation import Navigation
from .quiz import Quiz
from .readiness_check import ReadinessCheck
from .reading import Care, Glossary, OwnCheck, Sources, Stories
from .reminders import Reminders
from .scenario import Scenario

__all__ = [
    "Care",
    "Glossary",
    "Navigation",
    "OwnCheck",
    "Quiz",
    "ReadinessCheck",
    "Reminders",
    "Scenario",
    "Sources",
    "Stories",
]
