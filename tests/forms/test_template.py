"""A template as Python draws it: a form to print before any script."""

import re

import pytest

from widgets.forms.drawing import draw_form
from widgets.forms.template.template import draw_template, drawn_template

FOLDED = re.compile(r'<script type="text/html">.*?</script>', re.DOTALL)


@pytest.fixture
def asleep(examples):
    """Return what is there without a script."""
    return FOLDED.sub("", draw_template(examples, examples.template("a-sheet")))


def test_without_a_script_it_has_a_few_entries_to_print_and_nothing_to_press(asleep):
    entries = re.findall(r'<fieldset class="entry" (.*?)>\s*<legend>(.*?)</legend>', asleep)
    waiting = [name for state, name in entries if "data-waiting" in state]
    assert [name for _, name in entries] == ["Wish 1", "Wish 2", "Wish 3", "Wish 4"]
    assert waiting == ["Wish 4"]
    assert re.findall(r"<button[^>]*>", asleep) == [
        '<button type="submit" data-check disabled data-lm-suppress-shortcuts="true">'
    ]


def test_no_id_is_there_twice_and_each_label_has_its_field(asleep):
    ids = re.findall(r' id="(.+?)"', asleep)
    assert len(ids) == len(set(ids))
    labelled = set(re.findall(r' for="(.+?)"', asleep))
    assert labelled <= set(ids)
    assert len(labelled) == 3 + 4 * 2


def test_only_its_first_question_has_to_be_answered(examples):
    (group,) = drawn_template(examples, examples.template("a-sheet")).groups
    assert [asked.question.id for asked in group.questions if not asked.optional] == ["subject"]


def test_what_a_group_writes_is_told_to_no_kernel(examples):
    html = draw_form(drawn_template(examples, examples.template("a-sheet")))
    questions = re.findall(r"<div class=\"question\" data-question=.*?>", html)
    assert len(questions) == 3 + 4 * 2
    assert [question for question in questions if " data-private" not in question] == []


def test_words_that_did_not_change_have_one_fingerprint_in_every_entry(examples):
    html = draw_form(drawn_template(examples, examples.template("a-sheet")))
    found = re.findall(r'data-question="wish-\d" data-fingerprint="(\w+)"', html)
    assert len(found) == 4
    assert len(set(found)) == 1
