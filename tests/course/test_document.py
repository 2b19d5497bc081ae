import subprocess
import sys

import pytest
import yaml

from widgets.course.document import Place, read_document
from widgets.course.faults import Finding

SYNTAX_CURE = 'check the indent, and put texts with ": " or "#" in quotes'
EMPTY = "expected a course, found an empty file (start from the course.yml that came)"
ALIAS = "expected each part written once, found an alias (write it out again where it is needed)"
TOO_DEEP = (
    "expected a few levels, found far too many levels"
    " (close the brackets, or take some of them out)"
)


def read(text):
    return read_document("course.yml", text.encode())


def messages(content):
    return [str(fault) for fault in read_document("course.yml", content).faults]


def lines(text):
    return {path: place.line for path, place in read(text).places.items()}


def mistake(line, found, cure=SYNTAX_CURE):
    return (
        f"course.yml:{line}: course: expected well-formed YAML, found a mistake in it: {found}"
        f" ({cure})"
    )


def test_keys_lists_and_texts_become_plain_values():
    document = read("title: Examples\nmodules:\n  - {id: first, forms: [one, two]}\n")
    assert document.data == {
        "title": "Examples",
        "modules": [{"id": "first", "forms": ["one", "two"]}],
    }
    assert document.faults == []


def test_every_part_has_the_line_it_starts_on():
    assert lines("# A note\ntitle: Examples\nmodules:\n  - id: a\n    b: [c,\n     d]\n") == {
        (): 2,
        ("title",): 2,
        ("modules",): 3,
        ("modules", 0): 4,
        ("modules", 0, "id"): 4,
        ("modules", 0, "b"): 5,
        ("modules", 0, "b", 0): 5,
        ("modules", 0, "b", 1): 6,
    }


def test_a_folded_text_has_the_line_of_its_key():
    document = read("summary: >-\n  One\n  of each.\ntitle: Examples\n")
    assert document.data == {"summary": "One of each.", "title": "Examples"}
    assert document.places["summary",] == Place("course.yml", 1)
    assert document.places["title",] == Place("course.yml", 4)


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "Yes", "NO", "on", "off", "y", "n", "2024-01-01", "12:30", "=", "<<", "1.2.3"],
)
def test_words_that_other_readers_take_for_values_stay_text(text):
    document = read(f"answer: {text}\n")
    assert document.data == {"answer": text}
    assert document.faults == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("12", 12), ("1.5", 1.5), ("~", None), ("", None), ('"true"', "true")],
)
def test_plain_values_are_read_as_what_they_are(text, value):
    assert read(f"answer: {text}\n").data == {"answer": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("010", 10),
        ("08", 8),
        ("1_000", 1000),
        ("0o10", 8),
        ("0x1F", 31),
        ("-0b11", -3),
        ("+1", 1),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.inf", float("-inf")),
        ("0o8", "0o8"),
        ("0b_", "0b_"),
        ("-_", "-_"),
        ("1:30", "1:30"),
        ("Null", None),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("!!str 12", "12"),
        ("!!int 12", 12),
    ],
)
def test_numbers_are_those_of_yaml_1_2(text, value):
    assert read(f"answer: {text}\n").data == {"answer": value}


def test_a_directive_brings_no_older_reading_back():
    assert read("%YAML 1.1\n---\nanswer: yes\n").data == {"answer": "yes"}


@pytest.mark.parametrize("text", ["take?", "what? no", "http://a.org/", "a#b", "it's", "a:b"])
def test_a_text_in_brackets_may_hold_signs_that_mean_nothing_there(text):
    assert read(f"a: [{text}, b]\nc: {{d: {text}}}\n").data == {"a": [text, "b"], "c": {"d": text}}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\ufeff", "\xa0", "😀"])
def test_a_line_ends_where_an_editor_ends_it_and_nowhere_else(character):
    text = f"a: one{character}two\nb: >-\n  three{character}four\n  five\nc{character}d: 6\n"
    document = read(text)
    assert document.data == {
        "a": f"one{character}two",
        "b": f"three{character}four five",
        f"c{character}d": 6,
    }
    assert document.places[f"c{character}d",].line == 5


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\t# c\n", "a: [\n\tb]\n"])
def test_a_tab_between_words_does_no_harm(text):
    assert read(text).faults == []


def test_an_anchor_given_twice_does_no_harm():
    assert read("a: &x 1\nb: &x 2\n").data == {"a": 1, "b": 2}


def test_the_reader_of_yaml_is_the_fast_one():
    assert yaml.__with_libyaml__


def test_without_the_fast_reader_an_error_says_what_to_install(tmp_path):
    hide = "import sys; sys.modules['yaml._yaml'] = None; import widgets.course.reader"
    done = subprocess.run([sys.executable, "-c", hide], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: PyYAML is installed without libyaml, by which the course is read:"
        " install it with conda, or with pip from a wheel."
    )


@pytest.mark.parametrize("tag", ["!!int", "!!bool", "!!float"])
def test_a_tag_that_its_value_does_not_fit_leaves_text(tag):
    assert read(f"answer: {tag} maybe\n").data == {"answer": "maybe"}


def test_a_number_too_long_to_be_meant_stays_text():
    assert read(f"minutes: {'9' * 5000}\n").data == {"minutes": "9" * 5000}


def test_keys_are_text_whatever_they_look_like():
    assert read("1: a\ntrue: b\n").data == {"1": "a", "true": "b"}


def test_a_byte_order_mark_is_passed_over():
    assert read_document("course.yml", b"\xef\xbb\xbftitle: Examples\n").data == {
        "title": "Examples"
    }


def test_the_line_ends_of_windows_count_once():
    assert lines("a: 1\r\nb: 2\r\n") == {(): 1, ("a",): 1, ("b",): 2}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", f"course.yml:1: course: {EMPTY}"),
        (b"# Nothing\n# yet\n", f"course.yml:1: course: {EMPTY}"),
        (b"null\n", f"course.yml:1: course: {EMPTY}"),
        (b"~", f"course.yml:1: course: {EMPTY}"),
        (b"---\n", f"course.yml:1: course: {EMPTY}"),
        (
            b"a: 1\ntitle: caf\xe9\n",
            "course.yml:2: course: expected UTF-8 text, found the byte 0xE9"
            " (save the file with the encoding UTF-8)",
        ),
        (
            b"\xef\xbb\xbfa: 1\ntitle: caf\xe9\n",
            "course.yml:2: course: expected UTF-8 text, found the byte 0xE9"
            " (save the file with the encoding UTF-8)",
        ),
        (
            "title: Examples".encode("utf-16"),
            "course.yml:1: course: expected UTF-8 text, found the byte 0xFF"
            " (save the file with the encoding UTF-8)",
        ),
        (b"a: 1\nb: \x00\n", mistake(2, "control characters are not allowed")),
        (b"a: b: c\n", mistake(1, "mapping values are not allowed in this context")),
        (b"a: 1\nb: @c\n", mistake(2, "found character that cannot start any token")),
        (b"a: *b\n", f"course.yml:1: a: {ALIAS}"),
        (b'a: "\\q"\n', mistake(1, "found unknown escape character")),
        (
            b"a: 1\n---\nb: 2\n",
            mistake(2, "another document begins", "take the line `---` out"),
        ),
        (
            b"a:\n\tb: 1\n",
            "course.yml:2: course: expected plain spaces where a line begins, found a tab"
            " (indent with spaces, not with tabs)",
        ),
        (b"[" * 3000, f"course.yml:1: course: {TOO_DEEP}"),
        (b"a:\n  - b\n  - " + b"{c: " * 3000, f"course.yml:3: course: {TOO_DEEP}"),
        (b"? " + b"[" * 250, f"course.yml:1: course: {TOO_DEEP}"),
        (b"- " * 3000, f"course.yml:1: course: {TOO_DEEP}"),
        (b"a: " + b"[" * 3000 + b"]" * 3000, f"course.yml:1: course: {TOO_DEEP}"),
        (
            b"a: 1\nb: 2\na: 3\n",
            "course.yml:3: a: expected each key once, found 'a' again (first on line 1)"
            " (keep one of them)",
        ),
        (
            b"quizzes:\n  - {id: a, title: b, title: c}\n",
            "course.yml:2: quiz 'a' > title: expected each key once, found 'title' again"
            " (first on line 2) (keep one of them)",
        ),
        (b"a: &x 1\nb: *x\n", f"course.yml:2: b: {ALIAS}"),
        (b"a: &x [*x]\n", f"course.yml:1: a 1: {ALIAS}"),
        (
            b"a: !!python/object/apply:os.system [ls]\n",
            "course.yml:1: a: expected a plain value, found the tag"
            " !!python/object/apply:os.system (remove the tag)",
        ),
        (
            b"a: 1\nb: !mine c\n",
            "course.yml:2: b: expected a plain value, found the tag !mine (remove the tag)",
        ),
        (
            b"a: !!binary eA==\n",
            "course.yml:1: a: expected a plain value, found the tag !!binary (remove the tag)",
        ),
        (
            b"a: 1\n? [b, c]\n: d\n",
            "course.yml:2: course: expected a name as key, found a list or keys"
            " (give the key a name)",
        ),
        (
            b"a: &x b\n*x : c\n",
            "course.yml:2: course: expected a name as key, found an alias (give the key a name)",
        ),
        (
            b'a: "\\ud83d"\n',
            "course.yml:1: a: expected text, found half of a character (\\uD800 to \\uDFFF)"
            " (type the whole character)",
        ),
        (
            b"#" * 1_000_001,
            "course.yml:1: course: expected at most 1 MB, found 1.0 MB"
            " (move pictures and long texts to the notebooks)",
        ),
    ],
    ids=lambda value: repr(value[:40]) if isinstance(value, bytes) else "",
)
def test_what_a_course_can_not_hold_is_reported(content, message):
    assert messages(content) == [message]


def test_a_file_of_one_megabyte_is_still_read():
    content = b"a: 1\n#" + b"-" * 999_994
    assert len(content) == 1_000_000
    assert read_document("course.yml", content).data == {"a": 1}


def test_half_a_character_hides_no_other_fault():
    assert messages(b'a: "\\uD83D\\uDE00"\nb: &x c\nd: *x\ne: "\\U0000dfff"\n') == [
        "course.yml:1: a: expected text, found half of a character (\\uD800 to \\uDFFF)"
        " (type the whole character)",
        f"course.yml:3: d: {ALIAS}",
        "course.yml:4: e: expected text, found half of a character (\\uD800 to \\uDFFF)"
        " (type the whole character)",
    ]


def test_half_a_character_in_a_key_is_reported_as_in_a_text():
    assert messages(b'title: Examples\n"\\ud83d": b\n') == [
        "course.yml:2: course: expected text, found half of a character (\\uD800 to \\uDFFF)"
        " (type the whole character)"
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"- !mine a\n", "the tag !mine"),
        (b"- &a b\n- *a\n", "an alias"),
        (b"&a [*a]", "an alias"),
        (b"- {a: 1, a: 2}\n", "'a' again (first on line 1)"),
    ],
)
def test_a_list_in_place_of_the_course_still_gets_its_faults(content, found):
    faults = read_document("course.yml", content).faults
    assert [fault.found for fault in faults] == [found]


def test_a_character_beyond_unicode_is_a_mistake_in_the_file():
    (fault,) = read_document("course.yml", b'title: Examples\na: "\\U99999999"\n').faults
    assert (fault.line, fault.path, fault.expected) == (2, "course", "well-formed YAML")


def test_a_fault_is_one_line_even_where_its_key_is_not():
    (message,) = messages(b'"two\\nlines": !mine b\n')
    assert len(message.splitlines()) == 1


def test_every_fault_of_a_file_is_reported():
    assert messages(b"a: &x 1\na: 2\nb: *x\nc: !mine 3\n") == [
        "course.yml:2: a: expected each key once, found 'a' again (first on line 1)"
        " (keep one of them)",
        f"course.yml:3: b: {ALIAS}",
        "course.yml:4: c: expected a plain value, found the tag !mine (remove the tag)",
    ]


def test_aliases_of_aliases_stay_small():
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 30)]
    document = read("l0: &l0 laugh\n" + "\n".join(levels))
    assert document.data == {"l0": "laugh"} | {f"l{n}": [None] * 10 for n in range(1, 30)}
    assert len(document.faults) == 290


def test_a_finding_about_a_missing_part_has_the_line_of_the_part_around_it():
    document = read("title: Examples\nmodules:\n  - id: first\n")
    document.add(Finding(("modules", 0, "minutes"), "this key", "nothing", "add it"))
    assert [str(fault) for fault in document.faults] == [
        "course.yml:3: module 'first' > minutes: expected this key, found nothing (add it)"
    ]


def test_the_same_finding_is_reported_once():
    document = read("title: Examples\n")
    for _ in range(2):
        document.add(Finding(("id",), "this key", "nothing", "add it"))
    assert len(document.faults) == 1
