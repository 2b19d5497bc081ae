"""Rendered lessons -> the set of pages, the same whether served or written to a folder."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from widgets.course.lessons import READINESS_CHECK
from widgets.course.links import resolved
from widgets.course.model import Course
from widgets.forms.answers.answers import draw_answers
from widgets.forms.drawing import direction_of, templates_in
from widgets.forms.navigation.navigation import (
    draw_navigation,
    draw_objectives,
    number_of,
    place_of,
)
from widgets.forms.reading.reading import draw_safety, draw_short_path
from widgets.forms.workbook.workbook import draw_latest_check

from .assets import FOLDER, Asset, asset_address, page_assets
from .embed.embed_pages import Draw, element_scripts, embed_files, embed_pages
from .embed.oembed import discovery, embed_at
from .links import Links
from .lost import held_by_page
from .policy import page_policy

EMPTY = {
    **{"place": "", "number": "", "navigation": "", "check_id": READINESS_CHECK},
    **{"may_sting": False, "again": 0, "script": "page.js", "has_session": False},
}
# After how long a page that is not there yet asks again.
SECONDS = 1
NAVIGATION = "<!-- navigation -->"
# What only the script with the check wakes.
OF_CHECK = ("data-take-away", "data-certificate", "data-embeds")
OF_TEMPLATE = "data-template="
# What only the script of one's own change wakes.
OF_CHANGE = ("data-vignettes", "data-own-change")
# What has a script of its own, and what wears its style.
OF_SESSION = "data-session="
SESSION_STYLE = re.compile(r'class="coproduction coproduction-(session|notes|cards)"')
NOT_FOUND = "404"
LINK = re.compile(r'href="(?!\w+:|//|#)([^"#]+)(#[^"]*)?"')


def make_pages(
    course: Course, lessons: Iterable[tuple[str, str]], links: Links, public_url: str = ""
) -> dict[str, Asset]:
    """Return every page by its address below the root; the home page's is empty.

    lessons gives the place of each notebook in notebooks/ and the HTML of its cells; it may still
    wait for some, as what needs none is made first. public_url is where the pages will be, with a
    slash at its end, if that is known: links to them then say what a pasted one turns into.
    """
    make = PageMaker(course, links, public_url)
    pages = make.around() | {address: draw() for address, draw in make.elsewhere().items()}
    return pages | {make.names[name]: make.page(name, cells) for name, cells in lessons}


class PageMaker:
    """Makes the pages of a course one by one."""

    def __init__(self, course: Course, links: Links, public_url: str = ""):
        self.course, self.links, self.public_url = course, links, public_url
        self.assets = page_assets()
        self.names = course.addresses
        self.care = Markup(draw_safety(course))
        self.direction = direction_of(course.language)

    def around(self) -> dict[str, Asset]:
        """Return what no notebook is needed for: home, scripts, style, and the page for no page."""
        pages = {asset_address(name, asset): asset for name, asset in self.assets.items()}
        if self.links.are_to_files:
            pages |= embed_files(self.course, self.direction, self.public_url)
        return pages | {"": self._home(), NOT_FOUND: self.not_found()}

    def elsewhere(self) -> dict[str, Draw]:
        """Return what draws each page and script that stands on other people's pages."""
        pages = embed_pages(self.course, self.direction, self.links, self._discovery)
        return pages | element_scripts(self.course)

    def page(self, notebook: str, cells: str) -> Asset:
        """Return the page of a notebook from the HTML of its cells."""
        address, taught = self.names[notebook], self._taught(notebook)
        opening, _, rest = self._linked(address, notebook, cells).partition(NAVIGATION)
        shown = {"opening": Markup(opening), "rest": Markup(rest)}
        shown["script"] = _script_of(cells)
        shown["has_session"] = bool(SESSION_STYLE.search(cells))
        shown["may_sting"] = address == READINESS_CHECK or self._has_story(taught)
        return self._page(address, "lesson.html", taught.title, **shown, **self._place(taught))

    def broken(self, notebook: str) -> Asset:
        """Return the page in place of a notebook that failed."""
        words = self.course.words
        return self._instead(notebook, words.lesson_broken, words.lesson_broken_why)

    def coming(self, notebook: str) -> Asset:
        """Return the page in place of a notebook that is being made: it looks again by itself."""
        words = self.course.words
        return self._instead(notebook, words.lesson_coming, words.lesson_coming_why, again=SECONDS)

    def not_found(self, address: str = NOT_FOUND, root: str = "") -> Asset:
        """Return the page for an address that the course has not; as a file it suits any.

        root is where the course is, for an address that is not below it.
        """
        words = self.course.words
        if not self.links.are_to_files:
            return self._message(address, words.not_found, words.not_found_why, root=root)
        held = held_by_page(self.assets) | {"link": self.links.seen_from_anywhere()}
        why = words.not_found_why
        return self._page(address, "lost_page.html", words.not_found, why=why, **held)

    def _instead(self, notebook, title, why, **names):
        place = self._place(self._taught(notebook))
        return self._message(self.names[notebook], title, why, **names, **place)

    def _taught(self, notebook):
        course = self.course
        every = (*course.modules, *course.pages, course.readiness_check)
        return next(taught for taught in every if taught.notebook == notebook)

    def _place(self, taught):
        if taught not in self.course.modules:
            return {"objectives": ""}
        return {
            "place": place_of(self.course, taught),
            "number": number_of(self.course, taught),
            "navigation": Markup(draw_navigation(self.course, self.links.page, taught)),
            "objectives": Markup(draw_objectives(self.course, taught)),
        }

    def _home(self):
        shown = {
            "lessons": Markup(draw_navigation(self.course, self.links.page)),
            "short_path": Markup(draw_short_path(self.course, self.links.page)),
            "latest": Markup(draw_latest_check(self.course, self.links.page(READINESS_CHECK))),
            "memory": Markup(draw_answers(self.course)),
        }
        return self._page("", "home.html", self.course.title, **shown)

    def _message(self, address, title, why, **around):
        return self._page(address, "error_page.html", title, why=why, **around)

    def _has_story(self, taught):
        return not {scenario.id for scenario in self.course.scenarios}.isdisjoint(taught.forms)

    def _linked(self, address, notebook, cells):
        """Lead the links of a notebook to pages."""
        links = self.links.seen_from(address)

        def led(match):
            name = self.names.get(resolved(notebook, match[1]))
            return f'href="{links.page(name)}{match[2] or ""}"' if name else match[0]

        return LINK.sub(led, cells)

    def _discovery(self, address):
        """Return where it is said what a pasted link to a page turns into, if anywhere."""
        embed = embed_at(self.course, address)
        if not embed or not self.public_url:
            return ""
        return discovery(embed, self.public_url, self.links.are_to_files)

    def _page(self, address, template, title, root="", **names):
        links = self.links.seen_from(address, root)
        known = EMPTY | {
            "asset": lambda name: links.asset(name, self.assets[name]),
            "here": address or "home",
            "link": links,
            "policy": page_policy() if links.are_to_files else "",
            "discovery": self._discovery(address),
        }
        html = templates_in(FOLDER).get_template(template)
        body = html.render(
            course=self.course,
            direction=self.direction,
            words=self.course.words,
            care=self.care,
            title=title,
            **known | names,
        )
        return Asset(body.encode())


def _script_of(cells):
    if OF_SESSION in cells:
        return "session.js"
    if OF_TEMPLATE in cells:
        return "template.js"
    if any(mark in cells for mark in OF_CHANGE):
        return "change.js"
    return "check.js" if any(mark in cells for mark in OF_CHECK) else "page.js"
