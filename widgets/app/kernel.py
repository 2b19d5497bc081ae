"""What running a notebook's cells may come to."""

import subprocess

# A kernel warns of connections to this very machine, and tells of its own end when interrupted.
# What its cells print and raise comes by another way.
QUIET = {"stderr": subprocess.DEVNULL}


class CellError(Exception):
    """A cell failed; says which, and why, in one line."""

    def __init__(self, notebook: str, number: int, name: str, value: str):
        super().__init__(f"{notebook}, cell {number}: {name}: {value}")
