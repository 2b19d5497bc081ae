"""The readiness check: a text for all that its rule says, none that is idle, our own answers."""

import pytest
from broken import messages, place, write_changed

from widgets.course import walk

CHECK = "readiness_check"
ANSWERS = "(use one of: yes-fully, partly, not-now, dont-know)"
OWN = "answers: {all-stages: not-now,"
WHY = "why: {all-stages: Staff began alone.,"
WRITE_IT = "(write it)"


def found_in(tmp_path, *changes):
    """Return the course with these changes, and what a check says of it."""
    course_file = write_changed(tmp_path, *changes)
    return course_file, messages(course_file)


@pytest.mark.parametrize(
    ("taken_out", "name", "missing"),
    [
        (
            "  - {id: find-out, title: find out more first, text: It is find out.}\n",
            "verdicts",
            "find-out",
        ),
        (
            '  - {id: consult, title: "Consult", text: This is consult.}\n',
            "names",
            "consult",
        ),
        ("  - {id: other-partner, text: Note other-partner.}\n", "notes", "other-partner"),
        (
            "  - {id: answers-unknown, text: No name as answers-unknown.}\n",
            "unnamed",
            "answers-unknown",
        ),
        (
            "  - {id: equal-without-power, text: You said equal-without-power.}\n",
            "clashes",
            "equal-without-power",
        ),
        ("  - {id: partly, text: partly}\n", "stands", "partly"),
        (
            "  - id: likely-hoped\n    yours: Do something about likely-hoped.\n"
            "    ask: about likely-hoped.\n",
            "steps",
            "likely-hoped",
        ),
        (
            '    - {id: talked-over, text: "Others talk it over with them, and then decide"}\n',
            "decides > answers",
            "talked-over",
        ),
        (
            '    - {id: some-roles, text: "Others, and they have some roles"}\n',
            "delivers > answers",
            "some-roles",
        ),
    ],
)
def test_a_text_that_some_way_to_answer_leads_to_must_be_there(tmp_path, taken_out, name, missing):
    _, told = found_in(tmp_path, (taken_out, ""))
    assert [each.split(": ", 1)[1] for each in told] == [
        f"{CHECK} > {name}: expected '{missing}' among them, found none {WRITE_IT}"
    ]


def test_a_fault_names_the_line_of_the_list(tmp_path):
    course_file, told = found_in(tmp_path, ("  - {id: partly, text: partly}\n", ""))
    file, line = place(course_file, "stands:").split(":")
    assert told[0].startswith(f"{file}:{line}: {CHECK} > stands: ")


@pytest.mark.parametrize(
    ("old", "new", "where", "known"),
    [
        (
            "  - {id: find-out, title",
            "  - {id: too-soon, text: Ask., title: too soon}\n  - {id: find-out, title",
            "verdict 'too-soon'",
            sorted(walk.headings()),
        ),
        (
            "  - {id: other-partner, text",
            "  - {id: nobody-else, text: Nobody.}\n  - {id: other-partner, text",
            "note 'nobody-else'",
            sorted(walk.said_of_names("notes")),
        ),
        (
            "  - id: likely-firm\n    yours",
            "  - {id: equal-decisions/yes-fully, yours: a, ask: b}\n  - id: likely-firm\n    yours",
            "step 'equal-decisions/yes-fully'",
            sorted(walk.steps()),
        ),
    ],
)
def test_a_text_that_no_way_to_answer_leads_to_is_reported(tmp_path, old, new, where, known):
    _, told = found_in(tmp_path, (old, new))
    identity = where.split("'")[1]
    assert [each.split(": ", 1)[1] for each in told] == [
        f"{CHECK} > {where} > id: expected an id that the check's rule knows, found '{identity}'"
        f" (use one of: {', '.join(known)})"
    ]


def test_each_question_has_an_answer_for_each_way_in_which_it_can_stand(tmp_path):
    partly = (
        "      - {id: partly, text: Partly, reason: Some of it is so., ask_together: Which part?}\n"
    )
    before = "    before: talk about responsibilities\n    answers:\n"
    yes = "      - {id: yes-fully, text: 'Yes, fully', reason: Good., ask_together: Since when?}\n"
    _, told = found_in(tmp_path, (before + yes + partly, before + yes + yes))
    assert {each.split(": ", 1)[1] for each in told} == {
        f"{CHECK} > consideration 'responsibilities' > answer 'yes-fully' > id: expected an id of"
        " its own, found 'yes-fully' again (choose another id)",
        f"{CHECK} > consideration 'responsibilities' > answers: expected 'partly' among them, found"
        f" none {WRITE_IT}",
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    - {id: hope, text: It is a hope, firm: false}",
            "    - {id: hope, text: It is a hope}",
            "evidence > options: expected a hope, with `firm: false`, found none"
            " (add one: the verdict is headed by it)",
        ),
        (
            "    - {id: written, text: It is written down}",
            "    - {id: written, text: It is written down, firm: false}",
            "evidence > options: expected a firm sign, found none"
            " (add one: the verdict is headed by it)",
        ),
        (
            "      pay: [pay]",
            "      pay: [money]",
            "consideration 'support' > given > pay: expected ids of options, found 'money'"
            " (use one of: pay, cover)",
        ),
        (
            "even_then: 'Even then, this is partly so: {names}.'",
            "even_then: Some of it is partly so.",
            "even_then: expected {names} in it, found none (the names of questions go there)",
        ),
        (
            'where_left_out: {yours: "Bring in {partner}.", ask: "when {partner} come in."}',
            'where_left_out: {yours: "Bring them in.", ask: "when {partner} come in."}',
            "step 'equal-decisions/not-now' > where_left_out > yours: expected {partner} in it,"
            " found none (the partner who is left out goes there)",
        ),
        (
            "  - id: carers\n    name: Carers\n",
            "  - id: friends\n    name: Carers\n",
            "partners: expected 'carers' among them, found none (write it)\n"
            f"{CHECK} > partner 'friends' > id: expected 'lived-experience' or 'carers', found"
            " 'friends' (use one of those)",
        ),
        (
            "link: {to: glossary.ipynb, text: Words}",
            "link: {to: glossary, text: Words}",
            "about > paragraph 1 > link > to: expected a notebook or an address, found 'glossary'"
            " (give a file in notebooks/, or begin with https:// and leave no space in it)",
        ),
    ],
)
def test_what_the_result_would_lack_is_reported_where_it_stands(tmp_path, old, new, message):
    _, told = found_in(tmp_path, (old, new))
    said = [each.split(": ", 1)[1] for each in told]
    assert said == f"{CHECK} > {message}".split("\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            OWN,
            "answers: {",
            "own_check > answers: expected one for 'all-stages', found none (write it)",
        ),
        (WHY, "why: {", "own_check > why: expected one for 'all-stages', found none (write it)"),
        (
            OWN,
            OWN.replace("not-now", "never"),
            "own_check > answers > all-stages: expected the id of an answer, found 'never'"
            f" {ANSWERS}",
        ),
        (
            "lived-experience-decides: told",
            "lived-experience-decides: shown",
            "own_check > answers > lived-experience-decides: expected the id of an answer, found"
            " 'shown' (use one of: told, asked, talked-over, together, they-decide, dont-know)",
        ),
        (
            "lived-experience-decides: told",
            "who-decides: told",
            "own_check > answers > who-decides: expected the id of a question, found 'who-decides'"
            " (use one of: all-stages, equal-decisions, jointly-responsible, power,"
            " responsibilities, support, carers, lived-experience-decides, carers-decides,"
            " lived-experience-delivers, carers-delivers)",
        ),
    ],
)
def test_our_own_answers_must_be_those_of_the_check(tmp_path, old, new, message):
    _, told = found_in(tmp_path, (old, new))
    assert [each.split(": ", 1)[1] for each in told] == [message]
