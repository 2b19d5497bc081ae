import json
import os
from pathlib import Path

import pytest
from broken import messages, place, replace, write_changed
from examples import FIRST, GLOSSARY, RECALL, SECOND, notebook, write_examples

from widgets.course.lessons import READINESS_CHECK, read_lesson
from widgets.course.loading import check_course

IMPORT = "from widgets import *"
LINKED = "[a source](https://example.org/source)"
UNKNOWN = "(add it to sources or contacts in course.yml, or take the link out)"
CHECK_NOTEBOOK = "notebook: readiness-check.ipynb"
FORMS = "forms: [one-of-each, a-story, readiness-check]"
FORMS_CURE = "(list what the notebook shows, in its order, or change the notebook)"


def read(folder, *cells):
    path = folder / "lesson.ipynb"
    path.write_text(indented(notebook(list(cells))), encoding="utf-8")
    return read_lesson(path)


def indented(text):
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False)


def course_with(folder, name, *cells):
    course_file = write_examples(folder / "course")
    path = course_file.parent / "notebooks" / name
    path.write_text(indented(notebook(list(cells))), encoding="utf-8")
    return course_file


def course_with_first(folder, *cells):
    return course_with(folder, "first.ipynb", *cells)


def in_last_cell(course_file, name, text):
    path = course_file.parent / "notebooks" / name
    count = len(json.loads(path.read_text(encoding="utf-8"))["cells"])
    return f"{place_in(course_file, name, text)}: cell {count} > "


def place_in(course_file, name, text):
    notebook_file = course_file.parent / "notebooks" / name
    return place(notebook_file, text).replace(notebook_file.name, f"notebooks/{name}")


def linked(lesson):
    return [link.address for link in lesson.links]


def test_forms_are_read_from_code_in_their_order(tmp_path):
    lesson = read(
        tmp_path,
        ("code", "from widgets import Quiz, ReadinessCheck"),
        ("code", "check = ReadinessCheck()\ncheck"),
        ("markdown", "Quiz('in-the-text')"),
        ("code", "quiz = Quiz('one')\nquiz"),
        ("code", 'Quiz("two")'),
        ("code", "# Quiz('in-a-comment')\n'Quiz(1)'"),
    )
    assert lesson.forms == [READINESS_CHECK, "one", "two"]


@pytest.mark.parametrize(
    "code",
    [
        "from IPython.display import display\ndisplay(Quiz('one'))\nQuiz('two')",
        "if True:\n    display(Quiz('one'))\nQuiz('two')",
    ],
)
def test_forms_of_one_cell_keep_their_order_however_deep_they_stand(tmp_path, code):
    assert read(tmp_path, ("code", code)).forms == ["one", "two"]


def test_code_that_is_not_python_shows_no_form(tmp_path):
    assert read(tmp_path, ("code", "Quiz('one'"), ("code", "Quiz('two')")).forms == ["two"]


@pytest.mark.parametrize("code", ["-" * 100_000 + "1", "1" + " + 1" * 5000, "(" * 5000])
def test_code_too_deep_to_parse_is_no_reason_to_fail(tmp_path, code):
    assert read(tmp_path, ("code", code), ("code", "Quiz('one')")).forms == ["one"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](https://a.org)", ["https://a.org"]),
        ("[a](http://a.org/b?c=d#e)", ["http://a.org/b?c=d#e"]),
        ("<https://a.org>", ["https://a.org"]),
        ("[a](mailto:a@b.org)", ["mailto:a@b.org"]),
        ("[a](https://a.org) and [b](https://b.org)", ["https://a.org", "https://b.org"]),
        ('[a](https://a.org "A title")', ["https://a.org"]),
        ("[a](https://a.org/b_(c))", ["https://a.org/b_(c)"]),
        ("[a](b.ipynb) [c](#d)", ["b.ipynb", "#d"]),
        ("See https://a.org.", ["https://a.org"]),
        ('<a href="https://a.org">a</a>', ["https://a.org"]),
        ("`[a](https://a.org)`", []),
    ],
)
def test_links_are_read_from_text_as_a_page_shows_it(tmp_path, text, links):
    assert linked(read(tmp_path, ("markdown", text))) == links


def test_links_in_code_are_nobody_s_to_follow(tmp_path):
    assert linked(read(tmp_path, ("code", "# [a](https://a.org)"))) == []


def test_each_link_has_its_line_in_the_notebook(tmp_path):
    text = "# Title\n\n[longer](https://a.org/b)\n\n[shorter](https://a.org)"
    path = tmp_path / "lesson.ipynb"
    cell = {"cell_type": "markdown", "source": text.splitlines(keepends=True)}
    path.write_text(json.dumps({"cells": [cell], "nbformat": 4}, indent=1), encoding="utf-8")
    links = [(link.address, link.cell, link.line) for link in read_lesson(path).links]
    assert links == [("https://a.org/b", 1, 8), ("https://a.org", 1, 10)]


SAVE_AGAIN = "(open it in JupyterLab and save it again, or bring back an older copy)"
BRING_BACK = "(bring back an older copy, or copy another notebook)"
NO_CELLS = f"1: notebook: expected a notebook, found no list of cells {SAVE_AGAIN}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", f"1: notebook: expected a notebook, found an empty file {BRING_BACK}"),
        (b" \n", f"1: notebook: expected a notebook, found an empty file {BRING_BACK}"),
        (
            b"\xef\xbb\xbf{}",
            "1: notebook: expected a notebook, found a byte-order mark before it"
            " (save it without one, as UTF-8, or open it in JupyterLab and save it again)",
        ),
        (
            b'{\n<<<<<<< HEAD\n "cells": []\n=======\n>>>>>>> theirs\n}',
            "2: notebook: expected one version of the file, found the mark of a conflict,"
            " '<<<<<<<' (keep one of the two versions, and take these marks out)",
        ),
        (
            b'{\n"cells": [',
            "2: notebook: expected well-formed JSON, found a mistake in it: Expecting value"
            f" {SAVE_AGAIN}",
        ),
        (b"[]", NO_CELLS),
        (b"12", NO_CELLS),
        (b'"cells"', NO_CELLS),
        (b'{"cells": 1}', NO_CELLS),
        (
            b'{"cells": "\xff"}',
            "1: notebook: expected UTF-8 text, found the byte 0xFF (save the file with the"
            " encoding UTF-8)",
        ),
        (
            b"[" * 100_000,
            f"1: notebook: expected a few levels, found far too many levels {SAVE_AGAIN}",
        ),
        (
            b"[" * 200 + b"]" * 200,
            f"1: notebook: expected a few levels, found far too many levels {SAVE_AGAIN}",
        ),
        (
            b"9" * 5000,
            f"1: notebook: expected numbers of a few digits, found a far longer one {SAVE_AGAIN}",
        ),
        (
            b'{"a": "NaN",\n"nbformat_minor": NaN}',
            f"2: notebook: expected numbers of a few digits, found NaN {SAVE_AGAIN}",
        ),
        (b'{"cells": []}', f"1: nbformat: expected 4, found nothing {SAVE_AGAIN}"),
        (b'{"cells": [],\n"nbformat": 3}', f"2: nbformat: expected 4, found 3 {SAVE_AGAIN}"),
    ],
    ids=lambda content: repr(content[:24]) if isinstance(content, bytes) else "",
)
def test_a_file_that_is_no_notebook_is_reported(tmp_path, content, message):
    course_file = write_examples(tmp_path / "course")
    (course_file.parent / "notebooks" / "first.ipynb").write_bytes(content)
    assert messages(course_file) == [f"notebooks/first.ipynb:{message}"]


def test_a_notebook_that_does_not_exist_is_reported(tmp_path):
    change = ("notebook: first.ipynb", "notebook: frist.ipynb")
    course_file = write_changed(tmp_path, change)
    assert messages(course_file) == [
        f"{place(course_file, 'notebook: frist')}: module 'first' > notebook:"
        " expected a file in notebooks/, found no 'frist.ipynb' there"
        " (add the file, or mend its name)",
    ]


@pytest.mark.parametrize(("make", "found"), [(Path.mkdir, "a folder"), (os.mkfifo, "a pipe")])
def test_what_is_no_file_in_place_of_a_notebook_is_reported(tmp_path, make, found):
    course_file = write_examples(tmp_path / "course")
    path = course_file.parent / "notebooks" / "readiness-check.ipynb"
    path.unlink()
    make(path)
    assert messages(course_file) == [
        "notebooks/readiness-check.ipynb:1: notebook: expected a file that can be read, found"
        f" {found} (take it away, and bring the notebook back)"
    ]


@pytest.mark.parametrize(
    ("old", "path"),
    [
        ("    notebook: second.ipynb", "module 'second'"),
        ("title: Readiness check\nnotebook: readiness-check.ipynb", "readiness_check"),
        (" notebook: glossary.ipynb", "page 'glossary'"),
    ],
)
def test_a_notebook_used_twice_is_reported(tmp_path, old, path):
    new = old.replace(old.split()[-1], "first.ipynb")
    course_file = write_changed(tmp_path, (old, f"{new} # again" if path[0] in "mr" else new))
    line = place(course_file, "# again" if path[0] in "mr" else "{address: glossary")
    assert messages(course_file)[0] == (
        f"{line}: {path} > notebook: expected a notebook of its own, found 'first.ipynb' again"
        " (give each its own notebook)"
    )


@pytest.mark.parametrize("name", ["../first.ipynb", "/etc/passwd", "a/../../b.ipynb", "~/b.ipynb"])
def test_nothing_outside_the_folder_of_notebooks_is_looked_at(tmp_path, name):
    change = ("notebook: first.ipynb", f"notebook: {name}")
    course_file = write_changed(tmp_path, change)
    assert messages(course_file) == [
        f"{place(course_file, f'notebook: {name}')}: module 'first' > notebook:"
        f" expected the name of a notebook, found '{name}'"
        " (give a file in notebooks/, such as 00-name.ipynb)"
    ]


@pytest.mark.parametrize(
    "forms",
    [
        "readiness-check, a-story, one-of-each",
        "one-of-each, a-story",
        "one-of-each, readiness-check, a-story",
        "one-of-each, one-of-each, a-story, readiness-check",
    ],
)
def test_forms_must_be_those_of_the_notebook_in_its_order(tmp_path, forms):
    course_file = write_changed(tmp_path, (FORMS, f"forms: [{forms}]"))
    assert messages(course_file) == [
        f"{place(course_file, f'forms: [{forms}]')}: module 'first' > forms: expected the forms its"
        f" notebook shows (one-of-each, a-story, readiness-check), found {forms} {FORMS_CURE}"
    ]


def test_a_notebook_without_its_forms_is_reported(tmp_path):
    cells = [("markdown", f"{LINKED}\n\n## Try it"), FIRST[-1]]
    course_file = course_with_first(tmp_path, *cells)
    assert messages(course_file) == [
        f"{place(course_file, FORMS)}: module 'first' > forms: expected the forms its notebook"
        f" shows (none), found one-of-each, a-story, readiness-check {FORMS_CURE}"
    ]


def test_the_forms_of_a_page_must_be_those_of_its_notebook(tmp_path):
    course_file = course_with(
        tmp_path, "aside/recall-1.ipynb", *RECALL, ("code", f"{IMPORT}\nReadinessCheck()")
    )
    assert messages(course_file) == [
        f"{place(course_file, '{address: recall/1')}: page 'recall/1' > forms: expected the forms"
        f" its notebook shows (again, readiness-check), found again {FORMS_CURE}"
    ]


def test_a_page_that_asks_nothing_needs_no_forms(tmp_path):
    course_file = course_with(
        tmp_path, "glossary.ipynb", *GLOSSARY, ("code", f'{IMPORT}\nQuiz("again")')
    )
    assert messages(course_file) == [
        f"{place(course_file, '{address: glossary')}: page 'glossary' > forms: expected the forms"
        f" its notebook shows (again), found none {FORMS_CURE}"
    ]


def test_a_page_that_links_to_a_source_must_list_it(tmp_path):
    course_file = course_with(tmp_path, "aside/recall-1.ipynb", *RECALL, ("markdown", LINKED))
    assert messages(course_file) == [
        f"{place(course_file, '{address: recall/1')}: page 'recall/1' > sources: expected"
        " 'a-source', which its notebook links to, found no such source in its list (add it)"
    ]
    replace(course_file, ("forms: [again]}", "forms: [again], sources: [a-source]}"))
    assert messages(course_file) == []


def test_a_page_must_link_to_the_sources_it_lists(tmp_path):
    change = ("forms: [again]}", "forms: [again], sources: [a-source]}")
    course_file = write_changed(tmp_path, change)
    assert messages(course_file) == [
        f"{place(course_file, 'sources: [a-source]}')}: page 'recall/1' > sources: expected sources"
        " its notebook links to, found 'a-source' (link to it in the notebook, or take it out)"
    ]


def test_the_notebook_of_the_readiness_check_must_show_it(tmp_path):
    course_file = write_examples(tmp_path / "course")
    replace(
        course_file.parent / "notebooks" / "readiness-check.ipynb",
        ("\\nReadinessCheck()", "\\n1"),
    )
    assert messages(course_file) == [
        f"{place(course_file, CHECK_NOTEBOOK)}: readiness_check > notebook: expected a notebook"
        " that shows the check, found no form (show ReadinessCheck() in it once, and no quiz)"
    ]


def test_a_link_to_an_address_that_nobody_vouches_for_has_its_line_in_the_notebook(tmp_path):
    address = "https://example.org/elsewhere"
    course_file = course_with_first(tmp_path, *FIRST, ("markdown", f"[elsewhere]({address})"))
    assert messages(course_file) == [
        f"{in_last_cell(course_file, 'first.ipynb', address)}link: expected the address of a source"
        f" or contact, found '{address}' {UNKNOWN}"
    ]


@pytest.mark.parametrize(
    "link", ["[a team](mailto:team@example.org)", "[a line](https://example.org/line)"]
)
@pytest.mark.parametrize(
    ("name", "cells"),
    [("first.ipynb", FIRST), ("second.ipynb", SECOND), ("aside/recall-1.ipynb", RECALL)],
)
def test_a_contact_or_helpline_may_be_linked_to_from_anywhere(tmp_path, name, cells, link):
    assert messages(course_with(tmp_path, name, *cells, ("markdown", link))) == []


def test_a_source_that_its_notebook_does_not_link_to_is_reported(tmp_path):
    course_file = write_changed(
        tmp_path, ("    sources: []", "    sources: [a-source]\n    # here")
    )
    line = place(course_file, "sources: [a-source]\n    # here")
    assert messages(course_file) == [
        f"{line}: module 'second' > sources: expected sources its notebook links to,"
        " found 'a-source' (link to it in the notebook, or take it out)"
    ]


def test_a_source_that_a_notebook_links_to_must_be_listed(tmp_path):
    course_file = write_changed(tmp_path, ("    sources: [a-source]", "    sources: [] # here"))
    assert messages(course_file) == [
        f"{place(course_file, '# here')}: module 'first' > sources: expected 'a-source', which its"
        " notebook links to, found no such source in its list (add it)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{id: a-source,", "{id: [a],", "source 'https://example.org/source' > id"),
        ("{id: a-source,", "{id: {a: b},", "source 'https://example.org/source' > id"),
        (
            'address: "https://example.org/source"',
            "address: [a]",
            "source 'a-source' > address",
        ),
        (
            'address: "mailto:team@example.org"',
            "address: {a: b}",
            "contact 'a-team' > address",
        ),
    ],
)
def test_a_source_or_contact_of_the_wrong_shape_is_reported_like_any_part(tmp_path, old, new, path):
    faults = check_course(write_changed(tmp_path, (old, new)))
    assert path in [fault.path for fault in faults if fault.expected == "text"]


def test_a_source_without_an_id_is_not_asked_for_by_a_name_it_has_not(tmp_path):
    course_file = write_changed(tmp_path, ("  - {id: a-source, ", "  - {"))
    assert messages(course_file) == [
        f"{place(course_file, 'sources: [a-source]')}: module 'first' > source 1: expected the"
        " id of one of the sources, found 'a-source' (mend the id, or add what it names)",
        f"{place(course_file, '{title: A source')}: source 'https://example.org/source' > id:"
        " expected this key, found nothing (add it)",
    ]


def test_faults_of_notebooks_come_after_those_of_the_course(tmp_path):
    cells = [("markdown", "[elsewhere](https://example.org/elsewhere)"), *FIRST[1:]]
    course_file = course_with_first(tmp_path, *cells)
    replace(course_file, ("    minutes: 3\n", "    minutes: 0\n"))
    faults = check_course(course_file)
    assert [f"{fault.file}:{fault.line}" for fault in faults] == [
        place(course_file, "sources: [a-source]"),
        place(course_file, "minutes: 0"),
        place_in(course_file, "first.ipynb", "https://example.org/elsewhere"),
    ]


def test_each_notebook_has_its_own_file_in_its_faults(tmp_path):
    course_file = course_with_first(tmp_path, *FIRST, ("markdown", "[on](third.ipynb)"))
    recall = course_file.parent / "notebooks" / "aside" / "recall-1.ipynb"
    replace(recall, ("../first.ipynb#Try-it", "../frist.ipynb"))
    assert [(fault.file, fault.found) for fault in check_course(course_file)] == [
        ("notebooks/first.ipynb", "'third.ipynb'"),
        ("notebooks/aside/recall-1.ipynb", "'../frist.ipynb'"),
    ]


FILE = "link: expected a file in notebooks/"
HEADING = "link: expected a place in that notebook"
HEADING_CURE = "(end it with a heading of that notebook, with hyphens for spaces)"
PICTURE = "picture: expected a picture of the course's own"
PICTURE_CURE = "(put the picture into notebooks/images/ and show it from there)"


@pytest.mark.parametrize(
    ("text", "link", "expected", "cure"),
    [
        ("[on](third.ipynb#start)", "third.ipynb#start", FILE, "(mend its name)"),
        ("[on](aside/third.ipynb)", "aside/third.ipynb", FILE, "(mend its name)"),
        ("[on](recall-1.ipynb)", "recall-1.ipynb", FILE, "(mend its name)"),
        ("[on](../second.ipynb)", "../second.ipynb", FILE, "(mend its name)"),
        (
            "[on](../notebooks/second.ipynb)",
            "../notebooks/second.ipynb",
            FILE,
            "(mend its name)",
        ),
        (f"[on]({'a' * 300}.ipynb)", f"{'a' * 300}.ipynb", FILE, "(mend its name)"),
        ("[on](/second.ipynb)", "/second.ipynb", FILE, "(mend its name)"),
        ("[on](second.ipynb#try-it)", "second.ipynb#try-it", HEADING, HEADING_CURE),
        ("[on](second.ipynb#Try)", "second.ipynb#Try", HEADING, HEADING_CURE),
        ("[on](first.ipynb#Try-this)", "first.ipynb#Try-this", HEADING, HEADING_CURE),
        ("[on](glossary.ipynb#carers)", "glossary.ipynb#carers", HEADING, HEADING_CURE),
        ("[on](second.ipynb#carer)", "second.ipynb#carer", HEADING, HEADING_CURE),
        ("[on](aside/recall-1.ipynb#Try-it)", "aside/recall-1.ipynb#Try-it", HEADING, HEADING_CURE),
        ("[on](readiness-check.ipynb#Go)", "readiness-check.ipynb#Go", HEADING, HEADING_CURE),
        (
            "![far](https://example.org/far.png)",
            "https://example.org/far.png",
            PICTURE,
            PICTURE_CURE,
        ),
        ("![gone](images/gone.png)", "images/gone.png", PICTURE, PICTURE_CURE),
        ("![folder](images)", "images", PICTURE, PICTURE_CURE),
        ("![folder](images/)", "images/", PICTURE, PICTURE_CURE),
        ("![up](../images/tied.svg)", "../images/tied.svg", PICTURE, PICTURE_CURE),
        ("![up](../images/vote.svg)", "../images/vote.svg", PICTURE, PICTURE_CURE),
        ("![out](images/../../course.yml)", "images/../../course.yml", PICTURE, PICTURE_CURE),
        ("![beside](first.ipynb)", "first.ipynb", PICTURE, PICTURE_CURE),
        (
            "![data](data:image/png;base64,AA==)",
            "data:image/png;base64,AA==",
            PICTURE,
            PICTURE_CURE,
        ),
    ],
)
def test_a_link_or_picture_that_leads_nowhere_or_away_is_reported(
    tmp_path, text, link, expected, cure
):
    course_file = course_with_first(tmp_path, *FIRST, ("markdown", f"Here.\n\n{text}"))
    start = in_last_cell(course_file, "first.ipynb", f"]({link})")
    assert messages(course_file) == [f"{start}{expected}, found {shortened(link)} {cure}"]


def shortened(text):
    return f"'{text[:57]}…'" if len(text) > 60 else f"'{text}'"


@pytest.mark.parametrize(
    "text",
    [
        "[on](./second.ipynb#Try-it)",
        "[on](second.ipynb)",
        "[here](first.ipynb#The-check)",
        "[carers](glossary.ipynb#carer)",
        "[words](glossary.ipynb#Glossary)",
        "[later](aside/recall-1.ipynb#After-a-week)",
        "[check](readiness-check.ipynb#The-questions)",
        "![near](images/vote.svg)",
        "![near](./images/vote.svg)",
        "[![near](images/vote.svg)](second.ipynb)",
    ],
)
def test_links_to_parts_of_lessons_and_own_pictures_are_fine(tmp_path, text):
    assert messages(course_with_first(tmp_path, *FIRST, ("markdown", text))) == []


def test_a_heading_may_hold_what_addresses_have_a_code_for(tmp_path):
    cells = [*SECOND, ("markdown", "## What\u2019s *next*, caf\u00e9?")]
    course_file = course_with(tmp_path, "second.ipynb", *cells)
    first = course_file.parent / "notebooks" / "first.ipynb"
    link = "second.ipynb#What\u2019s-next,-caf\u00e9?"
    text = indented(notebook([*FIRST, ("markdown", f"[on]({link})")]))
    first.write_text(text, encoding="utf-8")
    assert messages(course_file) == []


def test_the_place_of_a_term_is_there_only_where_the_glossary_is_shown(tmp_path):
    course_file = course_with(
        tmp_path, "glossary.ipynb", GLOSSARY[0], ("code", f"{IMPORT}\nOwnCheck()")
    )
    assert messages(course_file) == [
        f"{place_in(course_file, 'first.ipynb', 'glossary.ipynb#carer')}: cell 3 > {HEADING},"
        f" found 'glossary.ipynb#carer' {HEADING_CURE}"
    ]


@pytest.mark.parametrize(
    ("text", "link", "expected", "cure"),
    [
        ("[on](first.ipynb)", "first.ipynb", FILE, "(mend its name)"),
        ("[on](aside/recall-1.ipynb)", "aside/recall-1.ipynb", FILE, "(mend its name)"),
        ("[on](../../first.ipynb)", "../../first.ipynb", FILE, "(mend its name)"),
        ("[on](../first.ipynb#Try)", "../first.ipynb#Try", HEADING, HEADING_CURE),
        ("[on](../glossary.ipynb#cared)", "../glossary.ipynb#cared", HEADING, HEADING_CURE),
        ("![near](images/vote.svg)", "images/vote.svg", PICTURE, PICTURE_CURE),
        ("![near](../../images/vote.svg)", "../../images/vote.svg", PICTURE, PICTURE_CURE),
    ],
)
def test_links_from_a_folder_are_followed_from_there(tmp_path, text, link, expected, cure):
    name = "aside/recall-1.ipynb"
    course_file = course_with(tmp_path, name, *RECALL, ("markdown", f"Here.\n\n{text}"))
    assert messages(course_file) == [
        f"{in_last_cell(course_file, name, f']({link})')}{expected}, found '{link}' {cure}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[on](../second.ipynb#Try-it)",
        "[here](recall-1.ipynb#After-a-week)",
        "[here](../aside/recall-1.ipynb)",
        "[carers](../glossary.ipynb#carer)",
        "[check](./../readiness-check.ipynb)",
    ],
)
def test_links_from_a_folder_climb_to_the_lessons(tmp_path, text):
    cells = [*RECALL, ("markdown", text)]
    assert messages(course_with(tmp_path, "aside/recall-1.ipynb", *cells)) == []


def test_a_picture_in_a_folders_notebook_is_reported_before_a_page_fails(tmp_path):
    cells = [*RECALL, ("markdown", "![near](../images/vote.svg)")]
    course_file = course_with(tmp_path, "aside/recall-1.ipynb", *cells)
    assert [message.split(": ", 1)[1] for message in messages(course_file)] == [
        "cell 4 > picture: expected no picture in a folder's notebook, found '../images/vote.svg'"
        " (move the notebook to notebooks/)"
    ]


@pytest.mark.parametrize("page", ["first", "glossary", "recall/1", "readiness-check"])
def test_a_step_of_the_short_path_begins_with_a_heading_of_its_page(tmp_path, page):
    step = f"{{title: Try it, page: {page}, section: Try this, minutes: 3}}"
    old = "{title: Try it, page: first, section: Try it, minutes: 3}"
    course_file = write_changed(tmp_path, (old, step))
    assert messages(course_file) == [
        f"{place(course_file, step)}: step 1 > section: expected a heading of its lesson, found"
        " 'Try this' (mend it, or use another heading of that lesson)"
    ]


@pytest.mark.parametrize(
    ("page", "section"),
    [
        ("first", "The check"),
        ("second", "Second lesson"),
        ("glossary", "Glossary"),
        ("recall/1", "After a week"),
        ("readiness-check", "The questions"),
    ],
)
def test_any_heading_will_do_for_a_step_of_the_short_path(tmp_path, page, section):
    step = f"{{title: Try it, page: {page}, section: {section}, minutes: 3}}"
    old = "{title: Try it, page: first, section: Try it, minutes: 3}"
    assert messages(write_changed(tmp_path, (old, step))) == []


def test_a_step_without_its_page_is_not_looked_for_in_another(tmp_path):
    old = "{title: Try it, page: first, section: Try it, minutes: 3}"
    course_file = write_changed(tmp_path, (old, "{title: Try it, section: Try it, minutes: 3}"))
    assert messages(course_file) == [
        f"{place(course_file, '{title: Try it')}: step 1 > page: expected this key, found nothing"
        " (add it)"
    ]
