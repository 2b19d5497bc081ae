import json

import pytest
from broken import messages, replace, write_changed
from examples import FIRST, notebook, write_examples

from widgets.course.lessons import READINESS_CHECK, read_lesson
from widgets.course.loading import check_course

ONE_OF_EACH = 'Quiz("one-of-each")'
LINKED = "[a source](https://example.org/source)"
UNKNOWN = "(add it to sources or contacts in course.yml, or take the link out)"
FORMS_CURE = "(list what the notebook shows, in its order, or change the notebook)"
NOT_A_NOTEBOOK = (
    "course.yml:11: module 'first' > notebook: expected a notebook, found 'first.ipynb', which is"
    " not one inside (open it in JupyterLab and save it again, or bring back an older copy)"
)


def read(folder, *cells):
    path = folder / "lesson.ipynb"
    path.write_text(indented(notebook(list(cells))), encoding="utf-8")
    return read_lesson(path)


def indented(text):
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False)


def course_with_first(folder, *cells):
    course_file = write_examples(folder / "course")
    path = course_file.parent / "notebooks" / "first.ipynb"
    path.write_text(indented(notebook(list(cells))), encoding="utf-8")
    return course_file


def linked(lesson):
    return [link for link, _ in lesson.links]


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
        ("[a](second.ipynb) [b](#part) [c](readiness-check.ipynb#part)", []),
    ],
)
def test_links_to_the_outside_are_read_from_text(tmp_path, text, links):
    assert linked(read(tmp_path, ("markdown", text))) == links


def test_links_in_code_are_nobody_s_to_follow(tmp_path):
    assert linked(read(tmp_path, ("code", "# [a](https://a.org)"))) == []


def test_each_link_has_its_line_in_the_notebook(tmp_path):
    text = "# Title\n\n[longer](https://a.org/b)\n\n[shorter](https://a.org)"
    path = tmp_path / "lesson.ipynb"
    cell = {"cell_type": "markdown", "source": text.splitlines(keepends=True)}
    path.write_text(json.dumps({"cells": [cell], "nbformat": 4}, indent=1), encoding="utf-8")
    assert read_lesson(path).links == [("https://a.org/b", 8), ("https://a.org", 10)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"12",
        b'"cells"',
        b'{"cells": 1}',
        b'{"cells": [1], "nbformat": 4}',
        b'{"cells": []}',
        b'{"cells": [], "nbformat": 3}',
        b'{"cells": [{"cell_type": "code", "source": null}], "nbformat": 4}',
        b'{"cells": [{"cell_type": "code", "source": [1]}], "nbformat": 4}',
        b'{"cells": "\xff"}',
        b"[" * 100_000,
        b"9" * 5000,
        "{}".encode("utf-16"),
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_file_that_is_no_notebook_is_reported(tmp_path, content):
    course_file = write_examples(tmp_path / "course")
    (course_file.parent / "notebooks" / "first.ipynb").write_bytes(content)
    assert messages(course_file) == [NOT_A_NOTEBOOK]


def test_a_notebook_that_does_not_exist_is_reported(tmp_path):
    change = ("notebook: first.ipynb", "notebook: frist.ipynb")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:11: module 'first' > notebook: expected a file in notebooks/,"
        " found no 'frist.ipynb' there (add the file, or mend its name)"
    ]


def test_a_folder_in_place_of_a_notebook_is_reported(tmp_path):
    course_file = write_examples(tmp_path / "course")
    path = course_file.parent / "notebooks" / "readiness-check.ipynb"
    path.unlink()
    path.mkdir()
    assert messages(course_file) == [
        "course.yml:58: readiness_check > notebook: expected a file in notebooks/,"
        " found no 'readiness-check.ipynb' there (add the file, or mend its name)"
    ]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        (
            "notebook: second.ipynb",
            "18: module 'second' > notebook: expected a notebook of its own,"
            " found 'first.ipynb' again (give each its own notebook)",
        ),
        (
            "notebook: readiness-check.ipynb",
            "58: readiness_check > notebook: expected a notebook of its own,"
            " found 'first.ipynb' again (give each its own notebook)",
        ),
    ],
)
def test_a_notebook_used_twice_is_reported(tmp_path, old, message):
    change = (old, "notebook: first.ipynb")
    assert messages(write_changed(tmp_path, change)) == [f"course.yml:{message}"]


@pytest.mark.parametrize("name", ["../first.ipynb", "/etc/passwd", "a/b.ipynb"])
def test_nothing_outside_the_folder_of_notebooks_is_looked_at(tmp_path, name):
    change = ("notebook: first.ipynb", f"notebook: {name}")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:11: module 'first' > notebook: expected the name of a notebook,"
        f" found '{name}' (give a file in notebooks/, such as 00-name.ipynb)"
    ]


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        ("[readiness-check, one-of-each]", "readiness-check, one-of-each"),
        ("[one-of-each]", "one-of-each"),
        (
            "[one-of-each, one-of-each, readiness-check]",
            "one-of-each, one-of-each, readiness-check",
        ),
    ],
)
def test_forms_must_be_those_of_the_notebook_in_its_order(tmp_path, forms, found):
    change = ("forms: [one-of-each, readiness-check]", f"forms: {forms}")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:13: module 'first' > forms: expected the forms its notebook shows"
        f" (one-of-each, readiness-check), found {found} {FORMS_CURE}"
    ]


def test_a_notebook_without_its_forms_is_reported(tmp_path):
    course_file = course_with_first(tmp_path, ("markdown", LINKED))
    assert messages(course_file) == [
        "course.yml:13: module 'first' > forms: expected the forms its notebook shows (none),"
        f" found one-of-each, readiness-check {FORMS_CURE}"
    ]


def test_the_notebook_of_the_readiness_check_must_show_it(tmp_path):
    course_file = write_examples(tmp_path / "course")
    replace(
        course_file.parent / "notebooks" / "readiness-check.ipynb",
        ("\\nReadinessCheck()", "\\n1"),
    )
    assert messages(course_file) == [
        "course.yml:58: readiness_check > notebook: expected a notebook that shows the check,"
        " found no form (show ReadinessCheck() in it once, and no quiz)"
    ]


def test_a_link_to_an_address_that_nobody_vouches_for_has_its_line_in_the_notebook(tmp_path):
    course_file = course_with_first(
        tmp_path,
        ("markdown", LINKED),
        ("code", f"{ONE_OF_EACH}\nReadinessCheck()"),
        ("markdown", "[elsewhere](https://example.org/elsewhere)"),
    )
    assert messages(course_file) == [
        "notebooks/first.ipynb:21: link: expected the address of a source or contact,"
        f" found 'https://example.org/elsewhere' {UNKNOWN}"
    ]


def test_a_contact_may_be_linked_to_from_any_lesson(tmp_path):
    course_file = course_with_first(
        tmp_path,
        ("markdown", f"{LINKED} [a team](mailto:team@example.org)"),
        ("code", f"{ONE_OF_EACH}\nReadinessCheck()"),
    )
    assert messages(course_file) == []


def test_a_source_that_its_notebook_does_not_link_to_is_reported(tmp_path):
    change = ("    sources: []", "    sources: [a-source]")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:21: module 'second' > sources: expected sources its notebook links to,"
        " found 'a-source' (link to it in the notebook, or take it out)"
    ]


def test_a_source_that_a_notebook_links_to_must_be_listed(tmp_path):
    change = ("    sources: [a-source]", "    sources: []")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:14: module 'first' > sources: expected 'a-source', which its notebook links"
        " to, found no such source in its list (add it)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{id: a-source,", "{id: [a],", "source 1 > id"),
        ("{id: a-source,", "{id: {a: b},", "source 1 > id"),
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
        "course.yml:14: module 'first' > source 1: expected the id of one of the sources,"
        " found 'a-source' (mend the id, or add what it names)",
        "course.yml:91: source 1 > id: expected this key, found nothing (add it)",
    ]


def test_faults_of_notebooks_come_after_those_of_the_course(tmp_path):
    course_file = course_with_first(
        tmp_path,
        ("markdown", "[elsewhere](https://example.org/elsewhere)"),
        ("code", f"{ONE_OF_EACH}\nReadinessCheck()"),
    )
    replace(course_file, ("minutes: 3", "minutes: 0"))
    assert [(fault.file, fault.line) for fault in check_course(course_file)] == [
        ("course.yml", 14),
        ("course.yml", 17),
        ("notebooks/first.ipynb", 7),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[on](third.ipynb#start)",
            "link: expected a file in notebooks/, found 'third.ipynb#start' (mend its name)",
        ),
        (
            "![far](https://example.org/far.png)",
            "picture: expected a picture of the course's own, found 'https://example.org/far.png'"
            " (put the picture into notebooks/images/ and show it from there)",
        ),
    ],
)
def test_a_link_or_picture_that_leads_nowhere_or_away_is_reported(tmp_path, text, told):
    cells = [*FIRST[:-1], ("markdown", text)]
    (message,) = messages(course_with_first(tmp_path, *cells))
    assert message.startswith("notebooks/first.ipynb:")
    assert message.split(": ", 1)[1] == told


def test_links_to_a_part_of_a_lesson_and_own_pictures_are_fine(tmp_path):
    text = "[on](./second.ipynb#try-it) ![near](images/near.png)"
    assert messages(course_with_first(tmp_path, *FIRST[:-1], ("markdown", text))) == []
