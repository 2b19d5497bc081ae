"""Why a course can't be exported."""


class PackageError(Exception):
    """A course can't be packed; says in one line why, and what to do."""
