"""Notebooks that nbformat would refuse are reported in the course's own words."""

import copy
import json

import pytest
from broken import messages, place
from examples import FIRST, SECOND, notebook, write_examples

SAVE_AGAIN = "(open it in JupyterLab and save it again, or bring back an older copy)"
OUTPUT = {"output_type": "display_data", "data": {"text/plain": "a"}, "metadata": {}}


def changed(folder, change):
    """Write the examples with the first notebook changed; return their course.yml."""
    course_file = write_examples(folder)
    data = json.loads(notebook(FIRST))
    data["cells"][3]["outputs"] = [copy.deepcopy(OUTPUT)]
    change(data)
    path = folder / "notebooks" / "first.ipynb"
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    return course_file


def set_to(*path, value):
    def change(data):
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def without(*path):
    def change(data):
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


def line_in(course_file, text):
    path = course_file.parent / "notebooks" / "first.ipynb"
    return place(path, text).split(":")[1]


CELL = ("cells", 3)
OUT = (*CELL, "outputs", 0)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("metadata"), f"metadata: expected this key, found nothing {SAVE_AGAIN}"),
        (
            set_to("metadata", value=[1]),
            f"metadata: expected keys and values, found a list {SAVE_AGAIN}",
        ),
        (
            without("metadata", "kernelspec", "name"),
            f"metadata > kernelspec > name: expected this key, found nothing {SAVE_AGAIN}",
        ),
        (set_to("extra", value=1), "notebook: expected no such key, found 'extra' (take it out)"),
        (set_to("nbformat", value="4"), f"nbformat: expected 4, found '4' {SAVE_AGAIN}"),
        (set_to("nbformat", value=True), f"nbformat: expected 4, found true {SAVE_AGAIN}"),
        (
            set_to("nbformat_minor", value="x"),
            f"nbformat_minor: expected a number up to 5, found 'x' {SAVE_AGAIN}",
        ),
        (
            set_to("nbformat_minor", value=99),
            f"nbformat_minor: expected a number up to 5, found 99 {SAVE_AGAIN}",
        ),
        (set_to(*CELL, value=1), f"cell 4: expected a cell, found 1 {SAVE_AGAIN}"),
        (
            set_to(*CELL, "cell_type", value=5),
            f"cell 4 > cell_type: expected code or markdown, found 5 {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "cell_type", value="raw"),
            f"cell 4 > cell_type: expected code or markdown, found 'raw' {SAVE_AGAIN}",
        ),
        (without(*CELL, "id"), f"cell 4 > id: expected this key, found nothing {SAVE_AGAIN}"),
        (
            set_to(*CELL, "id", value="a b"),
            "cell 4 > id: expected up to 64 letters, digits, hyphens and underscores, found 'a b'"
            f" {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "id", value="cell-0"),
            f"cell 4 > id: expected an id of its own, found 'cell-0' {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "source", value={"a": 1}),
            f"cell 4 > source: expected text, found keys and values {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "source", value=["a", 1]),
            f"cell 4 > source: expected text, found a list {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "execution_count", value="1"),
            f"cell 4 > execution_count: expected a whole number or nothing, found '1' {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "execution_count", value=-1),
            f"cell 4 > execution_count: expected at least 0, found -1 {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "metadata", "tags", value=["a", "a"]),
            f"cell 4 > metadata > tags: expected each once, found a list {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "outputs", value={}),
            f"cell 4 > outputs: expected a list, found keys and values {SAVE_AGAIN}",
        ),
        (
            set_to(*OUT, "output_type", value=[]),
            "cell 4 > outputs 1 > output_type: expected one of execute_result, display_data,"
            f" stream, error, found an empty list {SAVE_AGAIN}",
        ),
        (
            set_to(*OUT, "data", "text/plain", value=7),
            f"cell 4 > outputs 1 > data > text/plain: expected text, found 7 {SAVE_AGAIN}",
        ),
        (
            set_to(*CELL, "source", value="'\ud83d'"),
            "cell 4 > source: expected text, found half of a character (\\uD800 to \\uDFFF)"
            " (type the whole character)",
        ),
        (
            set_to(*CELL, "metadata", "\udc00", value=1),
            "cell 4 > metadata: expected text, found half of a character (\\uD800 to \\uDFFF)"
            " (type the whole character)",
        ),
    ],
)
def test_what_nbformat_refuses_is_told_with_its_cell(tmp_path, change, message):
    told = messages(changed(tmp_path, change))
    assert [line.split(": ", 1)[1] for line in told] == [message]
    assert told[0].startswith("notebooks/first.ipynb:")


def test_what_is_wrong_in_a_cell_has_the_line_of_its_key(tmp_path):
    course_file = changed(tmp_path, set_to(*CELL, "cell_type", value=5))
    (message,) = messages(course_file)
    line = line_in(course_file, '"cell_type": 5')
    assert message.startswith(f"notebooks/first.ipynb:{line}: ")


def test_each_broken_cell_is_told(tmp_path):
    def change(data):
        del data["cells"][1]["id"], data["cells"][3]["metadata"]

    told = messages(changed(tmp_path, change))
    assert [line.split(": ")[1] for line in told] == ["cell 2 > id", "cell 4 > metadata"]


@pytest.mark.parametrize("minor", range(5))
def test_older_notebooks_need_no_ids(tmp_path, minor):
    def change(data):
        data["nbformat_minor"] = minor
        for cell in data["cells"]:
            del cell["id"]

    assert messages(changed(tmp_path, change)) == []


def test_both_halves_of_a_character_are_one(tmp_path):
    course_file = write_examples(tmp_path)
    cells = [*SECOND[:-1], ("markdown", "😀 \\ud83d"), SECOND[-1]]
    path = tmp_path / "notebooks" / "second.ipynb"
    path.write_text(notebook(cells), encoding="utf-8")
    assert messages(course_file) == []
