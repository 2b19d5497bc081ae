import pytest
from broken import messages, write_changed

from widgets.course.document import read_document
from widgets.course.loading import check_course
from widgets.course.rules import check_rules

ANOTHER_ID = "(choose another id)"
QUIZ = "quiz 'one-of-each'"
SINGLE = f"{QUIZ} > question 'name-of-it'"
MULTIPLE = f"{QUIZ} > question 'who-joins'"
DEPENDS = f"{QUIZ} > question 'what-first'"
CHECK = "readiness_check"
BRACES = "(braces mark what is filled in: keep exactly those)"
MEND_ID = "(mend the id, or add what it names)"
SOURCE = "title: A, publisher: B, address: 'https://a.org'"
CONTACT = "name: A, audience: anyone, text: B, address: 'mailto:a@b.org'"
CARERS = (
    "          - {id: carers, text: Carers, correct: true, feedback: They live with it.,"
    " if_missed: Carers would be left out.}\n"
)
STAFF = "          - {id: staff, text: Staff, correct: true, feedback: They deliver it.}\n"
MANAGERS = (
    "          - {id: only-managers, text: Only managers, feedback: That leaves others out.}\n"
)
WRITE = "          - {id: write, text: Write it alone, feedback: Some things get fixed.}\n"


def options(count):
    return "".join(f"          - {{id: o{n}, text: A, feedback: B}}\n" for n in range(count))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  - {id: a-source,",
            f"  - {{id: a-source, {SOURCE}}}\n  - {{id: a-source,",
            f"92: source 'a-source' > id: expected an id of its own, found 'a-source' again"
            f" {ANOTHER_ID}",
        ),
        (
            "  - {id: a-team,",
            f"  - {{id: a-team, {CONTACT}}}\n  - {{id: a-team,",
            f"94: contact 'a-team' > id: expected an id of its own, found 'a-team' again"
            f" {ANOTHER_ID}",
        ),
        (
            "  - id: second\n",
            "  - id: first\n",
            f"15: module 'first' > id: expected an id of its own, found 'first' again {ANOTHER_ID}",
        ),
        (
            "quizzes:\n",
            "quizzes:\n  - {id: one-of-each, title: A, questions:"
            " [{id: a, kind: short-text, text: A}]}\n",
            f"24: {QUIZ} > id: expected an id of its own, found 'one-of-each' again {ANOTHER_ID}",
        ),
        (
            "      - id: who-joins\n",
            "      - id: name-of-it\n",
            f"34: {SINGLE} > id: expected an id of its own, found 'name-of-it' again {ANOTHER_ID}",
        ),
        (
            "{id: staff,",
            "{id: carers,",
            f"39: {MULTIPLE} > option 'carers' > id: expected an id of its own,"
            f" found 'carers' again {ANOTHER_ID}",
        ),
        (
            '    - {id: not-now, text: "No"}\n',
            '    - {id: not-now, text: "No"}\n    - {id: not-now, text: "Not"}\n',
            f"63: {CHECK} > answer 'not-now' > id: expected an id of its own,"
            f" found 'not-now' again {ANOTHER_ID}",
        ),
        (
            "    - id: find-out\n",
            "    - id: likely\n",
            f"82: {CHECK} > result 'likely' > id: expected an id of its own,"
            f" found 'likely' again {ANOTHER_ID}",
        ),
    ],
)
def test_an_id_given_twice_is_reported(tmp_path, old, new, message):
    assert messages(write_changed(tmp_path, (old, new))) == [f"course.yml:{message}"]


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
        "plan",
        "readiness-check",
        "recall",
        "static",
        "voila",
    ],
)
def test_a_module_can_not_take_an_address_of_the_course_s_own(tmp_path, name):
    assert messages(write_changed(tmp_path, ("  - id: first\n", f"  - id: {name}\n"))) == [
        f"course.yml:8: module '{name}' > id: expected an id that is free, found '{name}',"
        f" an address of the course's own {ANOTHER_ID}"
    ]


def test_a_quiz_can_not_take_the_id_of_the_readiness_check(tmp_path):
    change = ("  - id: one-of-each\n    title", "  - id: readiness-check\n    title")
    assert messages(write_changed(tmp_path, change))[-1] == (
        "course.yml:23: quiz 'readiness-check' > id: expected an id that is free,"
        f" found 'readiness-check', the id of the readiness check {ANOTHER_ID}"
    )


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_an_id_that_is_no_text_hides_no_other_fault(tmp_path, value):
    changes = [("  - id: first\n", f"  - id: {value}\n"), ("minutes: 3", "minutes: 0")]
    first, second = check_course(write_changed(tmp_path, *changes))
    assert (first.line, first.path, first.expected) == (8, "module 1 > id", "text")
    assert (second.line, second.path) == (17, "module 'second' > minutes")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "text: Consultation, correct: true,",
            "text: Consultation,",
            f"30: {SINGLE} > options: expected one correct option, found 0"
            " (put `correct: true` on one option only)",
        ),
        (
            "text: Co-design,",
            "text: Co-design, correct: true,",
            f"30: {SINGLE} > options: expected one correct option, found 2"
            " (put `correct: true` on one option only)",
        ),
        (
            "text: Call the funder,",
            "text: Call the funder, correct: true,",
            f"44: {DEPENDS} > options: expected no correct option, found 1"
            " (take `correct: true` out, or change the kind)",
        ),
        (
            CARERS + STAFF,
            options(1),
            f"37: {MULTIPLE} > options: expected at least one correct option, found none"
            " (put `correct: true` on each that is correct)",
        ),
        (
            MANAGERS,
            options(5),
            f"37: {MULTIPLE} > options: expected at most 6 options, found 7"
            " (join some, or ask two questions)",
        ),
        (
            WRITE,
            "",
            f"44: {DEPENDS} > options: expected at least 2 options, found 1 (add options)",
        ),
        (
            "kind: short-text, text",
            "kind: depends, text",
            f"47: {QUIZ} > question 'work-name' > options: expected at least 2 options, found 0"
            " (add options)",
        ),
        (
            "kind: short-text,",
            "kind: short-text, options: [{id: a, text: A, feedback: B}],",
            f"47: {QUIZ} > question 'work-name' > options: expected no options for short-text,"
            " found 1 (take them out, or change the kind)",
        ),
        (
            "kind: long-text,",
            "kind: long-text, options: [{id: a, text: A, feedback: B}],",
            f"48: {QUIZ} > question 'who-is-missing' > options: expected no options for long-text,"
            " found 1 (take them out, or change the kind)",
        ),
        (
            "feedback: Nothing is shared here.",
            "feedback: Nothing is shared here., if_missed: It counts.",
            f"31: {SINGLE} > option 'co-production' > if_missed: expected if_missed in `multiple`"
            " only, found it here (take it out: nobody can miss it in this kind of question)",
        ),
        (
            "feedback: Some can wait.",
            "feedback: Some can wait., if_missed: It counts.",
            f"45: {DEPENDS} > option 'call' > if_missed: expected if_missed in `multiple`"
            " only, found it here (take it out: nobody can miss it in this kind of question)",
        ),
    ],
)
def test_options_that_do_not_fit_the_kind_of_question_are_reported(tmp_path, old, new, message):
    assert messages(write_changed(tmp_path, (old, new))) == [f"course.yml:{message}"]


def test_a_multiple_choice_may_have_six_options(tmp_path):
    assert messages(write_changed(tmp_path, (MANAGERS, options(4)))) == []


def test_every_option_of_a_multiple_choice_may_be_correct(tmp_path):
    change = ("text: Only managers,", "text: Only managers, correct: true,")
    assert messages(write_changed(tmp_path, change)) == []


def test_a_single_choice_may_have_more_than_six_options(tmp_path):
    change = ("          - {id: co-design,", f"{options(5)}          - {{id: co-design,")
    assert messages(write_changed(tmp_path, change)) == []


def test_a_form_that_does_not_exist_is_reported_where_it_is_named(tmp_path):
    change = ("forms: [one-of-each, readiness-check]", "forms: [one-of-eahc, readiness-check]")
    assert messages(write_changed(tmp_path, change))[0] == (
        "course.yml:13: module 'first' > form 1: expected the id of one of the forms,"
        f" found 'one-of-eahc' {MEND_ID}"
    )


def test_a_source_that_does_not_exist_is_reported_where_it_is_named(tmp_path):
    change = ("sources: [a-source]", "sources: [a-source, b-source]")
    assert messages(write_changed(tmp_path, change)) == [
        "course.yml:14: module 'first' > source 2: expected the id of one of the sources,"
        f" found 'b-source' {MEND_ID}"
    ]


def test_a_quiz_that_no_module_shows_is_reported(tmp_path):
    quiz = "  - {id: spare, title: A, questions: [{id: a, kind: short-text, text: A}]}\n"
    assert messages(write_changed(tmp_path, ("quizzes:\n", f"quizzes:\n{quiz}"))) == [
        "course.yml:23: quiz 'spare' > id: expected a quiz that a module shows, found 'spare'"
        " (add its id to a module's forms, or take the quiz out)"
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
        ("check: Check {it}", "check: expected no words in braces, found {it}"),
        (
            'results: {fits: "That {kind} fits."}',
            "results > fits: expected no words in braces, found {kind}",
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
        ("minutes: 3", "minutes: 99"),
        ("text: Consultation, correct: true,", "text: Consultation,"),
        ("text: Co-design,", "text: 3,"),
        ("{id: staff,", "{id: carers,"),
        ("{id: write, text:", "{id: write, text: A, text:"),
        ("when: [{all-stages: [yes-fully],", "when: [{every-stage: [yes-fully],"),
        ("audience: anyone", "audience: all"),
    ]
    faults = check_course(write_changed(tmp_path, *changes))
    assert [(fault.line, fault.path) for fault in faults] == [
        (3, "summary"),
        (6, "sumary"),
        (17, "module 'second' > minutes"),
        (30, f"{SINGLE} > options"),
        (33, f"{SINGLE} > option 'co-design' > text"),
        (39, f"{MULTIPLE} > option 'carers' > id"),
        (46, f"{DEPENDS} > option 'write' > text"),
        (81, f"{CHECK} > result 'likely' > condition 1 > every-stage"),
        (93, "contact 'a-team' > audience"),
    ]


def test_a_module_that_only_asks_for_texts_could_never_be_done():
    data = {
        "modules": [{"id": "a", "forms": ["b"]}],
        "quizzes": [{"id": "b", "questions": [{"id": "c", "kind": "short-text"}]}],
    }
    (finding,) = check_rules(data)
    assert finding.path == ("modules", 0, "forms")
    assert finding.expected == "at least one question with options"
