"""What running a notebook's cells may come to."""

# A kernel warns of each connection that is not encrypted; it only talks to this machine.
QUIET_KERNEL = ["--log-level=ERROR"]


class CellError(Exception):
    """A cell failed; says which, and why, in one line."""

    def __init__(self, notebook: str, number: int, name: str, value: str):
        super().__init__(f"{notebook}, cell {number}: {name}: {value}")
