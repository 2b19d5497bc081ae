import copy
from itertools import cycle

import pytest
from broken import messages, place, write_changed

from widgets.course.document import Document, read_document
from widgets.course.files import read_files
from widgets.course.loading import check_course, notebooks_folder
from widgets.course.rules import check_rules
from widgets.course.rules.lessons import check_lessons
from widgets.course.shape import check_shape

ANOTHER_ID = "(choose another id)"
QUIZ = "quiz 'one-of-each'"
SINGLE = f"{QUIZ} > question 'name-of-it'"
MULTIPLE = f"{QUIZ} > question 'who-joins'"
DEPENDS = f"{QUIZ} > question 'what-first'"
CAST_IT = "scenario 'a-story' > decision 'the-vote' > option 'cast-it'"
CHECK = "readiness_check"
BRACES = "(braces mark what is filled in: keep exactly those)"
MEND_ID = "(mend the id, or add what it names)"
SOURCE = "title: A, publisher: B, address: 'https://a.org', review_months: 1"
CONTACT = "name: A, audience: anyone, text: B, address: 'mailto:a@b.org'"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "  - {id: a-source,",
            f"  - {{id: a-source, {SOURCE}}}\n  - {{id: a-source,",
            "{id: a-source, title: A source",
            f"source 'a-source' > id: expected an id of its own, found 'a-source' again"
            f" {ANOTHER_ID}",
        ),
        (
            "  - {id: a-team,",
            f"  - {{id: a-team, {CONTACT}}}\n  - {{id: a-team,",
            "{id: a-team, name: A team",
            f"contact 'a-team' > id: expected an id of its own, found 'a-team' again {ANOTHER_ID}",
        ),
        (
            "  - id: second\n",
            "  - id: first\n",
            "id: first\n    title: Second",
            f"module 'first' > id: expected an id of its own, found 'first' again {ANOTHER_ID}",
        ),
        (
            "  - id: one-of-each\n",
            "  - {id: one-of-each, title: A, questions:"
            " [{id: a, kind: short-text, text: A}]}\n  - id: one-of-each\n",
            "id: one-of-each\n",
            f"{QUIZ} > id: expected an id of its own, found 'one-of-each' again {ANOTHER_ID}",
        ),
        (
            "      - id: who-joins\n",
            "      - id: name-of-it\n",
            "id: name-of-it\n        kind: multiple",
            f"{SINGLE} > id: expected an id of its own, found 'name-of-it' again {ANOTHER_ID}",
        ),
        (
            "{id: staff,",
            "{id: carers,",
            "{id: carers, text: Staff",
            f"{MULTIPLE} > option 'carers' > id: expected an id of its own,"
            f" found 'carers' again {ANOTHER_ID}",
        ),
        (
            '  - {id: not-now, text: "no"}\n',
            '  - {id: not-now, text: "no"}\n  - {id: not-now, text: "not"}\n',
            '{id: not-now, text: "not"}',
            f"{CHECK} > stands 'not-now' > id: expected an id of its own,"
            f" found 'not-now' again {ANOTHER_ID}",
        ),
    ],
)
def test_an_id_given_twice_is_reported(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [f"{place(course_file, at)}: {message}"]


@pytest.mark.parametrize(
    "name",
    [
        "about",
        "accessibility",
        "api",
        "asked",
        "coach",
        "embed",
        "glossary",
        "health",
        "join",
        "oembed",
        "plan",
        "readiness-check",
        "recall",
        "static",
        "voila",
    ],
)
def test_a_module_can_not_take_an_address_of_the_course_s_own(tmp_path, name):
    course_file = write_changed(tmp_path, ("  - id: second\n", f"  - id: {name}\n"))
    at = place(course_file, f"  - id: {name}\n")
    assert messages(course_file)[0] == (
        f"{at}: module '{name}' > id: expected an id that is free,"
        f" found '{name}', an address of the course's own {ANOTHER_ID}"
    )


@pytest.mark.parametrize(
    "address", ["about", "recall", "accessibility/how", "asked", "glossary/a-z", "embed"]
)
def test_a_page_may_have_an_address_that_is_kept_from_modules(tmp_path, address):
    change = ("{address: glossary,", f"{{address: {address},")
    assert messages(write_changed(tmp_path, change)) == []


@pytest.mark.parametrize(
    "address",
    [
        "api",
        "coach",
        "health",
        "join",
        "oembed",
        "readiness-check",
        "static",
        "voila",
        "static/form",
        "voila/a/b",
        "embed/1",
        "second",
        "index",
        '"404"',
    ],
)
def test_a_page_can_not_take_an_address_that_something_else_has(tmp_path, address):
    found = address.strip('"')
    course_file = write_changed(tmp_path, ("{address: glossary,", f"{{address: {address},"))
    assert messages(course_file) == [
        f"{place(course_file, f'{{address: {address},')}: page '{found}' > address: expected an"
        f" address that is free, found '{found}' (choose another address)"
    ]


def test_a_module_can_not_take_the_name_of_the_home_page_s_file(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: second\n", "  - id: index\n"))
    assert messages(course_file)[:1] == [
        f"{place(course_file, 'id: index')}: module 'index' > id: expected an id that is free,"
        f" found 'index', an address of the course's own {ANOTHER_ID}"
    ]


def test_a_page_can_not_take_the_address_of_the_page_before_it(tmp_path):
    course_file = write_changed(tmp_path, ("{address: glossary,", "{address: plan,"))
    assert messages(course_file) == [
        f"{place(course_file, '{address: plan, title: Glossary')}: page 'plan' > address: expected"
        " an address that is free, found 'plan' (choose another address)"
    ]


def test_two_pages_can_not_have_one_address(tmp_path):
    course_file = write_changed(tmp_path, ("{address: glossary,", "{address: recall/1,"))
    assert messages(course_file) == [
        f"{place(course_file, '{address: recall/1, title: After')}: page 'recall/1' >"
        " address: expected an address that is free, found 'recall/1' (choose another address)"
    ]


def test_a_quiz_can_not_take_the_id_of_the_readiness_check(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: again\n", "  - id: readiness-check\n"))
    place_of_id = place(course_file, "id: readiness-check\n")
    assert messages(course_file)[2:3] == [
        f"{place_of_id}: quiz 'readiness-check' > id: expected an id that is free,"
        f" found 'readiness-check', the id of the readiness check {ANOTHER_ID}"
    ]


@pytest.mark.parametrize(("old", "kind"), [("again", "quiz"), ("a-story", "scenario")])
def test_nothing_can_take_the_id_of_the_plan(tmp_path, old, kind):
    course_file = write_changed(tmp_path, (f"  - id: {old}\n", "  - id: plan\n"))
    assert (
        f"{place(course_file, 'id: plan' + chr(10))}: {kind} 'plan' > id: expected an id that is"
        f" free, found 'plan', the id of the plan {ANOTHER_ID}"
    ) in messages(course_file)


def test_a_scenario_can_not_take_the_id_of_a_quiz(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: a-story\n", "  - id: again\n"))
    assert messages(course_file)[1] == (
        f"{place(course_file, 'id: again' + chr(10) + '    title: The tied')}: scenario 'again' >"
        f" id: expected an id that is free, found 'again', the id of a quiz {ANOTHER_ID}"
    )


def test_a_scenario_can_not_take_the_id_of_the_readiness_check(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: a-story\n", "  - id: readiness-check\n"))
    place_of_id = place(course_file, "id: readiness-check\n")
    assert messages(course_file)[1] == (
        f"{place_of_id}: scenario 'readiness-check' > id: expected an id that is free,"
        f" found 'readiness-check', the id of the readiness check {ANOTHER_ID}"
    )


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_an_id_that_is_no_text_hides_no_other_fault(tmp_path, value):
    changes = [("  - id: second\n", f"  - id: {value}\n"), ("minutes: 5\n", "minutes: 0\n")]
    first, second = check_course(write_changed(tmp_path, *changes))
    assert first.path == "module 'first' > minutes"
    assert (second.path, second.expected) == ("module 2 > id", "text")


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "forms: [one-of-each, a-story,",
            "forms: [one-of-eahc, a-story,",
            "forms: [one-of-eahc",
            "module 'first' > form 1: expected the id of one of the forms, found 'one-of-eahc'",
        ),
        (
            "forms: [again]",
            "forms: [agian]",
            "{address: recall/1",
            "page 'recall/1' > form 1: expected the id of one of the forms, found 'agian'",
        ),
        (
            "sources: [a-source]",
            "sources: [a-source, b-source]",
            "sources: [a-source, b-source]",
            "module 'first' > source 2: expected the id of one of the sources, found 'b-source'",
        ),
        (
            "forms: [again]",
            "forms: [again], sources: [b-source]",
            "{address: recall/1",
            "page 'recall/1' > source 1: expected the id of one of the sources, found 'b-source'",
        ),
        (
            "{title: Try it, page: first,",
            "{title: Try it, page: frist,",
            "{title: Try it",
            "step 1 > page: expected the address of a page, found 'frist'",
        ),
        (
            "reminders:\n  - {page: recall/1,",
            "reminders:\n  - {page: recall/2,",
            "{page: recall/2",
            "reminder 1 > page: expected the address of a page, found 'recall/2'",
        ),
        (
            "reminders:\n  - {page: recall/1,",
            "reminders:\n  - {page: first,",
            "{page: first",
            "reminder 1 > page: expected the address of a page, found 'first'",
        ),
        (
            "        looks_back: [one-of-each/work-name]",
            "        looks_back: [one-of-each/who-joins, one-of-each/name]",
            "looks_back: [one-of-each/who-joins",
            f"{QUIZ} > question 'where-it-stands' > looks_back 2: expected a quiz and its question,"
            " found 'one-of-each/name'",
        ),
        (
            "looks_back: [one-of-each/work-name]\nfirst_go",
            "looks_back: [again/work-name]\nfirst_go",
            "looks_back: [again/work-name]",
            f"{CHECK} > looks_back 1: expected a quiz and its question, found 'again/work-name'",
        ),
        (
            "looks_back: [one-of-each/work-name]\nfirst_go",
            "looks_back: [a-story/the-vote]\nfirst_go",
            "looks_back: [a-story/the-vote]",
            f"{CHECK} > looks_back 1: expected a quiz and its question, found 'a-story/the-vote'",
        ),
        (
            "first_go: [again/all-stages]",
            "first_go: [again/every-stage]",
            "first_go: [again/every-stage]",
            f"{CHECK} > first_go 1: expected a quiz and its question, found 'again/every-stage'",
        ),
        (
            "text: Then …, looks_back: [one-of-each/work-name]",
            "text: Then …, looks_back: [one-of-each/work-name, again/work-name]",
            "{id: what, ",
            "plan > question 'what' > looks_back 2: expected a quiz and its question,"
            " found 'again/work-name'",
        ),
    ],
)
def test_what_does_not_exist_is_reported_where_it_is_named(tmp_path, old, new, at, message):
    course_file = write_changed(tmp_path, (old, new))
    told = [told for told in messages(course_file) if told.endswith(MEND_ID)]
    assert told == [f"{place(course_file, at)}: {message} {MEND_ID}"]


@pytest.mark.parametrize("page", ["glossary", "recall/1", "second", "readiness-check"])
def test_the_short_path_may_lead_to_any_page(tmp_path, page):
    old, new = "{title: The check, page: readiness-check,", f"{{title: The check, page: {page},"
    assert messages(write_changed(tmp_path, (old, new))) == []


def test_a_quiz_that_nothing_shows_is_reported(tmp_path):
    quiz = "  - {id: spare, title: A, questions: [{id: a, kind: short-text, text: A}]}\n"
    course_file = write_changed(tmp_path, ("  - id: one-of-each\n", f"{quiz}  - id: one-of-each\n"))
    assert messages(course_file) == [
        f"{place(course_file, '{id: spare,')}: quiz 'spare' > id: expected a quiz that is shown,"
        " found 'spare' (add its id to a module's or page's forms, or take the quiz out)"
    ]


def test_a_scenario_that_nothing_shows_is_reported(tmp_path):
    course_file = write_changed(
        tmp_path, ("forms: [one-of-each, a-story,", "forms: [one-of-each, one-of-each,")
    )
    assert messages(course_file)[1:] == [
        f"{place(course_file, '- id: a-story')}: scenario 'a-story' > id: expected a scenario that"
        " is shown, found 'a-story' (add its id to a module's or page's forms, or take the"
        " scenario out)"
    ]


@pytest.mark.parametrize("language", ["xx", "qq-GB"])
def test_a_language_without_names_for_its_months_is_reported(tmp_path, language):
    course_file = write_changed(tmp_path, ("language: en-GB", f"language: {language}"))
    assert messages(course_file) == [
        f"{place(course_file, f'language: {language}')}: language: expected a language with names"
        f" for days and months, found '{language}' (give the code of a language that Unicode's"
        " language data (CLDR) knows)"
    ]


@pytest.mark.parametrize("day", ["2026-13-45", "2026-00-01", "2025-02-29", "2026-06-31"])
@pytest.mark.parametrize(
    ("old", "path"),
    [
        ("checked: 2026-11-01, review_months: 12", "source 'a-source' > checked"),
        ("checked: 2026-11-01, review_months: 6", "care > helpline 'a-line' > checked"),
    ],
)
def test_a_day_that_no_calendar_has_is_reported(tmp_path, old, path, day):
    new = old.replace("2026-11-01", day)
    course_file = write_changed(tmp_path, (old, new))
    assert messages(course_file) == [
        f"{place(course_file, new)}: {path}: expected a day of the calendar, found '{day}'"
        " (mend the month or the day)"
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            'progress: "{done} of all done"',
            "progress: expected {done} and {total}, found {done}",
        ),
        (
            'progress: "{done} of {total} {things}"',
            "progress: expected {done} and {total}, found {done} and {things} and {total}",
        ),
        ('minutes: "about {mintues}"', "minutes: expected {minutes}, found {mintues}"),
        ("lesson: Lesson", "lesson: expected {number} and {total}, found none"),
        ("choose_one: Choose", "choose_one: expected {question}, found none"),
        ("choose_any: Choose", "choose_any: expected {question}, found none"),
        ("write_something: Write", "write_something: expected {question}, found none"),
        ("you_are: You are someone.", "you_are: expected {role}, found none"),
        ("checked: Read.", "checked: expected {date}, found none"),
        ("phrase: Say {it}", "phrase: expected no words in braces, found {it}"),
        ("check: Check {it}", "check: expected no words in braces, found {it}"),
        (
            'results: {fits: "That {kind} fits."}',
            "results > fits: expected no words in braces, found {kind}",
        ),
        ("choose_day: Choose", "choose_day: expected {question}, found none"),
        (
            "plan: {commitment: Commitment}",
            "plan > commitment: expected {number}, found none",
        ),
        (
            'plan: {commitment: "Commitment {name}"}',
            "plan > commitment: expected {number}, found {name}",
        ),
        (
            'plan: {steps: "Steps of {number}"}',
            "plan > steps: expected no words in braces, found {number}",
        ),
        (
            'moved: {from_to: "{name}: to {now}"}',
            "moved > from_to: expected {before} and {name} and {now}, found {name} and {now}",
        ),
        (
            'moved: {same: "{name} is the same"}',
            "moved > same: expected no words in braces, found {name}",
        ),
        (
            'readiness: {result: "The result, {name}"}',
            "readiness > result: expected no words in braces, found {name}",
        ),
        (
            'take_away: {made: "{file} is made."}',
            "take_away > made: expected no words in braces, found {file}",
        ),
        (
            'instructions: {view: "Your {own} view."}',
            "instructions > view: expected no words in braces, found {own}",
        ),
    ],
)
def test_words_must_keep_exactly_the_braces_that_are_filled_in(words, message):
    assert rule_messages(f"words:\n  {words}\n") == [f"course.yml:2: words > {message} {BRACES}"]


@pytest.mark.parametrize("text", ["{minutes} minutes {", "{minutes} minutes }", "{minutes} {{}"])
def test_a_brace_without_its_other_half_is_reported(text):
    (message,) = rule_messages(f'words:\n  minutes: "{text}"\n')
    assert message.startswith("course.yml:2: words > minutes: expected {minutes}, found ")


def rule_messages(text):
    document = read_document("course.yml", text.encode())
    for finding in check_rules(document.data):
        document.add(finding)
    return [str(fault) for fault in document.faults]


def test_faults_of_different_sorts_are_all_reported_by_line(tmp_path):
    changes = [
        ("summary: One of each.\n", "sumary: One of each.\n"),
        ("    minutes: 3\n", "    minutes: 99\n"),
        ("text: Consultation, correct: true,", "text: Consultation,"),
        ("text: Co-design,", "text: 3,"),
        ("{id: staff,", "{id: carers,"),
        ("{id: write, text:", "{id: write, text: A, text:"),
        ("then: next-week", "then: the-vote"),
        (
            "  - {id: find-out, title",
            "  - {id: too-soon, title: a, text: b}\n  - {id: find-out, title",
        ),
        ("checked: 2026-11-01, review_months: 6", "checked: 2026-11-31, review_months: 6"),
        ("audience: anyone", "audience: all"),
    ]
    course_file = write_changed(tmp_path, *changes)
    faults = check_course(course_file)
    assert [(f"{fault.file}:{fault.line}", fault.path) for fault in faults] == [
        (place(course_file, "id: examples"), "summary"),
        (place(course_file, "sumary:"), "sumary"),
        (place(course_file, "minutes: 99"), "module 'second' > minutes"),
        (place(course_file, "{id: a-team"), "contact 'a-team' > audience"),
        (place(course_file, "options:\n          - {id: co-production"), f"{SINGLE} > options"),
        (place(course_file, "{id: co-design"), f"{SINGLE} > option 'co-design' > text"),
        (place(course_file, "{id: carers, text: Staff"), f"{MULTIPLE} > option 'carers' > id"),
        (place(course_file, "{id: write"), f"{DEPENDS} > option 'write' > text"),
        (place(course_file, "then: the-vote"), f"{CAST_IT} > then"),
        (
            place(course_file, "{id: too-soon,"),
            f"{CHECK} > verdict 'too-soon' > id",
        ),
        (place(course_file, "{id: a-line"), "care > helpline 'a-line' > checked"),
    ]


def module_with(*kinds, forms=("b",)):
    questions = [{"id": f"q{n}", "kind": kind} for n, kind in enumerate(kinds)]
    data = {
        "modules": [{"id": "a", "forms": list(forms)}],
        "quizzes": [{"id": "b", "questions": questions}],
        "scenarios": [{"id": "c"}],
    }
    findings = [finding for finding in check_rules(data) if finding.path[0] == "modules"]
    return [(finding.path, finding.expected, finding.found, finding.cure) for finding in findings]


@pytest.mark.parametrize("kinds", [["short-text"], ["long-text"], ["view"], ["view", "long-text"]])
def test_a_module_that_only_asks_what_nobody_marks_could_never_be_done(kinds):
    cure = "add a question to check, or a scenario: without one it is never done"
    fault = (("modules", 0, "forms"), "a form by which it is done", "none", cure)
    assert module_with(*kinds) == [fault]


@pytest.mark.parametrize("kind", ["single", "multiple", "depends"])
def test_one_question_to_check_is_enough_for_a_module(kind):
    assert module_with("view", kind) == []


def test_a_plan_alone_is_not_enough_for_a_module():
    assert [expected for _, expected, _, _ in module_with("view", forms=["b", "plan"])] == [
        "a form by which it is done"
    ]
    assert module_with("single", forms=["b", "plan"]) == []


@pytest.mark.parametrize("form", ["c", "readiness-check"])
def test_a_scenario_or_the_readiness_check_is_enough_for_a_module(form):
    assert module_with("view", forms=["b", form]) == []
    assert module_with("view", forms=[form]) == []


def paths_in(value, path=()):
    """Yield the path of each part, and of one item for each list."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else ()
    items = enumerate(value[:1]) if isinstance(value, list) else items
    for step, item in items:
        yield from paths_in(item, (*path, step))


def with_part(data, path, part):
    data = copy.deepcopy(data)
    around = data
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = part
    return data


# Each part meets three of them, and each of them a quarter of all parts.
STRANGE = [["x"], [["x"]], [], {"a": ["b"]}, [{"id": ["a"]}], 7, True, None, "", "../x", "a/b"]


@pytest.mark.parametrize("turn", range(3))
def test_whatever_stands_in_place_of_a_part_the_rules_do_not_fail(example_file, turn):
    data = read_files(example_file).data
    words = data.pop("words")
    for path, part in zip(paths_in(data), cycle(STRANGE[turn:] + STRANGE[:turn]), strict=False):
        changed = with_part(data, path, part) | {"words": words}
        document = Document("course.yml", changed)
        _, findings = check_shape(changed)
        for finding in (*findings, *check_rules(changed)):
            document.add(finding)
        check_lessons(document, notebooks_folder(example_file))
        assert all(len(str(fault).splitlines()) == 1 for fault in document.faults), path


def mappings_in(value, path=()):
    """Yield the path of each mapping, and of one item for each list."""
    items = value.items() if isinstance(value, dict) else ()
    items = enumerate(value[:1]) if isinstance(value, list) else items
    if isinstance(value, dict):
        yield path
    for step, item in items:
        yield from mappings_in(item, (*path, step))


def test_a_key_too_many_is_a_fault_wherever_it_stands(example_file):
    data = read_files(example_file).data
    for path in mappings_in(data):
        if path:
            place = (*path, "zebra")
            _, findings = check_shape(with_part(data, place, 1))
            told = [*findings, *check_rules(with_part(data, place, 1))]
            assert place in {finding.path for finding in told}, path
