"""What stands in the cells of notebooks: HTML that does no harm, Python, ids that are there."""

import inspect

import pytest
from broken import messages, write_changed
from examples import FIRST, SECOND, notebook, write_examples

import widgets
from widgets.course.lessons import TAKES_AN_ID, WIDGETS

TAGS = "(write it in Markdown, or with one of: abbr, cite, details, kbd, mark, p, q, small, span,"
TAGS += " sub, summary, sup)"
A_TAG = "HTML: expected one of the tags that notebooks may hold, found"
WITHOUT = "HTML: expected a tag without it, found"
ASIDE = "HTML: expected what a page shows, found"
OUT = "(take it out)"
IN_TURN = "(take it out, or open and close in turn)"
NO_END = "HTML: expected no such end of a tag, found"
LINK = "link: expected a link to a source, a contact or a notebook, found"
LINK_CURE = "(begin it with https://, or name a file in notebooks/)"
UNKNOWN = "link: expected the address of a source or contact, found"
UNKNOWN_CURE = "(add it to sources or contacts in course.yml, or take the link out)"
PICTURE = "picture: expected a picture of the course's own, found"
PICTURE_CURE = "(put the picture into notebooks/images/ and show it from there)"


def course_with(folder, name, *cells):
    course_file = write_examples(folder)
    (folder / "notebooks" / name).write_text(notebook([*cells]), encoding="utf-8")
    return course_file


def told_of(folder, kind, source):
    """Return the faults of one more cell of the first lesson."""
    course_file = course_with(folder, "first.ipynb", (kind, source), *FIRST)
    start = "notebooks/first.ipynb:1: cell 1 > "
    told = messages(course_file)
    assert [line for line in told if not line.startswith(start)] == []
    return [line.removeprefix(start) for line in told]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<script>alert(1)</script>", f"{A_TAG} <script> {TAGS}"),
        ("a <script src=x></script> b", f"{A_TAG} <script> {TAGS}"),
        ('<meta http-equiv="refresh" content="0">', f"{A_TAG} <meta> {TAGS}"),
        ("<style>p {color: red}</style>", f"{A_TAG} <style> {TAGS}"),
        ("<input>", f"{A_TAG} <input> {TAGS}"),
        (
            "<input type=checkbox disabled> <input type=text disabled>",
            f"{WITHOUT} 'type' in <input> {OUT}",
        ),
        ("<iframe></iframe>", f"{A_TAG} <iframe> {TAGS}"),
        ('<img src="https://example.org/a.png">', f"{A_TAG} <img> {TAGS}"),
        ("<div>\n\nA\n\n</div>", f"{A_TAG} <div> {TAGS}"),
        ('<p onclick="x()">a</p>', f"{WITHOUT} 'onclick' in <p> {OUT}"),
        ("<sup style='color: red'>a</sup>", f"{WITHOUT} 'style' in <sup> {OUT}"),
        ("<span data-form>a</span>", f"{WITHOUT} 'data-form' in <span> {OUT}"),
        ("<!-- never shown -->", f"{ASIDE} '<!-- never shown …' {OUT}"),
        ("a <!-- b --> c", f"{ASIDE} '<!-- b …' {OUT}"),
        ("<!DOCTYPE html>", f"{ASIDE} '<!DOCTYPE html…' {OUT}"),
        ("<?php a ?>", f"{ASIDE} '<?php a ?…' {OUT}"),
        ("</div></main>", f"{NO_END} </div> {IN_TURN}"),
        ("a</span>", f"HTML: expected </p> first, found </span> {IN_TURN}"),
        (
            "<details>\n\nA",
            "HTML: expected tags that are closed, found <details> left open"
            " (write </details> after it in the same cell)",
        ),
        ("A <span>b", f"HTML: expected </span> first, found </p> {IN_TURN}"),
        ("[a](javascript:alert)", f"{LINK} 'javascript:alert' {LINK_CURE}"),
        ('<a href="javascript:alert(1)">a</a>', f"{LINK} 'javascript:alert(1)' {LINK_CURE}"),
        ("[a](data:text/html,a)", f"{LINK} 'data:text/html,a' {LINK_CURE}"),
        ("[a](//example.org)", f"{LINK} '//example.org' {LINK_CURE}"),
        ("[a](www.example.org)", f"{LINK} 'www.example.org' {LINK_CURE}"),
        ("[a](file:///etc/passwd)", f"{LINK} 'file:///etc/passwd' {LINK_CURE}"),
        ("[a](../course.yml)", f"{LINK} '../course.yml' {LINK_CURE}"),
        ("See https://example.org/x.", f"{UNKNOWN} 'https://example.org/x' {UNKNOWN_CURE}"),
        ('<a href="https://a.org">a</a>', f"{UNKNOWN} 'https://a.org' {UNKNOWN_CURE}"),
        ("![a](//example.org/a.png)", f"{PICTURE} '//example.org/a.png' {PICTURE_CURE}"),
        (
            "[a](#Nowhere)",
            "link: expected a place in that notebook, found '#Nowhere' (end it with a heading of"
            " that notebook, with hyphens for spaces)",
        ),
        (
            "From $5 to $6",
            "text: expected words, found signs of mathematics (write it in words, and a sign of"
            " money as \\$)",
        ),
    ],
)
def test_what_no_page_should_hold_is_told_with_its_cell(tmp_path, text, message):
    assert told_of(tmp_path, "markdown", text)[0] == message


@pytest.mark.parametrize("text", ["<div", "<p class=a", "<!-- a", "<p title='b>", "<![CDATA[a"])
def test_what_is_left_open_is_never_passed_over(tmp_path, text):
    assert told_of(tmp_path, "markdown", text) != []


@pytest.mark.parametrize(
    "text",
    [
        "<details>\n<summary>A</summary>\n\nB *c*\n\n</details>",
        'H<sub>2</sub>O, <abbr title="a &lt; b">c</abbr><br>d<br/>e',
        '<p class="writing-line"></p>',
        '<span lang="cy">Iawn</span>',
        '<a href="https://example.org/source">a</a>',
        "a < b, c > d & e, `<script>`, &lt;script&gt;",
        "```html\n<script>a</script>\n```",
        "|a|b|\n|:-|-:|\n|c|d|",
        "- [x] a\n- [ ] b",
        "A term\n: what it means",
        "~~a~~ **b** *c* `d`\n\n> e\n\n---\n\n3. f",
        "[a](#Try-it) [b](mailto:someone@example.org)",
        "It costs \\$5 or \\$6.",
    ],
)
def test_what_markdown_is_for_is_fine(tmp_path, text):
    assert told_of(tmp_path, "markdown", text) == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("Quiz('one'", "'(' was never closed"),
        ("return 1", "'return' outside function"),
        ("%matplotlib inline", "invalid syntax"),
        ("a = '\0'", "source code string cannot contain null bytes"),
        ("(" * 5000, "too many nested parentheses"),
    ],
)
def test_code_that_is_not_python_is_told_with_its_cell(tmp_path, code, message):
    assert told_of(tmp_path, "code", code) == [
        f"code: expected Python, found a mistake in it: {message}"
        " (mend it, and leave only what shows a widget)"
    ]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            'Navigation("third")',
            "Navigation: expected the id of a module, found 'third' (use one of: first, second)",
        ),
        (
            'Navigation("second")',
            "Navigation: expected the id of this lesson, found 'second' (use 'first')",
        ),
        (
            'Scenario("b-story")',
            "Scenario: expected the id of a scenario, found 'b-story' (use one of: a-story)",
        ),
        (
            "import widgets\nx = widgets.Quiz(quiz_id=1)\nx",
            "Quiz: expected the id of a quiz, found 1 (use one of: one-of-each, again)",
        ),
        (
            "Sources()",
            "Sources: expected the id of a module or address of a page, found nothing (use one of:"
            " first, second, plan, glossary, recall/1, sheet, meeting, meeting/notes)",
        ),
    ],
)
def test_an_id_in_code_that_the_course_lacks_is_told_with_its_cell(tmp_path, code, message):
    assert told_of(tmp_path, "code", f"from widgets import *\n{code}") == [message]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "from widgets import Qiuz",
            "code: expected one of Cards, Care, Certificate, Checklist, Embeds, Glossary,"
            " Navigation, OwnChange, OwnCheck, PaperCheck, Plan, Quiz, ReadinessCheck, Reminders,"
            " Responsible, Scenario, Session, SessionNotes, Sources, Stories, Template, Vignettes,"
            " found 'Qiuz' (mend the name)",
        ),
        (
            "Glossary()",
            "code: expected a name that is known, found 'Glossary' (import it in this cell or one"
            " before, or mend the name)",
        ),
        (
            'from widgets import Care\nCare("a")',
            "Care: expected no values, found 1 of them (take out what stands in its brackets)",
        ),
        (
            'from widgets import Vignettes\nVignettes("later")',
            "Vignettes: expected when it is asked, found 'later' (use one of: before, after)",
        ),
        (
            'from widgets import Sources\nSources("first", 2)',
            "Sources: expected one id, found 2 values (leave one in its brackets)",
        ),
    ],
)
def test_code_that_would_fail_for_its_names_is_told_with_its_cell(tmp_path, code, message):
    assert told_of(tmp_path, "code", code) == [message]


@pytest.mark.parametrize("call", ["OwnChange()", 'Vignettes("before")'])
def test_stories_that_the_course_lacks_are_told_of_where_they_would_be_shown(tmp_path, call):
    code = f"from widgets import *\n{call}"
    course_file = course_with(tmp_path, "first.ipynb", ("code", code), *FIRST)
    stories = course_file.parent / "notebooks/aside/recall-1.yml"
    text = stories.read_text(encoding="utf-8")
    stories.write_text(text[: text.index("vignettes:")], encoding="utf-8")
    assert messages(course_file) == [
        f"notebooks/first.ipynb:1: cell 1 > {call.split('(')[0]}: expected two vignettes beside a"
        " notebook, found none (write them, or take this out)"
    ]


def test_the_names_of_the_package_are_those_that_it_has():
    assert sorted(widgets.__all__) == WIDGETS
    for name in WIDGETS:
        taken = len(inspect.signature(getattr(widgets, name)).parameters)
        assert taken == (name in TAKES_AN_ID), name


@pytest.mark.parametrize(
    "code",
    [
        "from widgets import *\nSources('recall/1')",
        "from widgets import Sources as S\nname = 'first'\nS(name)",
        "import os.path as p, json\n[p.join(x, json.dumps(y)) for x, y in []]",
        "def f(a, *b, c=1, **d):\n    return a, b, c, d\nf(1)",
        "try:\n    display(In)\nexcept ValueError as error:\n    print(error)",
        "1 is 1",
    ],
)
def test_code_that_shows_what_is_there_is_fine(tmp_path, code, recwarn):
    assert told_of(tmp_path, "code", code) == []
    assert [*recwarn] == []


FIRST_WAY, SECOND_WAY = FIRST[-1][1], SECOND[-1][1]


@pytest.mark.parametrize(
    ("name", "cells", "message"),
    [
        (
            "first.ipynb",
            FIRST[:-1],
            "cell 13 > link: expected 'Next: Second lesson', found nothing"
            " (write [Next: Second lesson](second.ipynb) in the last cell)",
        ),
        (
            "second.ipynb",
            SECOND[:-1],
            "cell 5 > link: expected 'Previous: First lesson', found nothing"
            " (write [Previous: First lesson](first.ipynb) in the last cell)",
        ),
        (
            "first.ipynb",
            [*FIRST[:-1], ("markdown", "[Next: Another](second.ipynb)")],
            "cell 14 > link: expected 'Next: Second lesson', found 'Next: Another'"
            " (mend what it says)",
        ),
        (
            "second.ipynb",
            [*SECOND[:-1], ("markdown", "[Next: First lesson](first.ipynb)")],
            "cell 6 > link: expected 'Previous: First lesson', found 'Next: First lesson'"
            " (mend what it says)",
        ),
        (
            "second.ipynb",
            [*SECOND, ("markdown", "[Next: Second lesson](second.ipynb)")],
            "cell 7 > link: expected a link to the lesson before or after it, found"
            " 'Next: Second lesson' (take it out)",
        ),
    ],
)
def test_the_ways_between_lessons_are_there_and_right(tmp_path, name, cells, message):
    course_file = course_with(tmp_path, name, *cells)
    assert messages(course_file) == [f"notebooks/{name}:1: {message}"]


def test_the_ways_follow_the_order_of_the_course(tmp_path):
    course_file = write_changed(tmp_path, ("    title: Second lesson\n", "    title: The end\n"))
    assert messages(course_file) == [
        "notebooks/first.ipynb:1: cell 14 > link: expected 'Next: The end', found"
        " 'Next: Second lesson' (mend what it says)"
    ]


def test_in_another_language_the_ways_have_its_words(tmp_path):
    course_file = course_with(
        tmp_path, "first.ipynb", *FIRST[:-1], ("markdown", "[Weiter: Second lesson](second.ipynb)")
    )
    text = course_file.read_text(encoding="utf-8")
    course_file.write_text(text.replace("language: en-GB", "language: de"), encoding="utf-8")
    assert messages(course_file) == []


def test_a_notebook_that_the_course_does_not_name_is_told(tmp_path):
    course_file = course_with(tmp_path, "Untitled.ipynb", ("markdown", "# A"))
    (tmp_path / "notebooks" / ".ipynb_checkpoints").mkdir()
    checkpoint = tmp_path / "notebooks" / ".ipynb_checkpoints" / "first-checkpoint.ipynb"
    checkpoint.write_text("", encoding="utf-8")
    assert messages(course_file) == [
        "notebooks/Untitled.ipynb:1: notebook: expected a notebook that course.yml names, found"
        " 'Untitled.ipynb' (add it there, or take it away)"
    ]
