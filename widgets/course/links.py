"""Where a link in a notebook leads."""

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
