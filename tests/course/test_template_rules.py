"""What an author of a template is told."""

import pytest
from broken import messages, place, write_changed

from widgets.course.loading import load_course

SHOWN = 'Template(\\"a-sheet\\")'


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "{id: wish, kind: long-text,",
            "{id: wish, kind: single,",
            "kind: single, text: The wish",
            "template 'a-sheet' > rows > question 'wish' > kind: expected 'short-text', 'long-text'"
            " or 'date', found 'single' (use one of those)",
        ),
        (
            "{id: wishes,",
            "{id: until-3,",
            "{id: until-3,",
            "template 'a-sheet' > question 'until-3' > id: expected an id of its own, found"
            " 'until-3', which an entry has (choose another id)",
        ),
        (
            "{id: last,",
            "{id: wishes,",
            "{id: wishes, text: Anything",
            "template 'a-sheet' > question 'wishes' > id: expected an id of its own, found"
            " 'wishes' again (choose another id)",
        ),
        (
            "looks_back: [one-of-each/work-name]}\n      - {id: wishes",
            "looks_back: [one-of-each/work]}\n      - {id: wishes",
            "one-of-each/work]}\n      - {id: wishes",
            "template 'a-sheet' > question 'subject' > looks_back 1: expected a quiz and its"
            " question, found 'one-of-each/work' (mend the id, or add what it names)",
        ),
        (
            "most: 4",
            "most: 40",
            "most: 40",
            "template 'a-sheet' > rows > most: expected 12 or less, found 40"
            " (write a smaller number)",
        ),
    ],
    ids=[
        "a-kind-with-options",
        "the-id-of-an-entry",
        "an-id-twice",
        "no-earlier-question",
        "too-many-entries",
    ],
)
def test_a_template_that_could_not_be_filled_in_is_told_of(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


def test_a_template_may_not_have_the_id_of_a_quiz_since_answers_hang_on_it(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: a-sheet", "  - id: again"))
    taken = "expected an id that is free, found 'again', the id of a quiz (choose another id)"
    at = place(course_file, "  - id: again\n    title: Our sheet")
    assert f"{at}: template 'again' > id: {taken}" in messages(course_file)


def test_a_notebook_that_shows_a_template_that_is_not_there_is_told_of(tmp_path):
    course_file = write_changed(tmp_path)
    notebook = course_file.parent / "notebooks" / "sheet.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace(SHOWN, SHOWN.replace("a-sheet", "none")), encoding="utf-8")
    (message,) = messages(course_file)
    assert message.endswith(
        "cell 2 > Template: expected the id of a template, found 'none' (use one of: a-sheet)"
    )


def test_a_template_stands_beside_the_notebook_that_shows_it(tmp_path):
    course_file = write_changed(tmp_path)
    sheet, first = (course_file.parent / "notebooks" / f"{name}.yml" for name in ("sheet", "first"))
    both = first.read_text(encoding="utf-8") + sheet.read_text(encoding="utf-8")
    first.write_text(both, encoding="utf-8")
    sheet.unlink()
    at = place(course_file, "  - id: a-sheet")
    assert messages(course_file) == [
        f"{at}: template 'a-sheet' > id: expected a template that its notebook shows, found"
        " 'a-sheet', which sheet.ipynb shows (move it to notebooks/sheet.yml)"
    ]


def test_a_course_need_not_have_a_template(tmp_path):
    page = "{address: sheet, title: A sheet, notebook: sheet.ipynb, forms: [a-sheet, again]}"
    course_file = write_changed(tmp_path, (f"  - {page}\n", ""))
    for name in ("sheet.ipynb", "sheet.yml"):
        (course_file.parent / "notebooks" / name).unlink()
    assert messages(course_file) == []
    assert load_course(course_file).templates == []
