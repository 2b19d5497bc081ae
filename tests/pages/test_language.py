"""A course in another language: every word and every date on every page is the course's own."""

import json
import re
import subprocess
from datetime import date
from html import unescape

import pytest
import ways_in
import yaml
from babel.dates import format_date, get_day_names, get_month_names
from examples import notebook, write_examples

from widgets.pages.links import SERVED
from widgets.pages.making import make_pages

LANGUAGE = "cy"
# Letters that no English word has.
MADE_UP = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπθρστυϝωχυζ")
FILLED_IN = re.compile(r"({\w+})")
# What names something else: by these keys, and written like an id or an address.
REFERENCES = {
    *("id", "kind", "notebook", "page", "address", "hide_address", "audience", "language"),
    *("then", "forms", "sources", "looks_back", "first_go", "place", "wording", "to", "pay"),
    *("about", "step", "way"),
}
NAME = re.compile(r"[a-z0-9][\w/.:@-]*(-[A-Z]{2})?")
CONDITIONS = {"when", "facts_asked_when"}
LINK = re.compile(r"(\]\(.*?\))")
PAPER = [
    ("markdown", "# On paper\n\nTo print."),
    ("code", "from widgets import PaperCheck, Certificate\nPaperCheck()"),
    ("code", "Certificate()"),
]
SAID_OF_A_PAGE = re.compile(
    r'\s(?:alt|aria-label|placeholder|title|data-heading|data-view)="(.*?)"'
)
NOT_READ = re.compile(
    r"<style.*?</style>|<script(?! type=\"text/(?:html|session)\").*?</script>|<!--.*?-->",
    re.DOTALL,
)
WORD = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def course_file(tmp_path_factory):
    course_file = write_examples(tmp_path_factory.mktemp("another") / "course")
    for file in course_file.parent.rglob("*.yml"):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if file == course_file:
            data["language"] = LANGUAGE
            data["pages"].append({"address": "paper", "title": "On paper", "notebook": "p.ipynb"})
        # JSON is YAML too.
        file.write_text(json.dumps(in_made_up_words(data), default=str), encoding="utf-8")
    (course_file.parent / "notebooks" / "p.ipynb").write_text(notebook(PAPER), encoding="utf-8")
    for file in course_file.parent.rglob("*.ipynb"):
        _rewrite(file)
    return course_file


@pytest.fixture(scope="module")
def site(course_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("another-site")
    command = [ways_in.BIN / "coproduction", "build", folder]
    subprocess.run(command, cwd=course_file.parent, check=True)
    return folder


def in_made_up_words(data, key=None):
    """Return plain values with every text in words that nobody has ever used."""
    if isinstance(data, dict):
        items = data.items()
        return {name: _value_in_made_up_words(value, name) for name, value in items}
    if isinstance(data, list):
        return [in_made_up_words(each, key) for each in data]
    refers = key in REFERENCES and isinstance(data, str) and NAME.fullmatch(data)
    return made_up(data) if isinstance(data, str) and not refers else data


def _value_in_made_up_words(value, key):
    own_answers = key == "answers" and isinstance(value, dict)
    return value if own_answers or key in CONDITIONS else in_made_up_words(value, key)


def made_up(text):
    pieces = FILLED_IN.split(text)
    return "".join(p if FILLED_IN.fullmatch(p) else p.lower().translate(MADE_UP) for p in pieces)


def _rewrite(file):
    """Translate what a notebook says; a link goes on to the same place."""
    book = json.loads(file.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            pieces = LINK.split(cell["source"])
            text = "".join(p if LINK.fullmatch(p) else made_up(p) for p in pieces)
            cell["source"] = text.replace("#Try-it", f"#{made_up('Try-it')}")
    file.write_text(json.dumps(book), encoding="utf-8")


def latin_words(html):
    """Return each word in Latin letters that a page shows or says, now or once it is awake."""
    read = NOT_READ.sub(" ", html)
    said = " ".join(SAID_OF_A_PAGE.findall(read))
    return set(WORD.findall(unescape(f"{re.sub('<[^>]*>', ' ', read)} {said}")))


def welsh_dates():
    names = [*get_month_names("wide", locale=LANGUAGE).values()]
    names += get_day_names("wide", locale=LANGUAGE).values()
    return {word for name in names for word in WORD.findall(name)}


def test_no_page_says_a_word_that_is_not_the_courses_own(site):
    pages = sorted(site.rglob("*.html"))
    assert [page.relative_to(site).as_posix() for page in pages] == [
        *("404.html", "embed/quiz/again.html", "embed/quiz/one-of-each.html"),
        *("embed/readiness-check.html", "first.html", "glossary.html", "index.html"),
        *("meeting/notes.html", "meeting.html", "paper.html", "plan.html"),
        *("readiness-check-alone.html", "readiness-check.html", "recall/1.html", "second.html"),
        "sheet.html",
    ]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert f'<html lang="{LANGUAGE}">' in html
        assert latin_words(html) <= welsh_dates(), page.name


def test_dates_that_python_writes_are_said_in_the_courses_language(site):
    assert "1 Tachwedd 2026" in (site / "first.html").read_text(encoding="utf-8")


def test_what_the_browser_adds_is_in_the_courses_language_too(site, page):
    page.goto((site / "readiness-check.html").as_uri())
    for question in ("all-stages", "equal-decisions", "jointly-responsible"):
        page.locator(f"#readiness-check--{question}--yes-fully").check()
    page.locator("[data-form=readiness-check] [data-check]").click()
    page.locator("[data-verdict]").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.locator("[data-make=spreadsheet]").click()
    shown = page.locator("body").inner_text()
    assert set(WORD.findall(shown)) <= welsh_dates()
    today = date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))
    said = format_date(today, "full", locale=LANGUAGE)
    assert page.locator("[data-latest-day]").inner_text() == said


@pytest.mark.parametrize(("language", "html"), [("ar", '"ar" dir="rtl"'), ("cy", '"cy"')])
def test_a_page_runs_the_way_of_its_language(examples, language, html):
    course = examples.model_copy(update={"language": language})
    pages = make_pages(course, dict.fromkeys(course.addresses, "").items(), SERVED)
    for address, page in pages.items():
        if page.content_type.startswith("text/html"):
            assert f"<html lang={html}>" in page.body.decode(), address
