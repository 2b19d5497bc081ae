import json
from pathlib import Path

import jsonschema
import pytest
from broken import messages, write_changed

from widgets.course import shape
from widgets.course.document import read_document
from widgets.course.loading import check_course

SCHEMA = Path(shape.__file__).with_name("course.schema.json")
TOP = "id, language, title, summary, modules, quizzes, readiness_check, sources, contacts, words"
CARERS = "quiz 'one-of-each' > question 'who-joins' > option 'carers'"
CONSULTATION = "quiz 'one-of-each' > question 'name-of-it' > option 'consultation'"
CONDITION = "readiness_check > result 'likely' > condition 1"
LINES = "write `key: value` lines"
HYPHENS = "start each item on a line of its own with a hyphen"
ID = "expected lower case words joined by hyphens"
ID_CURE = "write it like this: my-first-id"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "summary: One of each.\n",
            "summary: One of each.\nzebra: 1\n",
            f"7: zebra: expected one of {TOP}, found 'zebra' (take it out)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: 5\n    notebok: first.ipynb\n",
            "11: module 'first' > notebok: expected one of id, title, minutes, notebook,"
            " objectives, forms, sources, found 'notebok' (did you mean 'notebook'?)",
        ),
        (
            "{reason: Fair.,",
            "{reason: Fair., raeson: Fair.,",
            "74: readiness_check > question 'equal-decisions' > guidance > yes-fully > raeson:"
            " expected one of reason, ask_together, first_step, found 'raeson'"
            " (did you mean 'reason'?)",
        ),
        (
            "title: Examples\n",
            'title: Examples\n"[key]": 1\n',
            f"6: [key]: expected one of {TOP}, found '[key]' (take it out)",
        ),
        (
            "    minutes: 5\n",
            '    minutes: 5\n    "[key]": 1\n',
            "11: module 'first' > [key]: expected one of id, title, minutes, notebook, objectives,"
            " forms, sources, found '[key]' (take it out)",
        ),
        (
            "    minutes: 5\n",
            "",
            "8: module 'first' > minutes: expected this key, found nothing (add it)",
        ),
        (
            "  - id: first\n    title",
            "  - title",
            "8: module 1 > id: expected this key, found nothing (add it)",
        ),
        (
            "text: Carers,",
            "text: true,",
            f'38: {CARERS} > text: expected text, found true (put it in quotes: "true")',
        ),
        (
            "text: Carers,",
            "text: 12,",
            f'38: {CARERS} > text: expected text, found 12 (put it in quotes: "12")',
        ),
        (
            "text: Carers,",
            "text: 1.50,",
            f'38: {CARERS} > text: expected text, found 1.50 (put it in quotes: "1.50")',
        ),
        (
            "text: Carers,",
            "text: '',",
            f"38: {CARERS} > text: expected text, found '' (write something here)",
        ),
        (
            "text: Carers,",
            "text: '  ',",
            f"38: {CARERS} > text: expected text, found '' (write something here)",
        ),
        (
            "hint: Think of who decides.",
            "hint: ''",
            "29: quiz 'one-of-each' > question 'name-of-it' > hint: expected text, found ''"
            " (write something here)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: [1]",
            "12: module 'first' > objective 1: expected text, found 1 (put it in quotes: \"1\")",
        ),
        (
            "minutes: 5",
            "minutes: '5'",
            "10: module 'first' > minutes: expected a whole number, found '5'"
            " (write it in digits, without quotes)",
        ),
        (
            "minutes: 5",
            "minutes: 5.5",
            "10: module 'first' > minutes: expected a whole number, found 5.5"
            " (write it in digits, without quotes)",
        ),
        (
            "minutes: 5",
            "minutes: true",
            "10: module 'first' > minutes: expected a whole number, found true"
            " (write it in digits, without quotes)",
        ),
        (
            "minutes: 5",
            f"minutes: {'9' * 5000}",
            f"10: module 'first' > minutes: expected a whole number, found '{'9' * 57}…'"
            " (write it in digits, without quotes)",
        ),
        (
            "minutes: 5",
            "minutes: 0",
            "10: module 'first' > minutes: expected 1 or more, found 0 (write a larger number)",
        ),
        (
            "minutes: 5",
            "minutes: 61",
            "10: module 'first' > minutes: expected 60 or less, found 61 (write a smaller number)",
        ),
        (
            "id: examples",
            "id: Examples",
            f"3: id: {ID}, found 'Examples' ({ID_CURE})",
        ),
        (
            "id: examples",
            "id: my_examples",
            f"3: id: {ID}, found 'my_examples' ({ID_CURE})",
        ),
        ("id: examples", "id: 4pi", f"3: id: {ID}, found '4pi' ({ID_CURE})"),
        ("id: examples", "id: all-", f"3: id: {ID}, found 'all-' ({ID_CURE})"),
        ("id: examples", "id: café", f"3: id: {ID}, found 'café' ({ID_CURE})"),
        (
            "language: en-GB",
            "language: English",
            "4: language: expected a language, found 'English' (give its code, such as en-GB)",
        ),
        (
            "notebook: first.ipynb",
            "notebook: notebooks/first.ipynb",
            "11: module 'first' > notebook: expected the name of a notebook, found"
            " 'notebooks/first.ipynb' (give a file in notebooks/, such as 00-name.ipynb)",
        ),
        (
            "notebook: first.ipynb",
            "notebook: ../first.ipynb",
            "11: module 'first' > notebook: expected the name of a notebook, found"
            " '../first.ipynb' (give a file in notebooks/, such as 00-name.ipynb)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: []",
            "12: module 'first' > objectives: expected at least 1 in the list, found 0 (add to it)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: try one of each",
            "12: module 'first' > objectives: expected a list, found 'try one of each'"
            f" ({HYPHENS})",
        ),
        (
            "      - {id: work-name, kind: short-text, text: What will you call it?}\n",
            "      - work-name\n",
            "47: quiz 'one-of-each' > question 4: expected keys and values, found 'work-name'"
            f" ({LINES})",
        ),
        (
            "kind: depends",
            "kind: opinion",
            "42: quiz 'one-of-each' > question 'what-first' > kind: expected 'single',"
            " 'multiple', 'depends', 'short-text' or 'long-text', found 'opinion'"
            " (use one of those)",
        ),
        (
            "audience: anyone",
            "audience: everyone",
            "93: contact 'a-team' > audience: expected 'mind' or 'anyone', found 'everyone'"
            " (use one of those)",
        ),
        (
            "sources:\n  - {id: a-source,",
            "sources:\n  - {id: b-source, title: B, publisher: B, address: example.org}\n"
            "  - {id: a-source,",
            "91: source 'b-source' > address: expected an address, found 'example.org'"
            " (begin it with https://, and leave no space in it)",
        ),
    ],
)
def test_a_part_of_the_wrong_shape_is_reported_with_its_cure(tmp_path, old, new, message):
    assert messages(write_changed(tmp_path, (old, new))) == [f"course.yml:{message}"]


@pytest.mark.parametrize("answer", ["yes", "no", "on", "off", "2024-01-01"])
def test_an_option_may_say_what_other_readers_take_for_a_value(tmp_path, answer):
    assert messages(write_changed(tmp_path, ("text: Carers,", f"text: {answer},"))) == []


def test_a_hint_may_be_left_empty(tmp_path):
    assert messages(write_changed(tmp_path, ("hint: Think of who decides.", "hint:"))) == []


@pytest.mark.parametrize("text", ["", "~", "[a, b]", "[]", "{a: b}"])
def test_only_what_quotes_would_mend_is_to_be_put_in_quotes(tmp_path, text):
    (fault,) = check_course(write_changed(tmp_path, ("title: Examples", f"title: {text}")))
    assert (fault.line, fault.path, fault.expected) == (5, "title", "text")
    assert "quotes" not in fault.cure


def test_only_what_is_in_quotes_is_to_be_taken_out_of_them(tmp_path):
    change = ("correct: true, feedback: They asked", "correct: yes, feedback: They asked")
    fault = check_course(write_changed(tmp_path, change))[-1]
    assert (fault.path, fault.found) == (f"{CONSULTATION} > correct", "'yes'")
    assert "quotes" not in fault.cure


def test_true_in_quotes_is_not_true(tmp_path):
    change = ("correct: true, feedback: They asked", "correct: 'true', feedback: They asked")
    assert messages(write_changed(tmp_path, change))[-1] == (
        f"course.yml:32: {CONSULTATION} > correct: expected true or false, found 'true'"
        " (write true or false with nothing around it)"
    )


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("!mine Examples", "the tag !mine"),
        ('"\\ud83d"', "half of a character (\\uD800 to \\uDFFF)"),
    ],
)
def test_a_value_that_can_not_be_read_is_not_called_nothing_as_well(tmp_path, value, found):
    faults = check_course(write_changed(tmp_path, ("title: Examples", f"title: {value}")))
    assert [fault.found for fault in faults] == [found]


def test_a_contact_s_address_may_be_mended_to_a_mail_address(tmp_path):
    change = ('address: "mailto:team@example.org"', "address: team@example.org")
    (fault,) = check_course(write_changed(tmp_path, change))
    assert (fault.path, fault.found) == ("contact 'a-team' > address", "'team@example.org'")
    assert "mailto:" in fault.cure


def test_a_condition_without_answers_is_reported(tmp_path):
    change = ("when: [{all-stages: [yes-fully],", "when: [{all-stages: [],")
    assert messages(write_changed(tmp_path, change))[0] == (
        f"course.yml:81: {CONDITION} > all-stages: expected at least 1 in the list,"
        " found 0 (add to it)"
    )


def test_a_guidance_key_that_can_not_be_an_id_is_reported_at_its_own_line(tmp_path):
    change = ("        not-now: {reason: Staff decide.", "        Not_now: {reason: Staff decide.")
    assert messages(write_changed(tmp_path, change))[1] == (
        "course.yml:75: readiness_check > question 'equal-decisions' > guidance > Not_now:"
        f" {ID}, found 'Not_now' ({ID_CURE})"
    )


@pytest.mark.parametrize(
    ("content", "found"), [(b"- a\n", "a list"), (b"hello\n", "'hello'"), (b"12\n", "12")]
)
def test_a_file_that_is_no_course_at_all_is_one_fault(tmp_path, content, found):
    (tmp_path / "course.yml").write_bytes(content)
    assert messages(tmp_path / "course.yml") == [
        f"course.yml:1: course: expected keys and values, found {found} ({LINES})"
    ]


def test_a_sound_course_becomes_its_parts(example_file):
    data = read_document("course.yml", example_file.read_bytes()).data
    course, findings = shape.check_shape(data)
    assert findings == []
    assert [module.notebook for module in course.modules] == ["first.ipynb", "second.ipynb"]


def test_the_schema_for_editors_is_up_to_date():
    assert SCHEMA.read_text(encoding="utf-8") == shape.json_schema()


@pytest.fixture(scope="module")
def editor():
    return jsonschema.Draft202012Validator(json.loads(shape.json_schema()))


def test_an_editor_accepts_the_course(editor, course_file):
    data = read_document("course.yml", course_file.read_bytes()).data
    assert [error.message for error in editor.iter_errors(data)] == []


def test_an_editor_accepts_the_examples(editor, example_file):
    data = read_document("course.yml", example_file.read_bytes()).data
    assert [error.message for error in editor.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "id: examples\n",
            "id: examples\nzebra: 1\n",
            "Additional properties are not allowed ('zebra' was unexpected)",
        ),
        ("title: Examples", "title: 12", "12 is not of type 'string'"),
        ("    minutes: 5\n", "", "'minutes' is a required property"),
        ("minutes: 5", "minutes: 61", "61 is greater than the maximum of 60"),
    ],
)
def test_an_editor_marks_what_the_check_refuses(editor, tmp_path, old, new, message):
    data = read_document("", write_changed(tmp_path, (old, new)).read_bytes()).data
    assert [error.message for error in editor.iter_errors(data)] == [message]
