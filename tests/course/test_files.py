"""The files of a course: each to its place, each fault in its own file, with its line."""

import os
import socket

import pytest
from broken import messages, place, replace, write_changed
from examples import notebook, write_examples

from widgets.course.document import Place
from widgets.course.faults import CourseError
from widgets.course.files import BESIDE, HOMES, read_files
from widgets.course.loading import load_course

HERE = "found it here (move what stands under it there, without this key)"
BESIDE_CURE = "(move each to the file that is named like the notebook that shows it)"
STRAY_CURE = "(name it like the notebook that shows what is in it, or take it away)"
MISTAKE = "expected well-formed YAML, found a mistake in it:"
SYNTAX_CURE = '(check the indent, and put texts with ": " or "#" in quotes)'
LISTED = "(start each item on a line of its own with a hyphen)"
ANOTHER_ID = "(choose another id)"
QUIZ = "  - {id: ID, title: A, questions: [{id: a, kind: short-text, text: A}]}\n"


def written(folder, name, content):
    """Write the examples with other bytes in one file; return their course.yml."""
    course_file = write_examples(folder)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return course_file


def test_what_stands_in_the_files_becomes_one_course(example_file):
    data = read_files(example_file).data
    assert [module["id"] for module in data["modules"]] == ["first", "second"]
    assert [quiz["id"] for quiz in data["quizzes"]] == ["one-of-each", "again"]
    assert [scenario["id"] for scenario in data["scenarios"]] == ["a-story"]
    assert {*HOMES, *BESIDE} < set(data)
    assert data["plan"]["title"] == "My plan"
    assert [term["id"] for term in data["glossary"]] == ["carer"]


def test_every_path_has_its_file_and_its_line(example_file):
    document = read_files(example_file)
    assert document.places[()] == Place("course.yml", 3)
    assert document.places["modules", 1, "id"] == Place("course.yml", 16)
    assert document.places["quizzes", 0, "id"] == Place("notebooks/first.yml", 2)
    assert document.places["quizzes", 1, "title"] == Place("notebooks/aside/recall-1.yml", 3)
    assert document.places["scenarios", 0].file == "notebooks/first.yml"
    assert document.places["plan",] == Place("notebooks/plan.yml", 1)
    assert document.places["glossary", 0, "term"] == Place("notebooks/glossary.yml", 1)
    assert document.place(("words", "no", "such", "key")).file == "notebooks/words.yml"


def test_quizzes_come_in_the_order_of_the_lessons_whatever_their_files_are_called(tmp_path):
    course_file = write_examples(tmp_path)
    second = tmp_path / "notebooks" / "second.yml"
    second.write_text(f"quizzes:\n{QUIZ.replace('ID', 'last')}", encoding="utf-8")
    first = "  - id: first\n    title: First lesson\n"
    moved = "  - id: second\n    title: Second lesson\n    minutes: 3\n    notebook: second.ipynb\n"
    replace(course_file, (first, f"  - {{id: early, notebook: second.ipynb}}\n{first}"))
    replace(course_file, (moved, moved.replace("second.ipynb", "late.ipynb")))
    assert [quiz["id"] for quiz in read_files(course_file).data["quizzes"]] == [
        *("last", "one-of-each", "again")
    ]


@pytest.mark.parametrize("file", HOMES.values())
def test_a_file_that_every_course_has_and_that_is_missing_is_one_fault(tmp_path, file):
    course_file = write_examples(tmp_path)
    (tmp_path / file).unlink()
    key = next(key for key in HOMES if HOMES[key] == file)
    assert messages(course_file) == [
        f"{file}:1: {key}: expected a file that can be read, found no such file or directory"
        " (bring it back)"
    ]
    with pytest.raises(CourseError, match="expected a file that can be read"):
        load_course(course_file)


def test_a_file_that_lies_beside_course_yml_is_told_where_it_goes(tmp_path):
    course_file = write_examples(tmp_path)
    (tmp_path / "notebooks" / "care.yml").rename(tmp_path / "care.yml")
    assert messages(course_file) == [
        "notebooks/care.yml:1: care: expected a file that can be read, found no such file or"
        " directory (move it there from beside course.yml)"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"# Nothing yet\n",
            "1: PATH: expected WANTED, found an empty file (CURE)",
        ),
        (b"a: [b\nc: d\n", f"2: PATH: {MISTAKE} did not find expected ',' or ']' {SYNTAX_CURE}"),
        (
            b"a: 1\nb: caf\xe9\n",
            "2: PATH: expected UTF-8 text, found the byte 0xE9 (save the file with the encoding"
            " UTF-8)",
        ),
        (
            b"#" * 1_000_001,
            "1: PATH: expected at most 1 MB, found 1.0 MB"
            " (move pictures and long texts to the notebooks)",
        ),
        (
            b"a: 1\nb: " + b"[" * 3000,
            "2: PATH: expected a few levels, found far too many levels"
            " (close the brackets, or take some of them out)",
        ),
    ],
    ids=["empty", "broken", "not UTF-8", "too big", "too deep"],
)
@pytest.mark.parametrize(
    ("name", "path", "wanted", "cure"),
    [
        ("words.yml", "words", "words of the course", "start from the words.yml that came"),
        (
            "glossary.yml",
            "glossary",
            "words of the course",
            "start from the glossary.yml that came",
        ),
        (
            "first.yml",
            "course",
            "quizzes, scenarios, checklists, templates or sessions",
            "write some, or take the file away",
        ),
    ],
)
def test_a_file_that_can_not_be_read_is_one_fault_of_its_own(
    tmp_path, name, path, wanted, cure, content, message
):
    told = message.replace("PATH", path).replace("WANTED", wanted).replace("CURE", cure)
    course_file = written(tmp_path, f"notebooks/{name}", content)
    assert messages(course_file) == [f"notebooks/{name}:{told}"]


def test_a_folder_in_place_of_a_file_is_reported(tmp_path):
    course_file = write_examples(tmp_path)
    (tmp_path / "notebooks" / "plan.yml").unlink()
    (tmp_path / "notebooks" / "plan.yml").mkdir()
    assert messages(course_file) == [
        "notebooks/plan.yml:1: plan: expected a file that can be read, found a folder"
        " (take it away, and bring the file back)"
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "words.yml",
            "- a\n",
            "words: expected keys and values, found a list (write `key: value` lines)",
        ),
        ("glossary.yml", "a: b\n", f"glossary: expected a list, found keys and values {LISTED}"),
        (
            "first.yml",
            "- a\n",
            "course: expected keys and values, found a list (write `key: value` lines)",
        ),
        ("first.yml", "quizzes: a\n", f"quizzes: expected a list, found 'a' {LISTED}"),
        ("first.yml", "scenarios:\n", f"scenarios: expected a list, found nothing {LISTED}"),
        (
            "first.yml",
            "quizes: []\n",
            "quizes: expected one of quizzes, scenarios, checklists, templates, sessions,"
            " session_steps, vignettes, found 'quizes' (did you mean 'quizzes'?)",
        ),
        (
            "plan.yml",
            "!mine a\n",
            "plan: expected a plain value, found the tag !mine (remove the tag)",
        ),
    ],
)
def test_a_file_of_another_shape_is_reported_in_that_file(tmp_path, name, content, message):
    told = messages(written(tmp_path, f"notebooks/{name}", content))
    assert f"notebooks/{name}:1: {message}" in told
    assert len([line for line in told if line.startswith(f"notebooks/{name}:")]) == 1


@pytest.mark.parametrize(
    ("file", "key", "message"),
    [
        ("course.yml", "quizzes", f"expected them in notebooks/, found them here {BESIDE_CURE}"),
        ("course.yml", "scenarios", f"expected them in notebooks/, found them here {BESIDE_CURE}"),
        *(("course.yml", key, f"expected it in {HOMES[key]}, {HERE}") for key in HOMES),
        ("notebooks/first.yml", "words", f"expected it in notebooks/words.yml, {HERE}"),
        (
            "notebooks/first.yml",
            "modules",
            "expected it in course.yml, found it here (move it there)",
        ),
    ],
)
def test_what_stands_in_the_wrong_file_is_told_where_it_goes(tmp_path, file, key, message):
    course_file = write_examples(tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(f"{text}{key}: {{a: [b]}}\n", encoding="utf-8")
    line = text.count("\n") + 1
    assert messages(course_file) == [f"{file}:{line}: {key}: {message}"]


@pytest.mark.parametrize("key", ["quizzes", "care", "pages"])
def test_a_file_of_its_own_holds_nothing_else(tmp_path, key):
    course_file = write_changed(tmp_path, ("most: 2\n", f"most: 2\n{key}: []\n"))
    (told,) = messages(course_file)
    assert told.startswith(f"{place(course_file, f'{key}: []')}: plan > {key}: expected ")


def test_a_course_in_one_file_is_told_where_each_thing_goes(tmp_path):
    course_file = write_examples(tmp_path)
    for key, file in HOMES.items():
        (tmp_path / file).unlink()
        replace(course_file, ("contacts:\n", f"{key}: {{}}\ncontacts:\n"))
    told = messages(course_file)
    assert [message.split(": ", 1)[1] for message in told] == [
        f"{key}: expected it in {file}, {HERE}" for key, file in HOMES.items()
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.yml", "plan:\n  title: My plan\n"), ("glossary.yml", "glossary:\n  - {id: carer}\n")],
)
def test_a_file_of_its_own_needs_no_key_around_what_it_holds(tmp_path, name, content):
    key = name.removesuffix(".yml")
    assert messages(written(tmp_path, f"notebooks/{name}", content)) == [
        f"notebooks/{name}:1: {key} > {key}: expected what stands under it, by itself, found"
        f" '{key}' (take this line out, and the indent of what stands under it)"
    ]


@pytest.mark.parametrize("name", ["spare.yml", "aside/first.yml", "Words.yml"])
def test_a_file_that_belongs_to_no_notebook_is_reported(tmp_path, name):
    course_file = written(tmp_path, f"notebooks/{name}", "quizzes: [")
    assert messages(course_file) == [
        f"notebooks/{name}:1: course: expected the name of a notebook, ending with .yml, found"
        f" '{name.split('/')[-1]}' {STRAY_CURE}"
    ]
    assert load_course(course_file).id == "examples"


def test_a_file_with_the_longer_ending_is_told_the_shorter(tmp_path):
    assert messages(written(tmp_path, "notebooks/second.yaml", "quizzes: []\n")) == [
        "notebooks/second.yaml:1: course: expected the name of a notebook, ending with .yml, found"
        " 'second.yaml' (end its name with .yml)"
    ]


def test_an_ending_in_capitals_is_told_the_small_one(tmp_path):
    course_file = write_examples(tmp_path / "course")
    words = course_file.parent / "notebooks" / "first.yml"
    words.rename(words.with_suffix(".YML"))
    assert (
        "notebooks/first.YML:1: course: expected the name of a notebook, ending with .yml, found"
        " 'first.YML' (end its name with .yml)"
    ) in messages(course_file)


def test_hidden_files_are_nobodys_business(tmp_path):
    name = "notebooks/.ipynb_checkpoints/words-checkpoint.yml"
    assert messages(written(tmp_path, name, "broken: [")) == []


@pytest.mark.parametrize(
    ("old", "kind", "found"),
    [("forms: [again]", "quiz", "again"), ("a-story, readiness", "scenario", "a-story")],
)
def test_words_beside_a_notebook_that_does_not_show_them_are_reported(tmp_path, old, kind, found):
    course_file = write_examples(tmp_path)
    source = tmp_path / "notebooks" / ("aside/recall-1.yml" if kind == "quiz" else "first.yml")
    text = source.read_text(encoding="utf-8")
    at = text.index("quizzes:" if kind == "quiz" else "scenarios:")
    source.write_text(text[:at] or "quizzes: []\n", encoding="utf-8")
    (tmp_path / "notebooks" / "second.yml").write_text(text[at:], encoding="utf-8")
    shown = source.relative_to(tmp_path / "notebooks").with_suffix("").as_posix()
    at = place(course_file, f"- id: {found}\n")
    assert messages(course_file) == [
        f"{at}: {kind} '{found}' > id: expected a {kind} that its notebook shows, found"
        f" '{found}', which {shown}.ipynb shows (move it to notebooks/{shown}.yml)"
    ]


def test_words_beside_a_notebook_that_the_course_does_not_name_are_read_and_told(tmp_path):
    course_file = write_examples(tmp_path)
    notebooks = tmp_path / "notebooks"
    (notebooks / "spare.ipynb").write_text(notebook([]), encoding="utf-8")
    (notebooks / "aside" / "recall-1.yml").rename(notebooks / "spare.yml")
    assert messages(course_file) == [
        "notebooks/spare.yml:2: quiz 'again' > id: expected a quiz that its notebook shows, found"
        " 'again', which aside/recall-1.ipynb shows (move it to notebooks/aside/recall-1.yml)",
        "notebooks/spare.ipynb:1: notebook: expected a notebook that course.yml names, found"
        " 'spare.ipynb' (add it there, or take it away)",
    ]


@pytest.mark.parametrize(
    ("identity", "found"),
    [("one-of-each", "'one-of-each' again"), ("plan", "'plan', the id of the plan")],
)
def test_an_id_given_twice_is_told_in_the_second_file(tmp_path, identity, found):
    course_file = write_changed(tmp_path, ("  - id: again\n", f"  - id: {identity}\n"))
    told = [line for line in messages(course_file) if "choose another id" in line]
    expected = "an id of its own" if "again" in found else "an id that is free"
    assert told == [
        f"notebooks/aside/recall-1.yml:2: quiz '{identity}' > id: expected {expected}, found"
        f" {found} {ANOTHER_ID}"
    ]


def test_an_id_given_twice_is_not_told_to_move(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: again\n", "  - id: one-of-each\n"))
    assert not [line for line in messages(course_file) if "move it" in line]


def test_a_lesson_whose_words_are_gone_is_one_fault(tmp_path):
    course_file = write_examples(tmp_path / "course")
    (course_file.parent / "notebooks" / "first.yml").unlink()
    assert messages(course_file)[0] == (
        f"{place(course_file, 'notebook: first.ipynb')}: module 'first' > notebook: expected"
        " notebooks/first.yml beside it, found no such file (bring it back, or mend its name)"
    )
    assert len(messages(course_file)) == 1


def test_faults_come_by_file_in_the_order_of_the_course_and_then_by_line(tmp_path):
    course_file = write_changed(
        tmp_path,
        ("save: Save\n", ""),
        ("check: Check\n", "check: 1\n"),
        ("text: Staff, correct", "text: 2, correct"),
        ("title: After a week, notebook", "title: 3, notebook"),
        ("title: Again\n", "title: 4\n"),
        ("introduction: One is enough.\n", "introduction: 5\n"),
    )
    assert [message.split(": expected")[0] for message in messages(course_file)] == [
        f"{place(course_file, 'title: 3')}: page 'recall/1' > title",
        f"{place(course_file, 'text: 2,')}: quiz 'one-of-each' > question 'who-joins' > option"
        " 'staff' > text",
        f"{place(course_file, 'title: 4')}: quiz 'again' > title",
        f"{place(course_file, 'introduction: 5')}: plan > introduction",
        f"{place(course_file, 'check: 1')}: words > check",
        f"{place(course_file, 'check: 1')}: words > save",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("They deliver it.", "They help."), ("save: Save\n", "save: Keep\n"), ("most: 2", "most: 3")],
)
def test_a_change_in_any_file_is_noticed(tmp_path, old, new):
    course_file = write_examples(tmp_path)
    before = load_course(course_file)
    assert load_course(course_file) is before
    replace(course_file, (old, new))
    assert load_course(course_file) != before


def test_notebooks_and_their_words_are_found_through_a_link(tmp_path):
    course_file = write_examples(tmp_path / "course")
    link = tmp_path / "linked.yml"
    link.symlink_to(course_file)
    assert load_course(link) == load_course(course_file)


def pipe(path):
    os.mkfifo(path)


def listening_socket(path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(path))


@pytest.mark.parametrize(("make", "found"), [(pipe, "a pipe"), (listening_socket, "a socket")])
def test_what_would_keep_a_reader_waiting_is_never_opened(tmp_path, monkeypatch, make, found):
    course_file = write_examples(tmp_path)
    # A socket's path may not be long.
    monkeypatch.chdir(tmp_path)
    told = f"expected a file that can be read, found {found}"
    (tmp_path / "notebooks" / "care.yml").unlink()
    make(tmp_path / "notebooks" / "care.yml")
    assert messages(course_file) == [
        f"notebooks/care.yml:1: care: {told} (take it away, and bring the file back)"
    ]
    course_file.unlink()
    make(course_file)
    assert messages(course_file) == [f"course.yml:1: course: {told} (mend the path)"]


def test_what_a_terminal_would_obey_is_shown_as_a_code(tmp_path):
    course_file = written(tmp_path, "notebooks/ab\u202ec.yml", "quizzes: []")
    change = ("id: examples", 'id: "a\\e[31m\\nb"')
    replace(course_file, change)
    assert [message.split(" (")[0] for message in messages(course_file)] == [
        f"{place(course_file, change[1])}: id: expected lower case words joined by hyphens,"
        " found 'a\\x1b[31m b'",
        "notebooks/ab\\u202ec.yml:1: course: expected the name of a notebook, ending with .yml,"
        " found 'ab\\u202ec.yml'",
    ]
