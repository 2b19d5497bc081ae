"""What running a notebook's cells may come to."""

import subprocess

# A kernel warns of connections to this very machine, and tells of its own end when interrupted.
# What its cells print and raise comes by another way.
QUIET = {"stderr": subprocess.DEVNULL}


class CellError(Exception):
    """A notebook failed; says in one line at which place, and why."""

    def __init__(self, notebook: str, place: str, name: str, value: str):
        super().__init__(" ".join(f"{notebook}, {place}: {name}: {value}".split()))
