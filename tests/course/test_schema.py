import json
from pathlib import Path

import jsonschema
import pytest
from broken import write_changed

from widgets.course import schema
from widgets.course.document import read_document
from widgets.course.files import course_files

SCHEMAS = Path(schema.__file__).parent / "schemas"
FIRST_LINE = "# yaml-language-server: $schema="
HOMES = ("readiness-check", "plan", "about", "care", "glossary", "words")


def of_a_file(file):
    """Return the name of the schema for a file of a course."""
    name = file.stem if file.stem in HOMES or file.name == "course.yml" else "lesson"
    return f"{name}.schema.json"


def read(file):
    return read_document(file.name, file.read_bytes()).data


def complaints(file):
    validator = jsonschema.Draft202012Validator(json.loads(schema.json_schemas()[of_a_file(file)]))
    return [error.message for error in validator.iter_errors(read(file))]


def test_the_schemas_for_editors_are_up_to_date():
    kept = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert kept == schema.json_schemas()


def test_each_file_of_the_course_names_its_schema_on_its_first_line(course_file):
    for file in course_files(course_file):
        line = file.read_text(encoding="utf-8").splitlines()[0]
        assert line.startswith(FIRST_LINE), file
        named = (file.parent / line.removeprefix(FIRST_LINE)).resolve()
        assert named == SCHEMAS / of_a_file(file), file


def test_an_editor_accepts_the_course_and_the_examples(course_file, example_file):
    files = [*course_files(course_file), *course_files(example_file)]
    assert len(files) == 41
    for file in files:
        assert complaints(file) == [], file


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        (
            "id: examples\n",
            "id: examples\nzebra: 1\n",
            "course.yml",
            "Additional properties are not allowed ('zebra' was unexpected)",
        ),
        ("title: Examples", "title: 12", "course.yml", "12 is not of type 'string'"),
        ("    minutes: 5\n", "", "course.yml", "'minutes' is a required property"),
        (
            "    minutes: 5\n",
            "    minutes: 61\n",
            "course.yml",
            "61 is greater than the maximum of 60",
        ),
        (
            "scenarios:\n",
            "stories:\n",
            "notebooks/first.yml",
            "Additional properties are not allowed ('stories' was unexpected)",
        ),
        ("most: 2\n", "most: 0\n", "notebooks/plan.yml", "0 is less than the minimum of 1"),
        ("save: Save\n", "", "notebooks/words.yml", "'save' is a required property"),
        (
            "term: Carer, ",
            "",
            "notebooks/glossary.yml",
            "'term' is a required property",
        ),
    ],
)
def test_an_editor_marks_what_the_check_refuses(tmp_path, old, new, where, message):
    course_file = write_changed(tmp_path, (old, new))
    assert complaints(course_file.parent / where) == [message]
