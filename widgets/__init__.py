"""What a notebook may import, and nothing else."""

from .certificate import Certificate
from .navigation import Navigation
from .plan import Plan
from .quiz import Quiz
from .readiness_check import ReadinessCheck
from .reading import Care, Glossary, OwnCheck, PaperCheck, Sources, Stories
from .reminders import Reminders
from .scenario import Scenario

__all__ = [
    "Care",
    "Certificate",
    "Glossary",
    "Navigation",
    "OwnCheck",
    "PaperCheck",
    "Plan",
    "Quiz",
    "ReadinessCheck",
    "Reminders",
    "Scenario",
    "Sources",
    "Stories",
]
