import pytest
from broken import messages, place, write_changed

from widgets.course.files import read_files
from widgets.course.loading import check_course
from widgets.course.shape import check_shape

CARERS = "quiz 'one-of-each' > question 'who-joins' > option 'carers'"
CONSULTATION = "quiz 'one-of-each' > question 'name-of-it' > option 'consultation'"
LINES = "write `key: value` lines"
HYPHENS = "start each item on a line of its own with a hyphen"
ID = "expected lower case words joined by hyphens"
ID_CURE = "write it like this: my-first-id"
KEYS = (
    "one of id, language, title, summary, responsible, modules, pages, short_path, reminders,"
    " sources, contacts"
)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "summary: One of each.\n",
            "summary: One of each.\nzebra: 1\n",
            "zebra:",
            f"zebra: expected {KEYS}, found 'zebra' (take it out)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: 5\n    notebok: first.ipynb\n",
            "notebok:",
            "module 'first' > notebok: expected one of id, title, minutes, notebook,"
            " content_note, objectives, forms, sources, found 'notebok' (did you mean 'notebook'?)",
        ),
        (
            ', address: "mailto:examples@example.org"}',
            "}",
            "responsible: {",
            "responsible > address: expected this key, found nothing (add it)",
        ),
        (
            '"mailto:examples@example.org"',
            "examples@example.org",
            "responsible: {",
            "responsible > address: expected an address, found 'examples@example.org'"
            " (begin it with https:// or mailto:, and leave no space in it)",
        ),
        (
            "    yours: Do something about led.",
            "    yors: Something.\n    yours: Do something about led.",
            "yors:",
            "readiness_check > step 'led' > yors: expected one of yours, ask, id, where_fixed,"
            " where_left_out, found 'yors' (did you mean 'yours'?)",
        ),
        (
            "title: Examples\n",
            'title: Examples\n"[key]": 1\n',
            '"[key]"',
            f"[key]: expected {KEYS}, found '[key]' (take it out)",
        ),
        (
            "    minutes: 5\n",
            '    minutes: 5\n    "[key]": 1\n',
            '"[key]"',
            "module 'first' > [key]: expected one of id, title, minutes, notebook,"
            " content_note, objectives, forms, sources, found '[key]' (take it out)",
        ),
        (
            "    minutes: 5\n",
            "",
            "id: first\n",
            "module 'first' > minutes: expected this key, found nothing (add it)",
        ),
        (
            "  - id: second\n    title",
            "  - title",
            "title: Second",
            "module 2 > id: expected this key, found nothing (add it)",
        ),
        (
            "text: Carers,",
            "text: true,",
            "{id: carers",
            f'{CARERS} > text: expected text, found true (put it in quotes: "true")',
        ),
        (
            "text: Carers,",
            "text: 12,",
            "{id: carers",
            f'{CARERS} > text: expected text, found 12 (put it in quotes: "12")',
        ),
        (
            "text: Carers,",
            "text: 1.50,",
            "{id: carers",
            f'{CARERS} > text: expected text, found 1.50 (put it in quotes: "1.50")',
        ),
        (
            "text: Carers,",
            "text: '',",
            "{id: carers",
            f"{CARERS} > text: expected text, found '' (write something here)",
        ),
        (
            "text: Carers,",
            "text: '  ',",
            "{id: carers",
            f"{CARERS} > text: expected text, found '' (write something here)",
        ),
        (
            "hint: Think of who decides.",
            "hint: ''",
            "hint: ''",
            "quiz 'one-of-each' > question 'name-of-it' > hint: expected text, found ''"
            " (write something here)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: [1]",
            "objectives: [1]",
            "module 'first' > objective 1: expected text, found 1 (put it in quotes: \"1\")",
        ),
        (
            "    minutes: 5\n",
            "    minutes: '5'\n",
            "minutes: '5'",
            "module 'first' > minutes: expected a whole number, found '5'"
            " (write it in digits, without quotes)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: 5.5\n",
            "minutes: 5.5",
            "module 'first' > minutes: expected a whole number, found 5.5"
            " (write it in digits, without quotes)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: true\n",
            "minutes: true",
            "module 'first' > minutes: expected a whole number, found true"
            " (write it in digits, without quotes)",
        ),
        (
            "    minutes: 5\n",
            f"    minutes: {'9' * 5000}\n",
            "minutes: 999",
            f"module 'first' > minutes: expected a whole number, found '{'9' * 57}…'"
            " (write it in digits, without quotes)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: 0\n",
            "minutes: 0",
            "module 'first' > minutes: expected 1 or more, found 0 (write a larger number)",
        ),
        (
            "    minutes: 5\n",
            "    minutes: 61\n",
            "minutes: 61",
            "module 'first' > minutes: expected 60 or less, found 61 (write a smaller number)",
        ),
        (
            "id: examples",
            "id: Examples",
            "id: Examples",
            f"id: {ID}, found 'Examples' ({ID_CURE})",
        ),
        (
            "id: examples",
            "id: my_examples",
            "id: my_examples",
            f"id: {ID}, found 'my_examples' ({ID_CURE})",
        ),
        ("id: examples", "id: 4pi", "id: 4pi", f"id: {ID}, found '4pi' ({ID_CURE})"),
        ("id: examples", "id: all-", "id: all-\n", f"id: {ID}, found 'all-' ({ID_CURE})"),
        ("id: examples", "id: café", "id: café", f"id: {ID}, found 'café' ({ID_CURE})"),
        (
            "language: en-GB",
            "language: English",
            "language: English",
            "language: expected a language, found 'English' (give its code, such as en-GB)",
        ),
        (
            "notebook: first.ipynb",
            "notebook: aside/../first.ipynb",
            "notebook: aside/../",
            "module 'first' > notebook: expected the name of a notebook, found"
            " 'aside/../first.ipynb' (give a file in notebooks/, such as 00-name.ipynb)",
        ),
        (
            "notebook: first.ipynb",
            "notebook: ../first.ipynb",
            "notebook: ../first",
            "module 'first' > notebook: expected the name of a notebook, found"
            " '../first.ipynb' (give a file in notebooks/, such as 00-name.ipynb)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: []",
            "objectives: []",
            "module 'first' > objectives: expected at least 1 in the list, found 0 (add to it)",
        ),
        (
            "objectives: [try one of each]",
            "objectives: try one of each",
            "objectives: try",
            f"module 'first' > objectives: expected a list, found 'try one of each' ({HYPHENS})",
        ),
        (
            "      - {id: who-is-missing, kind: long-text, text: Who is missing from the room?,"
            " hint: Roles only.}\n",
            "      - who-is-missing\n",
            "- who-is-missing\n",
            "quiz 'one-of-each' > question 6: expected keys and values, found 'who-is-missing'"
            f" ({LINES})",
        ),
        (
            "kind: depends",
            "kind: opinion",
            "kind: opinion",
            "quiz 'one-of-each' > question 'what-first' > kind: expected 'single',"
            " 'multiple', 'depends', 'view', 'short-text', 'long-text' or 'date', found 'opinion'"
            " (use one of those)",
        ),
        (
            "audience: anyone",
            "audience: everyone",
            "{id: a-team",
            "contact 'a-team' > audience: expected 'mind' or 'anyone', found 'everyone'"
            " (use one of those)",
        ),
        (
            "sources:\n  - {id: a-source,",
            "sources:\n  - {id: b-source, title: B, publisher: B, address: example.org,"
            " review_months: 1}\n"
            "  - {id: a-source,",
            "{id: b-source",
            "source 'b-source' > address: expected an address, found 'example.org'"
            " (begin it with https://, and leave no space in it)",
        ),
    ],
)
def test_a_part_of_the_wrong_shape_is_reported_with_its_cure(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


TURN = "scenario 'a-story' > decision 'the-vote' > option 'cast-it'"
PAGE_CURE = "write it like this: recall/1"
PLACE_CURE = "write it like this: your-work/work-name"
NOTEBOOK_CURE = "give a file in notebooks/, such as 00-name.ipynb"
CHECKED = "checked: 2026-11-01, review_months: 12"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "{address: glossary,",
            "{address: /glossary,",
            "{address: /glossary",
            f"page '/glossary' > address: expected the address of a page, found '/glossary'"
            f" ({PAGE_CURE})",
        ),
        (
            "{address: glossary,",
            "{address: glossary//1,",
            "{address: glossary//1",
            f"page 'glossary//1' > address: expected the address of a page, found 'glossary//1'"
            f" ({PAGE_CURE})",
        ),
        (
            "{address: glossary,",
            "{address: ../glossary,",
            "{address: ../glossary",
            f"page '../glossary' > address: expected the address of a page, found '../glossary'"
            f" ({PAGE_CURE})",
        ),
        (
            "{address: glossary,",
            "{address: Glossary/,",
            "{address: Glossary/",
            f"page 'Glossary/' > address: expected the address of a page, found 'Glossary/'"
            f" ({PAGE_CURE})",
        ),
        (
            "{address: glossary,",
            "{address: 7,",
            "{address: 7",
            'page 2 > address: expected text, found 7 (put it in quotes: "7")',
        ),
        (
            "notebook: glossary.ipynb",
            "notebook: ../glossary.ipynb",
            "{address: glossary",
            "page 'glossary' > notebook: expected the name of a notebook, found '../glossary.ipynb'"
            f" ({NOTEBOOK_CURE})",
        ),
        (
            "notebook: glossary.ipynb",
            "notebook: /glossary.ipynb",
            "{address: glossary",
            "page 'glossary' > notebook: expected the name of a notebook, found '/glossary.ipynb'"
            f" ({NOTEBOOK_CURE})",
        ),
        (
            "in_footer: true",
            "in_footer: yes",
            "{address: glossary",
            "page 'glossary' > in_footer: expected true or false, found 'yes'"
            " (write true or false with nothing around it)",
        ),
        (
            "in_footer: true",
            "footer: true",
            "{address: glossary",
            "page 'glossary' > footer: expected one of address, title, notebook, in_footer,"
            " on_home, forms, sources, found 'footer' (did you mean 'in_footer'?)",
        ),
        (
            "{title: Try it, page: first, section: Try it, minutes: 3}",
            "{title: Try it, page: first, section: [a], minutes: 3}",
            "{title: Try it",
            "step 1 > section: expected text, found a list (write text here)",
        ),
        (
            "page: readiness-check, minutes: 5}",
            "page: readiness-check, minutes: 0}",
            "{title: The check",
            "step 2 > minutes: expected 1 or more, found 0 (write a larger number)",
        ),
        (
            "        looks_back: [one-of-each/work-name]",
            "        looks_back: yes",
            "looks_back: yes",
            "quiz 'one-of-each' > question 'where-it-stands' > looks_back: expected a list,"
            f" found 'yes' ({HYPHENS})",
        ),
        (
            "            way_back: Open it again next week.",
            "            way_back: ''",
            "way_back: ''",
            f"{TURN} > way_back: expected text, found '' (write something here)",
        ),
        (
            "            mechanism: One person decided for eight.\n",
            "",
            "id: cast-it",
            f"{TURN} > mechanism: expected this key, found nothing (add it)",
        ),
        (
            "            mechanism: One person decided for eight.\n",
            "            mechanism: One person decided for eight.\n            correct: true\n",
            "correct: true\n            principle",
            f"{TURN} > correct: expected one of id, text, consequence, mechanism, principle,"
            " phrase, way_back, then, found 'correct' (take it out)",
        ),
        (
            "        role: the chair",
            "        role: 7",
            "role: 7",
            "scenario 'a-story' > decision 'the-vote' > role: expected text, found 7"
            ' (put it in quotes: "7")',
        ),
        (
            "answers: {all-stages: not-now, equal-decisions: dont-know,"
            " jointly-responsible: not-now, power: not-now, responsibilities: dont-know,"
            " support: not-now,"
            " lived-experience-decides: told}",
            "answers: [not-now, dont-know]",
            "answers: [not-now",
            f"own_check > answers: expected keys and values, found a list ({LINES})",
        ),
        (
            "{page: recall/1, days: 7,",
            "{page: recall/1, days: 401,",
            "{page: recall/1",
            "reminder 1 > days: expected 400 or less, found 401 (write a smaller number)",
        ),
        (
            "  - {id: outside, name: Someone outside, text: They do not.}\n",
            "",
            "talk:",
            "care > talk: expected at least 2 in the list, found 1 (add to it)",
        ),
        (
            'number: "116 000"',
            "number: 116000",
            "{id: a-line",
            "care > helpline 'a-line' > number: expected text, found 116000"
            ' (put it in quotes: "116000")',
        ),
        (
            "checked: 2026-11-01, review_months: 6",
            "review_months: 6",
            "{id: a-line",
            "care > helpline 'a-line' > checked: expected this key, found nothing (add it)",
        ),
        (
            "- {id: carer, term: Carer, text: Someone who supports another person unpaid.}",
            "- {id: carer, term: Carer}",
            "{id: carer, term",
            "term 'carer' > text: expected this key, found nothing (add it)",
        ),
        (
            CHECKED,
            "checked: 1 November 2026, review_months: 12",
            "{id: a-source",
            "source 'a-source' > checked: expected a date, found '1 November 2026'"
            " (write year, month and day: 2026-11-23)",
        ),
        (
            CHECKED,
            "checked: 5, review_months: 12",
            "{id: a-source",
            "source 'a-source' > checked: expected text, found 5 (put it in quotes: \"5\")",
        ),
        (
            CHECKED,
            "checked: 2026-11-01, review_months: 37",
            "{id: a-source",
            "source 'a-source' > review_months: expected 36 or less, found 37"
            " (write a smaller number)",
        ),
        (
            CHECKED,
            "checked: 2026-11-01",
            "{id: a-source",
            "source 'a-source' > review_months: expected this key, found nothing (add it)",
        ),
    ],
)
def test_a_part_beside_the_lessons_of_the_wrong_shape_is_reported_likewise(
    tmp_path, old, new, at, message
):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


@pytest.mark.parametrize("value", ["yes", "one-of-each", "/work-name", "one-of-each/", "a/b/c"])
def test_a_look_back_that_names_no_place_is_told_how_to_write_one(tmp_path, value):
    old = "        looks_back: [one-of-each/work-name]"
    course_file = write_changed(tmp_path, (old, f"        looks_back: [{value}]"))
    assert messages(course_file)[0] == (
        f"{place(course_file, f'looks_back: [{value}]')}: quiz 'one-of-each' > question"
        f" 'where-it-stands' > looks_back 1: expected a quiz and its question, found '{value}'"
        f" ({PLACE_CURE})"
    )


@pytest.mark.parametrize("day", ["2026-1-5", "26-01-05", "2026-01-05T00:00", "1999-01-01"])
def test_a_date_that_is_not_year_month_and_day_is_told_how_to_write_one(tmp_path, day):
    course_file = write_changed(tmp_path, (CHECKED, f"checked: '{day}', review_months: 12"))
    assert messages(course_file) == [
        f"{place(course_file, '{id: a-source')}: source 'a-source' > checked: expected a date,"
        f" found '{day}' (write year, month and day: 2026-11-23)"
    ]


def test_a_source_that_nobody_has_read_needs_no_date(tmp_path):
    assert messages(write_changed(tmp_path, (CHECKED, "review_months: 12"))) == []


def test_only_the_lessons_contacts_and_care_must_hold_something(tmp_path):
    course_file = write_changed(
        tmp_path,
        ("reminders:\n  - {page: recall/1, days: 7, title: After a week}\n", "reminders: []\n"),
        ("- {id: carer, term: Carer, text: Someone who supports another person unpaid.}", "[]"),
    )
    assert [told for told in messages(course_file) if "course.yml" in told] == []


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
    course_file = write_changed(tmp_path, change)
    assert messages(course_file)[-1] == (
        f"{place(course_file, '{id: consultation')}: {CONSULTATION} > correct:"
        " expected true or false, found 'true' (write true or false with nothing around it)"
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


def test_a_list_with_too_little_in_it_is_reported(tmp_path):
    course_file = write_changed(tmp_path, ("      pay: [pay]", "      pay: []"))
    assert messages(course_file) == [
        f"{place(course_file, 'pay: []')}: readiness_check > consideration 'support' > given > pay:"
        " expected at least 1 in the list, found 0 (add to it)"
    ]


def test_a_key_that_can_not_be_an_id_is_reported_at_its_own_line(tmp_path):
    course_file = write_changed(tmp_path, ("power: Staff have it.", "Power: Staff have it."))
    at = place(course_file, "Power: Staff")
    assert f"{at}: own_check > why > Power: {ID}, found 'Power' ({ID_CURE})" in (
        messages(course_file)
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
    course, findings = check_shape(read_files(example_file).data)
    assert findings == []
    assert [module.notebook for module in course.modules] == ["first.ipynb", "second.ipynb"]
