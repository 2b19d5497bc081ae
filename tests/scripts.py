"""The scripts as they are written: what each imports, and a page on which they can be called."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "widgets"
STATIC = PACKAGE / "static"
# A style sheet's too.
IMPORT = re.compile(r"""^@?import .*?"(\..*)";$""", re.MULTILINE)
# Nothing listens there: the test answers itself.
HOST = "http://localhost:9"


def sources() -> list[Path]:
    """Return all scripts but the bundles made of them."""
    return sorted(path for path in PACKAGE.rglob("*.js") if STATIC not in path.parents)


def imported(script: Path) -> list[Path]:
    text = script.read_text(encoding="utf-8")
    return [(script.parent / name).resolve() for name in IMPORT.findall(text)]


def reached(script: Path) -> set[Path]:
    """Return a script with all that it imports, and they import, style sheets too."""
    found, waiting = set(), [script]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += imported(script)
    return found


def open_with(page, html: str, *names: str) -> None:
    """Show a page on which what these scripts export can be called by its name."""
    page.route(f"{HOST}/**", lambda route: _answer(route, html))
    page.goto(f"{HOST}/")
    for name in names:
        page.evaluate("async name => Object.assign(window, await import(name))", f"/{name}")


def _answer(route, html):
    path = route.request.url.removeprefix(f"{HOST}/")
    if path:
        route.fulfill(path=PACKAGE / path, content_type="text/javascript")
    else:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
