"""Rendered lessons -> the set of pages, the same whether served or written to a folder."""

import re
from dataclasses import dataclass, replace

from babel import Locale
from markupsafe import Markup

from widgets.course.lessons import READINESS_CHECK
from widgets.course.links import resolved
from widgets.course.model import Course
from widgets.forms.answers.answers import draw_answers
from widgets.forms.drawing import templates_in
from widgets.forms.navigation.navigation import (
    draw_navigation,
    draw_objectives,
    number_of,
    place_of,
)
from widgets.forms.reading.reading import draw_care, draw_short_path

from .assets import FOLDER, Asset, asset_address, page_assets

EMPTY = {"place": "", "number": "", "navigation": "", "check_id": READINESS_CHECK}
NAVIGATION = "<!-- navigation -->"
# What only the script with the check wakes.
OF_CHECK = ("data-take-away", "data-certificate")
NOT_FOUND = "404"
LINK = re.compile(r'href="(?!\w+:|//|#)([^"#]+)(#[^"]*)?"')


@dataclass(frozen=True)
class Links:
    """How one page names another: `root` goes in front, `suffix` behind."""

    root: str = "/"
    suffix: str = ""
    home: str = "/"

    def seen_from(self, address: str) -> "Links":
        """Return the links as they stand on the page at an address: a relative one climbs."""
        up = "" if self.root.startswith("/") else "../" * address.count("/")
        return replace(self, root=up + self.root, home=up + self.home)

    def page(self, address: str) -> str:
        """Return the link to a module, to a page or to the readiness check."""
        return f"{self.root}{address}{self.suffix}"

    def asset(self, name: str, asset: Asset) -> str:
        """Return the link to a script, a style sheet or the mark, by its content."""
        return f"{self.root}{asset_address(name, asset)}"


def make_pages(course: Course, lessons: dict[str, str | None], links: Links) -> dict[str, Asset]:
    """Return every page by its address below the root; the home page's is empty.

    lessons holds the HTML of each notebook's cells by its place in notebooks/, None where it
    failed.
    """
    assets = page_assets()
    make = _PageMaker(course, assets, links)
    pages = {asset_address(name, asset): asset for name, asset in assets.items()}
    pages[""] = make.home()
    pages[NOT_FOUND] = make.message(NOT_FOUND, course.words.not_found, course.words.not_found_why)
    for module in course.modules:
        pages[module.id] = make.lesson(lessons[module.notebook], module)
    for page in course.pages:
        pages[page.address] = make.beside(lessons, page.address, page)
    pages[READINESS_CHECK] = make.beside(lessons, READINESS_CHECK, course.readiness_check)
    return pages


class _PageMaker:
    def __init__(self, course, assets, links):
        self.course, self.assets, self.links = course, assets, links
        self.names = course.addresses
        self.care = Markup(draw_care(course))
        self.direction = Locale.parse(course.language, sep="-").text_direction

    def home(self):
        shown = {
            "lessons": Markup(draw_navigation(self.course, address_of=self.links.page)),
            "short_path": Markup(draw_short_path(self.course, self.links.page)),
            "memory": Markup(draw_answers(self.course)),
        }
        return self._page("", "home.html", self.course.title, **shown)

    def lesson(self, cells, module):
        around = {
            "place": place_of(self.course, module),
            "number": number_of(self.course, module),
            "navigation": Markup(draw_navigation(self.course, module, self.links.page)),
            "objectives": Markup(draw_objectives(self.course, module)),
        }
        return self._cells(module.id, cells, module, **around)

    def beside(self, lessons, address, page):
        return self._cells(address, lessons[page.notebook], page, objectives="")

    def message(self, address, title, why, **around):
        return self._page(address, "error_page.html", title, why=why, **around)

    def _cells(self, address, cells, taught, **around):
        if cells is None:
            words = self.course.words
            return self.message(address, words.lesson_broken, words.lesson_broken_why, **around)
        opening, _, rest = self._linked(address, taught.notebook, cells).partition(NAVIGATION)
        shown = {"opening": Markup(opening), "rest": Markup(rest)}
        shown["has_check"] = any(mark in cells for mark in OF_CHECK)
        shown["may_sting"] = address == READINESS_CHECK or self._has_story(taught)
        return self._page(address, "lesson.html", taught.title, **shown, **around)

    def _has_story(self, taught):
        return not {scenario.id for scenario in self.course.scenarios}.isdisjoint(taught.forms)

    def _linked(self, address, notebook, cells):
        """Lead the links of a notebook to pages."""
        links = self.links.seen_from(address)

        def led(match):
            name = self.names.get(resolved(notebook, match[1]))
            return f'href="{links.page(name)}{match[2] or ""}"' if name else match[0]

        return LINK.sub(led, cells)

    def _page(self, address, template, title, **names):
        links = self.links.seen_from(address)
        known = EMPTY | {"here": address or "home", "may_sting": False, "has_check": False} | names
        html = templates_in(FOLDER).get_template(template)
        body = html.render(
            course=self.course,
            direction=self.direction,
            words=self.course.words,
            link=links,
            asset=lambda name: links.asset(name, self.assets[name]),
            care=self.care,
            title=title,
            **known,
        )
        return Asset(body.encode())
