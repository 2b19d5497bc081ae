"""The HTML that Python draws."""

import re

from broken import replace
from examples import write_examples

from widgets.course.loading import load_course
from widgets.forms.drawing import draw_form
from widgets.forms.quiz.quiz import drawn_quiz


def test_no_id_of_an_option_can_be_taken_for_one_of_the_forms_own(tmp_path):
    course_file = write_examples(tmp_path)
    for own, text, word in (
        ("call", "Call the funder", "hint"),
        ("write", "Write it alone", "error"),
        ("staff", "Staff", "errors"),
        ("carers", "Carers", "text"),
    ):
        replace(course_file, (f"{{id: {own}, text: {text}", f"{{id: {word}, text: {text}"))
    course = load_course(course_file)
    html = draw_form(drawn_quiz(course, course.quiz("one-of-each")))
    ids = re.findall(r' id="(.+?)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' for="(.+?)"', html)) <= set(ids)


def test_a_question_is_read_with_its_scene_and_an_error_repeats_what_is_asked(examples):
    html = draw_form(drawn_quiz(examples, examples.quiz("one-of-each")))
    assert '<p class="scene">Staff decide and staff deliver, after asking.</p>' in html
    assert "<legend>What is the honest name?</legend>" in html
    assert "Choose one answer: What is the honest name?</a>" in html
