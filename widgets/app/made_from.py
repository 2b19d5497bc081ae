"""What something is made from, as a digest that changes with it."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version

from widgets.course.loading import PACKAGE

# What draws a widget and makes a page of it, beside this package.
DRAWN_BY = ("anywidget", "ipywidgets", "jinja2", "mistune", "nbconvert", "voila")
SOURCE_CODE = {".py", ".js", ".css", ".html", ".j2", ".svg"}


def digest(content: bytes) -> str:
    """Return the digest of some content."""
    return hashlib.sha256(content).hexdigest()


def digest_of_all(contents: Iterable[bytes]) -> str:
    """Return the digest of contents in their order, together with that of what draws them."""
    return digest(" ".join([code_digest(), *map(digest, contents)]).encode())


@cache
def code_digest() -> str:
    """Return the digest of this package's code and of what it draws with."""
    code = sorted(path for path in PACKAGE.rglob("*") if path.suffix in SOURCE_CODE)
    contents = [digest(path.read_bytes()) for path in code]
    return digest(" ".join([*map(version, DRAWN_BY), *contents]).encode())
