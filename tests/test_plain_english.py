"""How hard the words are to read, and that every kind of word is measured.

Flesch-Kincaid grade: the number of school years (United States) that a text asks for.
"""

import re

import pytest
import textstat
from texts import every_text_of, prose_of

from widgets.course.loading import load_course

COURSE = load_course()
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
    forms = {form.id: form for form in (*COURSE.quizzes, *COURSE.scenarios)}
    return [forms[form] for form in lesson.forms if form in forms]


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_lesson_with_all_its_forms_asks_for_few_school_years(module, course_file):
    texts = prose_of(course_file, module.notebook) + texts_of(*forms_of(module), module.objectives)
    assert grade(texts) <= LESSON_GRADE


@pytest.mark.parametrize("page", COURSE.pages, ids=lambda page: page.address)
def test_a_page_beside_the_lessons_asks_for_fewer(page, course_file):
    assert grade(prose_of(course_file, page.notebook) + texts_of(*forms_of(page))) <= SAFETY_GRADE


@pytest.mark.parametrize(
    "name", ["readiness_check", "own_check", "care", "glossary", "contacts", "words", "reminders"]
)
def test_the_check_and_what_keeps_people_safe_ask_for_fewer_too(name):
    assert grade(texts_of(getattr(COURSE, name))) <= SAFETY_GRADE


@pytest.mark.parametrize("scenario", COURSE.scenarios, ids=lambda scenario: scenario.id)
def test_a_scenario_is_plain_by_itself(scenario):
    assert grade(texts_of(scenario)) <= SAFETY_GRADE


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_people_with_lived_experience_are_named_in_full_first(module, course_file):
    texts = " ".join([*prose_of(course_file, module.notebook), *texts_of(*forms_of(module))])
    if "lived experience" in texts:
        assert "lived experience of mental health problems" in texts


def test_long_words_raise_the_grade():
    hard = ["Participatory methodologies necessitate organisational transformation."]
    assert grade(hard) > LESSON_GRADE > grade(["You can ask. You can wait."])
