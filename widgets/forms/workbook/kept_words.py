"""The words of kept checks: those of today, those of earlier versions, those of the first go."""

from widgets.course.model import Course
from widgets.course.readiness import ReadinessCheck
from widgets.course.readiness_questions import CARERS

# What a kept check calls the verdict that it came to.
RESULT = "result"
FIRST_GO = "first-go"

Words = dict[str, dict[str, str]]


def words_by_wording(course: Course) -> dict[str, Words]:
    """Return by wording the words of each answer, by the ids of question and answer."""
    check = course.readiness_check
    words: dict[str, Words] = {check.wording: _words_today(check)}
    for former in check.formerly:
        answers = {answer.id: answer.text for answer in former.answers}
        words.setdefault(former.wording, {}).update({one.id: answers for one in former.asked})
    first_go = [course.question(place) for place in check.first_go]
    asked = {one.id: {option.id: option.text for option in one.options} for one in first_go}
    return words | {FIRST_GO: asked}


def titles_by_wording(course: Course) -> Words:
    """Return by wording the titles of the verdicts that a kept check may have come to."""
    words = words_by_wording(course)
    return {wording: said[RESULT] for wording, said in words.items() if RESULT in said}


def compared_names(course: Course) -> dict[str, str]:
    """Return by id what is called by which name where two checks are compared."""
    check = course.readiness_check
    names = {asked.id: asked.name for asked in check.asked} | {CARERS: check.touches.text}
    for partner in check.partners:
        names[f"{partner.id}-decides"] = f"{partner.name}: {check.decides.text}"
        names[f"{partner.id}-delivers"] = f"{partner.name}: {check.delivers.text}"
    former = {one.id: one.name for group in check.formerly for one in group.asked}
    result = {RESULT: course.words.moved.result}
    return names | {one: name for one, name in former.items() if one not in names} | result


def _words_today(check: ReadinessCheck) -> Words:
    words = {asked.id: _texts(asked.answers) for asked in check.asked}
    words[CARERS] = _texts(check.touches.answers)
    for partner in check.partners:
        words[f"{partner.id}-decides"] = _texts(check.decides.answers)
        words[f"{partner.id}-delivers"] = _texts(check.delivers.answers)
    titles = {said.id: said.title for said in check.verdicts}
    return words | {RESULT: titles}


def _texts(answers):
    return {answer.id: answer.text for answer in answers}
