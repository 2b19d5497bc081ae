"""The questions as GIFT: read back by a reader that others made, they are the same questions."""

import pytest
from broken import write_changed
from from_npm import from_npm

from widgets.app.command import main
from widgets.course.loading import load_course
from widgets.course.marking import compile_outcomes
from widgets.exports.gift import GRADES, make_gift, weights

READER = "gift-pegjs/lib/gift-parser-globals.js"
OWN_WORK = ("view", "short-text", "long-text", "date")
NASTY = r"{a} ~b =c #d :e \f \n ####h //i $j %50%"


@pytest.fixture
def read(page):
    """Return a function that reads GIFT with the grammar of gift-pegjs."""
    page.add_script_tag(path=from_npm(READER))
    return lambda text: page.evaluate("text => giftParser.parse(text)", text)


def by_place(entries):
    return {entry["title"]: entry for entry in entries if entry["type"] != "Category"}


def categories(entries):
    """Return the title of each category, with what it holds."""
    held = {}
    for entry in entries:
        if entry["type"] == "Category":
            own = held.setdefault(entry["title"], [])
        else:
            own.append(entry["title"])
    return held


def asked_in(course):
    return {f"{quiz.id}/{asked.id}": asked for quiz in course.quizzes for asked in quiz.questions}


def one_line(text):
    # The reader joins lines that GIFT itself keeps apart only where they are escaped.
    return " ".join(text.split())


def plain(said):
    assert said["format"] == "plain"
    return one_line(said["text"])


def test_every_marked_question_of_the_course_comes_back_as_it_was(course, read):
    found = by_place(read(make_gift(course).text))
    asked = asked_in(course)
    marked = {place for place, question in asked.items() if question.kind not in OWN_WORK}
    assert found.keys() == marked
    for place, entry in found.items():
        question = asked[place]
        if question.kind == "depends":
            assert_is_essay(entry, question)
        else:
            assert_is_choice(entry, question)


def assert_is_choice(entry, question):
    assert entry["type"] == "MC"
    assert plain(entry["stem"]) == one_line(question.in_full)
    assert [plain(choice["text"]) for choice in entry["choices"]] == [
        one_line(option.text) for option in question.options
    ]
    assert [plain(choice["feedback"]) for choice in entry["choices"]] == [
        one_line(option.feedback) for option in question.options
    ]
    if question.kind == "single":
        correct = [choice["isCorrect"] for choice in entry["choices"]]
        assert correct == [option.correct for option in question.options]
        assert not any(choice["weight"] for choice in entry["choices"])
    else:
        assert [choice["weight"] for choice in entry["choices"]] == [*weights(question).values()]
        general = plain(entry["globalFeedback"])
        for option in question.options:
            assert one_line(option.if_missed or "") in general


def assert_is_essay(entry, question):
    assert entry["type"] == "Essay"
    stem, general = plain(entry["stem"]), plain(entry["globalFeedback"])
    assert stem.startswith(one_line(question.in_full))
    for option in question.options:
        assert one_line(option.text) in stem
        assert one_line(option.feedback) in general


def test_each_module_and_page_that_asks_has_a_category_in_the_course_s_order(course, read):
    held = categories(read(make_gift(course).text))
    asking = {}
    for taught in (*course.modules, *course.pages):
        quizzes = [quiz for quiz in course.quizzes if quiz.id in taught.forms]
        marked = [
            f"{quiz.id}/{asked.id}"
            for quiz in quizzes
            for asked in quiz.questions
            if asked.kind not in OWN_WORK
        ]
        if marked:
            asking[f"{course.title}/{taught.title}"] = marked
    assert held == asking
    assert [*held] == [*asking]


def multiple_choices(*courses):
    return [
        question
        for course in courses
        for question in asked_in(course).values()
        if question.kind == "multiple"
    ]


SHAPES = [
    (right, wrong) for right in range(1, 7) for wrong in range(7 - right) if right + wrong > 1
]


@pytest.mark.parametrize(("right", "wrong"), SHAPES)
def test_weights_come_to_what_the_course_itself_says(right, wrong, examples):
    assert_worth(shaped(examples, right, wrong))


def shaped(examples, right, wrong):
    """Return a multiple choice with as many right and wrong options."""
    question = examples.question("one-of-each/who-joins")
    kinds = [True] * right + [False] * wrong
    options = [
        question.options[0].model_copy(update={"id": f"option-{number}", "correct": correct})
        for number, correct in enumerate(kinds)
    ]
    return question.model_copy(update={"options": options})


def assert_worth(question):
    worth = weights(question)
    assert {abs(weight) for weight in worth.values()} <= {0, *GRADES}
    for chosen, outcome in compile_outcomes(question).items():
        total = sum(worth[option] for option in chosen.split())
        # Moodle takes what lies this near for the whole.
        is_whole = abs(total - 100) < 0.01
        said = "fits" if is_whole else "partly" if total > 0 else "not-quite"
        assert said == outcome.result.replace("not-attempted", "not-quite"), chosen


def test_so_do_those_of_the_course(course):
    assert multiple_choices(course)
    for question in multiple_choices(course):
        assert_worth(question)


TEXTS = [NASTY, "[html]<b>bold</b>", "[plain] once", "%50% of it", "= first", "// no comment", "T"]


@pytest.mark.parametrize("text", TEXTS)
def test_signs_that_gift_uses_itself_come_back_as_text(text, examples, read):
    def said(option):
        missed = option.if_missed and text
        return option.model_copy(update={"text": text, "feedback": text, "if_missed": missed})

    def rewritten(asked):
        options = [said(option) for option in asked.options]
        return asked.model_copy(update={"text": text, "options": options})

    found = by_place(read(make_gift(with_questions(examples, rewritten)).text))
    single = found["one-of-each/name-of-it"]
    assert plain(single["stem"]) == f"Staff decide and staff deliver, after asking. {text}"
    assert [choice["isCorrect"] for choice in single["choices"]] == [False, True, False]
    for place in ("one-of-each/name-of-it", "one-of-each/who-joins"):
        for choice in found[place]["choices"]:
            assert (plain(choice["text"]), plain(choice["feedback"])) == (text, text)
    general = plain(found["one-of-each/who-joins"]["globalFeedback"])
    assert general == f"If you left out ‘{text}’: {text}"


def with_questions(course, change):
    """Return a course with each question of its quizzes changed."""
    quizzes = [
        quiz.model_copy(update={"questions": [change(asked) for asked in quiz.questions]})
        for quiz in course.quizzes
    ]
    return course.model_copy(update={"quizzes": quizzes})


def test_lines_and_empty_lines_of_a_text_stay(examples, read):
    changed = with_questions(
        examples, lambda asked: asked.model_copy(update={"scene": "One.\n\nTwo."})
    )
    found = by_place(read(make_gift(changed).text))
    stem = found["one-of-each/what-first"]["stem"]["text"]
    assert stem.startswith("One.\n\nTwo.\nWhat would you try first?\n- Call the funder\n")


def test_a_slash_in_a_title_opens_no_category_of_its_own(examples, read):
    first, *others = examples.modules
    renamed = [first.model_copy(update={"title": "Either/or"}), *others]
    changed = examples.model_copy(update={"modules": renamed})
    (found, *_) = categories(read(make_gift(changed).text))
    assert found == f"{examples.title}/Either//or"


def test_the_command_names_what_comes_as_an_essay_and_what_is_left_out(
    example_file, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(example_file.parent)
    out = tmp_path / "new" / "questions.gift"
    assert main(["export", "gift", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"5 marked questions in {out}",
        "As essays, since no one answer is right: one-of-each/what-first",
        "Left out, as they are about a learner's own work and nobody marks them:"
        " one-of-each/work-name, one-of-each/where-it-stands, one-of-each/who-is-missing,"
        " again/all-stages",
        "Also left out, as GIFT has no place for them: hints, stories, the readiness check",
    ]
    assert out.read_text(encoding="utf-8") == make_gift(load_course(example_file)).text


def test_a_course_with_a_fault_is_not_exported(tmp_path, monkeypatch, capsys):
    course_file = write_changed(tmp_path, ("feedback: Nothing is shared here.", "feedback: ''"))
    monkeypatch.chdir(course_file.parent)
    assert main(["export", "gift", str(tmp_path / "out.gift")]) == 1
    assert "feedback: expected" in capsys.readouterr().err
    assert not (tmp_path / "out.gift").exists()


def test_a_place_that_can_t_be_written_to_is_named(example_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(example_file.parent)
    assert main(["export", "gift", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path} can't be written: Is a directory\n"
