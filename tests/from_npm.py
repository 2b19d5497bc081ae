"""What tests take from npm: systems and readers that others made, and schemas."""

import os
from pathlib import Path

import pytest

MODULES = Path(__file__).parents[1] / ".ci" / "node_modules"


def from_npm(place: str) -> Path:
    """Return a file or folder of a package; where none is installed the test is skipped."""
    if not (MODULES / place).exists():
        message = "run `npm ci --prefix .ci`"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return MODULES / place
