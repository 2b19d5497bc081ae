"""What stands on other people's pages: a page for each frame, and scripts for two elements."""

import base64
import hashlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from markupsafe import Markup

from widgets.course.model import Course
from widgets.forms.assets import (
    element_script,
    element_style_sheet,
    embed_script,
    embed_style_sheet,
)
from widgets.forms.drawing import templates_in
from widgets.forms.embed.embed import FOLDER, SOMEWHERE, draw_embed, element_of, embeds
from widgets.pages.assets import JAVASCRIPT, Asset
from widgets.pages.links import FILES, Links
from widgets.pages.policy import page_policy

from .oembed import described

# Drawing takes a while, and most visitors ask for none of it.
Draw = Callable[[], Asset]
ELEMENT = f"{FOLDER}/coproduction.js"
# The check in one file, which opens wherever it is copied to.
ALONE = "readiness-check-alone"
JSON = "application/json; charset=utf-8"
# What a script takes the place of when Python has filled it in.
HELD = '"HELD"'


def embed_pages(
    course: Course, direction: str, links: Links, discovery: Callable[[str], str]
) -> dict[str, Draw]:
    """Return by its address below the root what draws each page for a frame, all it needs inside.

    discovery says of an address where it is said what a pasted link to it turns into, if anywhere.
    """

    def draw(embed):
        content = draw_embed(course, embed, links.seen_from(embed.address).page)
        return _page(course, embed, direction, content, discovery(embed.address))

    return {embed.address: partial(draw, embed) for embed in embeds(course)}


def embed_files(course: Course, direction: str, public_url: str) -> dict[str, Asset]:
    """Return what files need besides: the check in one file, and what pasted links turn into."""
    check, *_ = every = embeds(course)
    files = {ALONE: _page(course, check, direction, draw_embed(course, check, None), "")}
    for embed in every if public_url else ():
        said = json.dumps(described(course, embed, public_url, {}), ensure_ascii=False)
        files[f"{embed.address}.oembed.json"] = Asset(said.encode(), JSON)
    return files


def element_scripts(course: Course) -> dict[str, Draw]:
    """Return by its address what draws the script of the elements, and one for each quiz."""
    check, *quizzes = embeds(course)
    scripts = {
        f"{FOLDER}/quiz-{quiz.quiz}.js": partial(_quiz_script, course, quiz) for quiz in quizzes
    }
    return {ELEMENT: partial(_element_script, course, check)} | scripts


def _element_script(course, check):
    held = {"style": element_style_sheet(), "check": _in_element(course, check)}
    return _script(element_script().replace(HELD, _in_script(held)))


def _quiz_script(course, quiz):
    name, html = _in_script(quiz.quiz), _in_script(_in_element(course, quiz))
    known = f"(document.coproductionQuizzes??={{}})[{name}]={html}"
    return _script(f'{known};document.dispatchEvent(new Event("coproduction-quiz"));\n')


def _in_element(course, embed):
    # A link as it is seen from a script; a server leads on from the name of a file.
    return draw_embed(course, embed, FILES.seen_from(ELEMENT).page, has_heading=False)


def snippet(course: Course, script: bytes, public_url: str) -> str:
    """Return the HTML that puts the check on a page, with its script's integrity."""
    check, *_ = embeds(course)
    root = public_url or SOMEWHERE
    digest = base64.b64encode(hashlib.sha384(script).digest()).decode()
    return (
        f'<script defer src="{root}{ELEMENT}" integrity="sha384-{digest}"'
        f' crossorigin="anonymous"></script>\n{element_of(check, root)}'
    )


def _page(course, embed, direction, content, discovery):
    script, style = embed_script(), embed_style_sheet()
    policy = page_policy(script, style)
    html = (
        templates_in(Path(__file__).parent)
        .get_template("embed_page.html")
        .render(
            course=course,
            direction=direction,
            embed=embed,
            content=Markup(content),
            discovery=discovery,
            policy=policy,
            script=Markup(script),
            style=Markup(style),
        )
    )
    return Asset(html.encode(), policy=policy)


def _in_script(value):
    return json.dumps(value, ensure_ascii=False)


def _script(text):
    return Asset(text.encode(), JAVASCRIPT)
