"""What editors of other people's pages copy: a link, a frame, or elements."""

from html import escape

from widgets.course.model import Course
from widgets.forms.drawing import render

from .embed import FOLDER, SOMEWHERE, Embed, element_of, embeds


def draw_embeds(course: Course) -> str:
    """Return the check and each quiz with what an editor copies, as HTML."""
    copied = [(embed, _page(embed), _frame(embed), _element(embed)) for embed in embeds(course)]
    return render("embed/embeds.html", course, copied=copied, somewhere=SOMEWHERE)


def _page(embed: Embed):
    return f"{SOMEWHERE}{embed.address}.html"


def _frame(embed):
    kept = 'width="100%" height="1100" loading="lazy"'
    return f'<iframe src="{_page(embed)}" title="{escape(embed.title)}" {kept}></iframe>'


def _element(embed):
    names = ["coproduction", *([f"quiz-{embed.quiz}"] if embed.quiz else [])]
    scripts = [f'<script defer src="{SOMEWHERE}{FOLDER}/{name}.js"></script>' for name in names]
    return "\n".join([*scripts, element_of(embed, SOMEWHERE)])
