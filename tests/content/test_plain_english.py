"""How hard the words are to read, and that every kind of word is measured.

Flesch-Kincaid grade: the number of school years (United States) that a text asks for.
"""

import re

import pytest
import textstat
from pydantic import BaseModel
from texts import NOT_SAID, every_text_of, prose_of, texts_in

from widgets.course.loading import load_course

COURSE = load_course()
CHECK = COURSE.readiness_check
LESSON_GRADE, SAFETY_GRADE = 7, 6
NAMES = {
    *(source.publisher for source in COURSE.sources),
    *(source.title for source in COURSE.sources),
    *(contact.name for contact in COURSE.contacts),
    *(helpline.name for helpline in COURSE.care.helplines),
    "Influence and Participation",
    "Social Services and Well-being (Wales) Act",
    "Well-being of Future Generations (Wales) Act",
}


def grade(texts):
    text = " ".join(text.strip().rstrip(".:;,") + "." for text in texts if text.strip(" .:;,’"))
    for name in sorted(NAMES, key=len, reverse=True):
        text = text.replace(name, "Name")
    return textstat.flesch_kincaid_grade(re.sub(r"[‘’“”]", "", text))


def texts_of(*parts):
    return [text for part in parts for text in every_text_of(part)]


def forms_of(lesson):
    forms = {form.id: form for form in (*COURSE.quizzes, *COURSE.scenarios, *COURSE.templates)}
    return [forms[form] for form in lesson.forms if form in forms]


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_lesson_with_all_its_forms_asks_for_few_school_years(module, course_file):
    texts = prose_of(course_file, module.notebook) + texts_of(*forms_of(module), module.objectives)
    assert grade(texts) <= LESSON_GRADE


@pytest.mark.parametrize("page", COURSE.pages, ids=lambda page: page.address)
def test_a_page_beside_the_lessons_asks_for_fewer(page, course_file):
    said = [page.on_home] if page.on_home else []
    said += prose_of(course_file, page.notebook) + texts_of(*forms_of(page))
    assert grade(said) <= SAFETY_GRADE


MEASURED = {
    *("readiness_check", "plan", "own_check", "care", "glossary", "contacts", "words"),
    *("reminders", "short_path", "sessions", "session_steps", "vignettes"),
}
WITH_THEIR_LESSON = {"checklists", "modules", "pages", "quizzes", "scenarios", "templates"}
IN_A_LINE = {"id", "language", "title", "summary", "sources", "responsible"}


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_the_check_and_what_keeps_people_safe_ask_for_fewer_too(name):
    assert grade(texts_of(getattr(COURSE, name))) <= SAFETY_GRADE


def test_every_part_of_the_course_is_measured():
    assert set(type(COURSE).model_fields) == MEASURED | WITH_THEIR_LESSON | IN_A_LINE


def test_every_kind_of_word_is_measured():
    """Each text that course.yml holds is reached, but for names, numbers and what is no text."""
    models = [*models_in(COURSE), type(COURSE)]
    reached = {f"{model.__name__}.{key}" for model in models for key in texts_in(model)}
    keys = {f"{model.__name__}.{key}" for model in models for key in model.model_fields}
    silent = {key.split(".")[1] for key in keys - reached}
    assert silent == {
        *("address", "answers", "argued", "audience", "checked", "correct", "days"),
        *("firm", "first_go", "forms", "hide_address", "id", "in_footer", "kind"),
        *(
            "language",
            "looks_back",
            "minutes",
            "most",
            "notebook",
            "optional",
            "page",
            "place",
        ),
        *("about", "step", "talking", "way_out"),
        *("pay", "review_months", "sources", "then", "to", "way", "wording"),
    }
    assert keys - reached >= {"OwnCheck.answers", "Given.pay", "Link.to"}
    assert reached >= {"CoreQuestion.answers", "MovedWords.first_go", "Words.checked"}
    assert reached >= NOT_SAID


def models_in(part):
    """Return the kinds of parts that a part holds, itself included."""
    if isinstance(part, BaseModel):
        inner = [getattr(part, name) for name in type(part).model_fields]
        return {type(part), *models_in(inner)}
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return {model for each in inner for model in models_in(each)}


@pytest.mark.parametrize(
    "part", [*CHECK.asked, *CHECK.verdicts, *CHECK.steps], ids=lambda part: part.id
)
def test_what_the_check_asks_once_or_says_as_one_verdict_or_step_is_plain_by_itself(part):
    assert grade(texts_of(part)) <= SAFETY_GRADE


@pytest.mark.parametrize(
    "name",
    ["about", "seat", "evidence", "clashes", "names", "decides", "delivers", "fixed"],
    ids=str,
)
def test_what_stands_around_the_questions_of_the_check_is_plain_by_itself(name):
    assert grade(texts_of(getattr(CHECK, name))) <= SAFETY_GRADE


def test_ids_and_places_are_not_taken_for_words(examples):
    said = set(every_text_of(examples.readiness_check)) | set(every_text_of(examples.plan))
    assert {"All stages", "Yes, fully", "They decide with us", "Say more", "Then"} <= said
    assert {"I will", "Is it yours to do?", "A month on", "You ticked nothing.", "Pay"} <= said
    ids = re.compile(r"[a-z]+(?:[-/][a-z]+)+")
    assert [text for text in said if ids.fullmatch(text)] == []
    assert list(every_text_of(examples.own_check)) == list(examples.own_check.why.values())


@pytest.mark.parametrize("scenario", COURSE.scenarios, ids=lambda scenario: scenario.id)
def test_a_scenario_is_plain_by_itself(scenario):
    assert grade(texts_of(scenario)) <= SAFETY_GRADE


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_people_with_lived_experience_are_named_in_full(module, course_file):
    texts = " ".join([*prose_of(course_file, module.notebook), *texts_of(*forms_of(module))])
    assert "lived experience of mental health problems" in texts


def test_long_words_raise_the_grade():
    hard = ["Participatory methodologies necessitate organisational transformation."]
    assert grade(hard) > LESSON_GRADE > grade(["You can ask. You can wait."])
