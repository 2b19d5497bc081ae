"""What every page of a session with phones stands on: the course, where it is, and its look."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from widgets.course.model import Course
from widgets.forms.dates import day_in
from widgets.forms.drawing import direction_of, templates_in
from widgets.forms.reading.reading import draw_safety
from widgets.pages.links import SERVED, Links

from .assets import group_assets, group_style

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Here:
    """A course, and how its pages name each other."""

    course: Course
    links: Links = SERVED

    @cached_property
    def care(self) -> Markup:
        """Whom to ring now, how to pause, how to leave, and who to talk to, as HTML."""
        return Markup(draw_safety(self.course))

    def day(self, iso: str) -> str:
        """Return a day such as 2026-05-03 in words."""
        return day_in(self.course.language)(iso)

    def draw(self, template: str, at: str, title: str, **names) -> str:
        """Return a page, as it stands at an address below the course's root, as HTML."""
        links, assets = self.links.seen_from(at), group_assets()
        course, says = self.course, self.course.words.group
        html = (
            templates_in(FOLDER)
            .get_template(template)
            .render(
                address=at,
                asset=lambda name: links.asset(name, assets[name]),
                care=self.care,
                course=course,
                direction=direction_of(course.language),
                link=links,
                says=says,
                style=Markup(group_style()),
                title=title,
                words=course.words,
                **names,
            )
        )
        return "\n".join(line for line in html.splitlines() if line.strip())
