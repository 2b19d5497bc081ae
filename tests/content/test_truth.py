"""The facts most at risk, wherever the course says them."""

import re
import tomllib
from pathlib import Path

import pytest
from texts import every_text_of, prose_of

from widgets.course.loading import load_course

COURSE = load_course()
REPOSITORY = Path(__file__).parents[2]
NOTEBOOKS = [part.notebook for part in (*COURSE.modules, *COURSE.pages, COURSE.readiness_check)]


@pytest.fixture(scope="module")
def said(course_file):
    """Everything the course says, with its spaces made even."""
    texts = [text for notebook in NOTEBOOKS for text in prose_of(course_file, notebook)]
    return " ".join([*texts, *every_text_of(COURSE)])


@pytest.fixture(scope="module")
def lesson(course_file):
    """What the lesson of a module says, its questions included."""
    forms = {form.id: form for form in (*COURSE.quizzes, *COURSE.scenarios)}

    def text(module_id):
        module = COURSE.module(module_id)
        asked = [
            text for form in module.forms if form in forms for text in every_text_of(forms[form])
        ]
        return " ".join([*prose_of(course_file, module.notebook), *asked])

    return text


def sentences(text):
    return re.split(r"(?<=[.!?])\s+", text)


def says(text, words):
    """Return whether a text has these words, and not only longer ones that hold them."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)


def with_words(text, *words):
    return [one for one in sentences(text) if all(says(one, word) for word in words)]


def test_4pi_is_five_standards(lesson, said):
    text = lesson("five-standards")
    for name in ("Principles", "Purpose", "Presence", "Process", "Impact"):
        assert says(text, name), name
    assert says(text, "five standards")
    assert not re.search(r"(four|4) standards", said)


def test_three_yeses_mean_likely_and_never_a_certificate(said, lesson):
    assert says(lesson("is-it-co-production"), "likely")
    assert says(lesson("is-it-co-production"), "certificate")
    headed = [one for one in COURSE.readiness_check.verdicts if one.id.startswith("likely")]
    assert len(headed) == 3
    for one in headed:
        assert says(one.title, "likely") and "not a certificate" in one.text
    for sentence in with_words(said, "three", "yeses"):
        assert not re.search(r"\bis co-produced\b|\bproves?\b", sentence), sentence


def test_the_three_questions_keep_their_sense():
    first, second, third = (question.text for question in COURSE.readiness_check.questions)
    assert says(first, "all stages")
    assert says(second, "equal") and says(second, "decisions")
    assert says(third, "jointly") and says(third, "designing and delivering")


def test_scie_names_four_principles_and_a_shift_in_power_stands_behind_equality(lesson):
    text = lesson("four-principles").lower()
    for principle in ("equality", "diversity", "accessibility", "reciprocity"):
        assert says(text, principle), principle
    assert says(text, "four principles")
    assert with_words(text, "equality", "shift in power")


def test_the_network_has_its_welsh_name_and_five_values(said, lesson):
    assert "Rhwydwaith Cydgynhyrchu Cymru" in lesson("keep-going")
    assert "Cydgyhyrchu" not in said
    assert "five values" in lesson("keep-going")
    assert "Pawb gyda’i gilydd" in lesson("keep-going")


def test_every_welsh_word_is_marked_as_welsh(course_file):
    for notebook in NOTEBOOKS:
        source = (course_file.parent / "notebooks" / notebook).read_text(encoding="utf-8")
        for welsh in ("Rhwydwaith Cydgynhyrchu Cymru", "Pawb gyda’i gilydd"):
            for found in re.finditer(re.escape(welsh), source):
                before = source[: found.start()]
                assert before.endswith('<span lang=\\"cy\\">'), f"{notebook}: {welsh}"


def test_only_one_ladder_is_said_to_name_co_production(lesson):
    text = lesson("is-it-co-production")
    assert re.search(r"Think Local Act Personal’s goes from coercion up to co-production", text)
    for other in ("Arnstein’s", "IAP2"):
        assert with_words(text, other)
        assert not with_words(text, other, "co-production")


def test_co_design_differs_by_shared_delivery(said):
    co_design = next(term.text for term in COURSE.glossary if term.id == "co-design")
    assert "deliver" in co_design
    assert not re.search(r"co-design is (the same|just|only)", said, re.I)


def test_vouchers_count_as_earnings_no_rate_is_given_and_advice_is_independent(lesson, said):
    text = lesson("power-and-support")
    assert with_words(text.lower(), "vouchers", "count as earnings")
    assert "independent advice" in text
    for sentence in with_words(said.lower(), "vouchers"):
        assert not re.search(r"avoid|safe way|do(es)? not count", sentence), sentence
    assert not [one for one in with_words(said, "£") if re.search("benefit|earn", one)]


def test_reciprocity_is_neither_pay_nor_a_reason_not_to_pay(lesson):
    assert with_words(lesson("four-principles"), "no reason not to pay")
    assert with_words(lesson("four-principles"), "not the same as pay")


def test_welsh_acts_bind_public_bodies(lesson):
    text = lesson("keep-going")
    assert with_words(text, "public bodies")
    for sentence in with_words(text, "Act"):
        assert not re.search(
            r"(charities|Mind) must|legal duty (for|of|on) (Mind|charities)", sentence
        )


def test_nothing_is_claimed_to_be_proven_endorsed_or_reviewed(said):
    for word in ("proven", "evidence-based", "endorsed by", "accredited", "best practice"):
        for sentence in with_words(said.lower(), word):
            assert re.search(r"\b(no|not|nobody|never|neither)\b", sentence), sentence
    assert "not yet reviewed" in COURSE.words.not_reviewed.replace("have not yet", "not yet")


def test_words_that_set_people_apart_are_not_used(said):
    apart = [r"us and them", r"service users?", r"hard[- ]to[- ]reach", r"the mentally ill"]
    apart += [r"suffer(s|ing)? from", r"vulnerable"]
    for source in COURSE.sources:
        said = said.replace(source.title, "")  # a publisher's title is its own
    for words in apart:
        assert not re.search(rf"\b{words}\b", said, re.I), words


def test_the_course_is_below_version_one_and_says_why(course_file):
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    assert int(project["version"].split(".")[0]) == 0
    about = " ".join(prose_of(course_file, "about.ipynb"))
    assert "below 1.0" in about
    assert re.search(r"[Nn]obody with lived experience", about)


def test_the_course_answers_its_own_check_honestly():
    answers = dict(COURSE.own_check.answers)
    assert answers.pop("carers") == "yes"
    for partner in ("lived-experience", "carers"):
        assert answers.pop(f"{partner}-decides") == "told"
        assert answers.pop(f"{partner}-delivers") == "others-alone"
    assert set(answers.values()) == {"not-now"}
