"""What editors of other people's pages copy: a link, a frame, an element, or words with a link."""

from html import escape

from widgets.course.model import Course
from widgets.course.words import EmbedWords
from widgets.forms.drawing import render

from .embed import FOLDER, SOMEWHERE, Embed, element_of, embeds


def draw_embeds(course: Course) -> str:
    """Return the choice of what to copy for which place, as HTML."""
    copied = {embed: _texts(embed, course.words.embed) for embed in embeds(course)}
    return render("embed/embeds.html", course, copied=copied, somewhere=SOMEWHERE)


def _texts(embed, words: EmbedWords):
    """Return what is copied, by its way."""
    return {
        "link": _page(embed),
        "frame": _frame(embed),
        "element": _element(embed),
        "words": _in_words(embed, words),
    }


def _page(embed: Embed):
    return f"{SOMEWHERE}{embed.address}.html"


def _frame(embed):
    kept = 'width="100%" height="1100" style="border: 0" loading="lazy"'
    return f'<iframe src="{_page(embed)}" title="{escape(embed.title)}" {kept}></iframe>'


def _element(embed):
    names = ["coproduction", *([f"quiz-{embed.quiz}"] if embed.quiz else [])]
    scripts = [f'<script defer src="{SOMEWHERE}{FOLDER}/{name}.js"></script>' for name in names]
    return "\n".join([*scripts, element_of(embed, SOMEWHERE)])


def _in_words(embed, words: EmbedWords):
    # A quiz stands by itself there; a lesson would have to be searched for it.
    if embed.quiz:
        return f"{words.quiz_in_words.format(title=embed.title)}\n{_page(embed)}"
    return f"{words.check_in_words}\n{SOMEWHERE}{embed.whole}.html"
