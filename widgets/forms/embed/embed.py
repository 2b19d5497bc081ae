"""The check and each quiz, as they may stand on other people's pages: nothing of them is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from widgets.course.lessons import PLAN, READINESS_CHECK
from widgets.course.model import Course
from widgets.course.questions import TEXT_KINDS
from widgets.forms.check.check import drawn_first_part
from widgets.forms.drawing import direction_of, draw_form, render
from widgets.forms.quiz.quiz import drawn_quiz

# Where the check is on paper, for whoever has no script, if the course has that.
PAPER = f"{READINESS_CHECK}/paper"
# Where all of it is, below the root of the course.
FOLDER = "embed"
# Where the course is, as long as nobody has said.
SOMEWHERE = "https://your-address/"


@dataclass(frozen=True)
class Embed:
    """Something that may stand on other people's pages.

    `address` is its own, below the root; `whole` that of the page it comes from, and `source` that
    page's title.
    """

    address: str
    title: str
    lead: str
    whole: str
    source: str
    quiz: str = ""


def embeds(course: Course) -> list[Embed]:
    """Return what of a course may stand on other people's pages, the check first."""
    check = course.readiness_check
    lead = course.words.embed.check_why
    of_check = Embed(f"{FOLDER}/{READINESS_CHECK}", check.title, lead, READINESS_CHECK, check.title)
    # What is only written, or looks back at the plan, has no place where nothing is kept.
    quizzes = [q for q in course.quizzes if not (_is_written(q) or _is_of_plan(q))]
    return [of_check, *(_of_quiz(quiz, *_lesson_of(course, quiz.id)) for quiz in quizzes)]


def element_of(embed: Embed, root: str) -> str:
    """Return the HTML of its element; where no script fills that, a link is left.

    root is the address of the course, with a slash at its end.
    """
    name = "coproduction-quiz" if embed.quiz else "coproduction-readiness-check"
    which = f' quiz="{embed.quiz}"' if embed.quiz else ""
    return f"<{name}{which}>{link_to_whole(embed, root)}</{name}>"


def link_to_whole(embed: Embed, root: str) -> str:
    """Return the HTML of a link to the page that it comes from."""
    return f'<a href="{escape(root + embed.whole)}.html">{escape(embed.source)}</a>'


def draw_embed(
    course: Course, embed: Embed, link: Callable[[str], str] | None, has_heading: bool = True
) -> str:
    """Return it as HTML, asleep until a script wakes it.

    `link` gives the link to a page of the course; None is for where no way leads there. On somebody
    else's page, a heading would not know its place.
    """
    says = course.words.embed
    words = course.words.model_copy(update={"not_kept": says.not_kept, "asleep": says.asleep})
    apart = course.model_copy(update={"words": words})
    drawn = drawn_quiz(apart, apart.quiz(embed.quiz)) if embed.quiz else drawn_first_part(apart)
    around = {"embed": embed, "whole": link and link(embed.whole), "has_heading": has_heading}
    around |= {"asleep": _without_script(course, embed, link)}
    around |= {"direction": direction_of(course.language)}
    return render("embed/embed.html", apart, form=draw_form(drawn), **around)


def _without_script(course, embed, link):
    """Return titles and links of what can be used where no script runs."""
    pages = {embed.source: embed.whole} if link else {}
    if link and not embed.quiz:
        pages |= {page.title: page.address for page in course.pages if page.address == PAPER}
    return {title: link(address) for title, address in pages.items()}


def _is_written(quiz):
    return all(question.kind in TEXT_KINDS for question in quiz.questions)


def _is_of_plan(quiz):
    places = [place for question in quiz.questions for place in question.looks_back]
    return any(place.startswith(f"{PLAN}/") for place in places)


def _of_quiz(quiz, whole, source):
    return Embed(f"{FOLDER}/quiz/{quiz.id}", quiz.title, "", whole, source, quiz.id)


def _lesson_of(course, quiz_id):
    """Return address and title of the page that shows a quiz."""
    shown = next(taught for taught in (*course.modules, *course.pages) if quiz_id in taught.forms)
    return course.addresses[shown.notebook], shown.title
