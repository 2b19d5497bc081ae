"""What tests take from npm: systems and readers that others made, and schemas."""

from pathlib import Path

from conftest import missing

MODULES = Path(__file__).parents[1] / ".ci" / "node_modules"


def from_npm(place: str) -> Path:
    """Return a file or folder of a package; where none is installed the test is skipped."""
    if not (MODULES / place).exists():
        missing("run `npm ci --prefix .ci`")
    return MODULES / place
