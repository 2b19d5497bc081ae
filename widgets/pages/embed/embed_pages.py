"""What stands on other people's pages: a page for each frame, and scripts for two elements."""

import base64
import hashlib
import json
from collections.abc import Callable
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
from widgets.forms.embed.embed import FOLDER, SOMEWHERE, draw_embed, embeds
from widgets.pages.assets import JAVASCRIPT, Asset
from widgets.pages.links import FILES, Links
from widgets.pages.policy import page_policy

from .oembed import described

ELEMENT = f"{FOLDER}/coproduction.js"
# The check in one file, which opens wherever it is copied to.
ALONE = "readiness-check-alone"
JSON = "application/json; charset=utf-8"
# What a script takes the place of when Python has filled it in.
HELD = '"HELD"'


def embed_pages(
    course: Course, direction: str, links: Links, discovery: Callable[[str], str]
) -> dict[str, Asset]:
    """Return by its address below the root each page for a frame, which holds all it needs.

    discovery says of an address where it is said what a pasted link to it turns into, if anywhere.
    """
    return {
        embed.address: _page(
            course,
            embed,
            direction,
            draw_embed(course, embed, links.seen_from(embed.address).page(embed.whole)),
            discovery(embed.address),
        )
        for embed in embeds(course)
    }


def embed_files(course: Course, direction: str, public_url: str) -> dict[str, Asset]:
    """Return what files need besides: the check in one file, and what pasted links turn into."""
    check, *_ = every = embeds(course)
    files = {ALONE: _page(course, check, direction, draw_embed(course, check, None), "")}
    for embed in every if public_url else ():
        said = json.dumps(described(course, embed, public_url, {}), ensure_ascii=False)
        files[f"{embed.address}.oembed.json"] = Asset(said.encode(), JSON)
    return files


def element_scripts(course: Course) -> dict[str, Asset]:
    """Return by its address the script of the elements, with the check, and one for each quiz."""
    check, *quizzes = embeds(course)
    held = {
        "style": element_style_sheet(),
        "check": draw_embed(course, check, _from_script(check), has_heading=False),
    }
    scripts = {ELEMENT: _script(element_script().replace(HELD, _in_script(held)))}
    for embed in quizzes:
        html = draw_embed(course, embed, _from_script(embed), has_heading=False)
        scripts[f"{FOLDER}/quiz-{embed.quiz}.js"] = _script(_quiz_script(embed.quiz, html))
    return scripts


def _from_script(embed):
    """Return a link as it is seen from a script; a server leads on from the name of a file."""
    return FILES.seen_from(ELEMENT).page(embed.whole)


def snippet(script: bytes, public_url: str) -> str:
    """Return the HTML that puts the check on a page, with its script's integrity."""
    digest = base64.b64encode(hashlib.sha384(script).digest()).decode()
    return (
        f'<script defer src="{public_url or SOMEWHERE}{ELEMENT}" integrity="sha384-{digest}"'
        ' crossorigin="anonymous"></script>\n'
        "<coproduction-readiness-check></coproduction-readiness-check>"
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


def _quiz_script(quiz_id, html):
    known = f"(document.coproductionQuizzes??={{}})[{_in_script(quiz_id)}]={_in_script(html)}"
    return f'{known};document.dispatchEvent(new Event("coproduction-quiz"));\n'


def _in_script(value):
    return json.dumps(value, ensure_ascii=False)


def _script(text):
    return Asset(text.encode(), JAVASCRIPT)
