"""The HTML that Python draws."""

import re

from examples import course_text

from widgets.course.document import read_document
from widgets.course.shape import check_shape
from widgets.forms.drawing import draw_form
from widgets.forms.form.drawn import closing_sentence
from widgets.forms.quiz.quiz import drawn_quiz


def test_no_id_of_an_option_can_be_taken_for_one_of_the_forms_own():
    text = course_text()
    for own, word in (
        ("call", "hint"),
        ("write", "error"),
        ("staff", "errors"),
        ("carers", "text"),
    ):
        assert f"{{id: {own}," in text
        text = text.replace(f"{{id: {own},", f"{{id: {word},")
    course, _ = check_shape(read_document("course.yml", text.encode()).data)
    html = draw_form(drawn_quiz(course, course.quiz("one-of-each")))
    ids = re.findall(r' id="(.+?)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' for="(.+?)"', html)) <= set(ids)


def test_what_is_asked_is_told_apart_from_its_situation():
    assert closing_sentence("They meet on Tuesday. What now?") == "What now?"
    assert closing_sentence("Someone says, 'It is late.' What now?") == "What now?"
    assert closing_sentence("What now? Pick one.") == "What now?"
    assert closing_sentence("Name the work.") == "Name the work."
