"""The real course's readiness check, as browser tests take it."""

import json

from own_device import say_own_device

from widgets.course.check_tables import check_tables
from widgets.course.check_texts import texts_of
from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course

COURSE = load_course()
CHECK, WORDS = COURSE.readiness_check, COURSE.words
TABLES, TEXTS = check_tables(CHECK), texts_of(CHECK)
CORE = [question.id for question in CHECK.questions]
WEIGHED = [question.id for question in CHECK.considerations]
PARTNERS = [partner.id for partner in CHECK.partners]
# The tables whose outcomes are texts, in the order of the page; the others are steps on the way.
SHOWN = (
    *("clash", "title", "led", "text", "against", "even-then", "beyond"),
    *(f"stands/{asked}" for asked in CORE),
    *("before", "step", "now"),
    *(f"hope/{asked}" for asked in CORE),
    *("support-note", "names-today"),
    *(f"called/{partner}" for partner in PARTNERS),
    *("difference", "fixed-by", "view"),
    *(f"answer/{asked}" for asked in (*CORE, *WEIGHED)),
)
YES = dict.fromkeys(CORE, "yes-fully")
UNKNOWN = dict.fromkeys(CORE, "dont-know")
NO = YES | {"jointly-responsible": "not-now"}
HISTORY = f"coproduction/{COURSE.id}/{READINESS_CHECK}-history/"


def on_own_device(page):
    """Say that the device is one's own, as is asked after the first answer."""
    say_own_device(page)
    page.reload()


def choose(page, answers):
    for question, answer in answers.items():
        page.locator(f"#{READINESS_CHECK}--{question}--{answer}").check()


def see_result(page, answers=None):
    choose(page, answers or {})
    page.get_by_role("button", name=WORDS.see_result).click()


def look_closer(page, section):
    """Open one of the closed sections by its name."""
    page.locator("summary", has_text=section).first.click()


def keep_earlier(page, day, answers, wording=CHECK.wording):
    response = [f"{question}={answer}" for question, answer in answers.items()]
    record = {"fingerprint": wording, "response": response, "at": 1}
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [HISTORY + day, json.dumps(record)]
    )
