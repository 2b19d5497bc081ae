"""Rendered lessons -> the set of pages, the same whether served or written to a folder."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from widgets.course.lessons import READINESS_CHECK
from widgets.course.model import Course
from widgets.forms.assets import page_script, style_sheet
from widgets.forms.drawing import (
    draw_navigation,
    draw_objectives,
    number_of,
    place_of,
    templates_in,
)

TEMPLATES = Path(__file__).parent / "templates"
EMPTY = {"here": "", "place": "", "number": "", "navigation": "", "check_id": READINESS_CHECK}
NAVIGATION = "<!-- navigation -->"
HTML, NOT_FOUND = "text/html; charset=utf-8", "404"


@dataclass(frozen=True)
class Page:
    """What is sent for one address."""

    body: str
    content_type: str = HTML


@dataclass(frozen=True)
class Links:
    """How one page names another: `root` goes in front, `suffix` behind."""

    root: str = "/"
    suffix: str = ""
    home: str = "/"

    def page(self, name: str) -> str:
        """Return the link to a module or to the readiness check."""
        return f"{self.root}{name}{self.suffix}"

    def asset(self, name: str) -> str:
        """Return the link to a script, style sheet or picture, by its content."""
        return f"{self.root}{asset_address(name)}"


@cache
def assets() -> dict[str, Page]:
    """Return scripts, style sheet and picture by name."""
    page_css = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    mark = (TEMPLATES / "mark.svg").read_text(encoding="utf-8")
    return {
        "form.js": Page(page_script(), "text/javascript; charset=utf-8"),
        "style.css": Page(style_sheet() + page_css, "text/css; charset=utf-8"),
        "mark.svg": Page(mark, "image/svg+xml"),
    }


@cache
def asset_address(name: str) -> str:
    """Return an address that changes with the content, so that browsers may keep it for long."""
    digest = hashlib.sha256(assets()[name].body.encode()).hexdigest()[:10]
    stem, suffix = name.split(".")
    return f"static/{stem}-{digest}.{suffix}"


def make_pages(course: Course, lessons: dict[str, str | None], link: Links) -> dict[str, Page]:
    """Return every page by its address below the root; the home page's is empty.

    lessons holds the HTML of each notebook's cells by file name, None where it failed.
    """
    make = _PageMaker(course, link)
    pages = {asset_address(name): page for name, page in assets().items()}
    pages[""] = make.home()
    pages[NOT_FOUND] = make.message(course.words.not_found, course.words.not_found_why)
    for module in course.modules:
        pages[module.id] = make.lesson(lessons[module.notebook], module)
    pages[READINESS_CHECK] = make.check(lessons[course.readiness_check.notebook])
    return pages


def lesson_names(course: Course) -> dict[str, str]:
    """Return the page's name for each notebook of the course."""
    names = {module.notebook: module.id for module in course.modules}
    return names | {course.readiness_check.notebook: READINESS_CHECK}


class _PageMaker:
    def __init__(self, course, link):
        self.course, self.link = course, link

    def home(self):
        lessons = Markup(draw_navigation(self.course, address_of=self.link.page))
        return self._page("home.html", self.course.title, here="home", lessons=lessons)

    def lesson(self, cells, module):
        around = {
            "here": module.id,
            "place": place_of(self.course, module),
            "number": number_of(self.course, module),
            "navigation": Markup(draw_navigation(self.course, module, self.link.page)),
        }
        objectives = Markup(draw_objectives(self.course, module))
        return self._cells(cells, module.title, objectives=objectives, **around)

    def check(self, cells):
        title = self.course.readiness_check.title
        return self._cells(cells, title, here=READINESS_CHECK)

    def message(self, title, why, **around):
        return self._page("message.html", title, why=why, **around)

    def _cells(self, cells, title, *, objectives="", **around):
        if cells is None:
            words = self.course.words
            return self.message(words.lesson_broken, words.lesson_broken_why, **around)
        opening, _, rest = self._linked(cells).partition(NAVIGATION)
        parts = {"opening": Markup(opening), "rest": Markup(rest), "objectives": objectives}
        return self._page("lesson.html", title, **parts, **around)

    def _linked(self, cells):
        for notebook, name in lesson_names(self.course).items():
            link = rf'href="(?:\./)?{re.escape(notebook)}(#[^"]*)?"'
            cells = re.sub(link, rf'href="{self.link.page(name)}\1"', cells)
        return cells

    def _page(self, template, title, **names):
        known = EMPTY | names
        html = (
            templates_in(TEMPLATES)
            .get_template(template)
            .render(
                course=self.course, words=self.course.words, link=self.link, title=title, **known
            )
        )
        return Page(html)
