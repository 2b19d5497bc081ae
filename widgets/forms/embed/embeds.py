"""What editors of other people's pages copy: a link, a frame, or elements."""

from widgets.course.model import Course
from widgets.forms.drawing import render

from .embed import FOLDER, SOMEWHERE, embeds


def draw_embeds(course: Course) -> str:
    """Return the check and each quiz with what an editor copies, as HTML."""
    shown = {"embeds": embeds(course), "folder": FOLDER, "somewhere": SOMEWHERE}
    return render("embed/embeds.html", course, **shown)
