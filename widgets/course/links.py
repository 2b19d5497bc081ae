"""Where a link in a notebook leads."""

import posixpath
from pathlib import PurePosixPath


def resolved(notebook: str, link: str) -> str:
    """Return the place in notebooks/ that a link in one of its notebooks leads to."""
    steps = []
    for step in (*PurePosixPath(notebook).parent.parts, *link.split("/")):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def leading(notebook: str, to: str) -> str:
    """Return the link in one of the notebooks that leads to another."""
    return posixpath.relpath(to, posixpath.dirname(notebook) or ".")
