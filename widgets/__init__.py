"""What a notebook may import, and nothing else."""

from .navigation import Navigation
from .quiz import Quiz
from .readiness_check import ReadinessCheck

__all__ = ["Navigation", "Quiz", "ReadinessCheck"]
