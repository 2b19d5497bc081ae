"""The real course's readiness check, as browser tests take it."""

import json

from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course

COURSE = load_course()
CHECK, WORDS = COURSE.readiness_check, COURSE.words
CORE = [question.id for question in CHECK.questions]
WEIGHED = [question.id for question in CHECK.considerations]
YES = dict.fromkeys(CORE, "yes-fully") | dict.fromkeys(WEIGHED, "yes-fully")
UNKNOWN = dict.fromkeys([question.id for question in CHECK.asked], "dont-know")
NO = YES | {
    "jointly-responsible": "not-now",
    "what-can-change": "shape",
    "who-runs-it": "staff-alone",
}
CONTRADICTION = YES | {"power": "not-now"}
HISTORY = f"coproduction/{COURSE.id}/{READINESS_CHECK}-history/"


def choose(page, answers):
    for question, answer in answers.items():
        page.locator(f"#{READINESS_CHECK}--{question}--{answer}").check()


def see_result(page, answers=None):
    choose(page, answers or {})
    page.get_by_role("button", name=WORDS.see_result).click()


def keep_earlier(page, day, answers):
    response = [f"{question}={answer}" for question, answer in answers.items()]
    record = {"fingerprint": "x", "response": response, "at": 1}
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [HISTORY + day, json.dumps(record)]
    )
