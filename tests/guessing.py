"""What is won by someone who guesses the course's marked questions without reading for sense.

`python tests/guessing.py` prints, for each way to guess, the share of questions that it wins.
"""

import re
from math import comb

from widgets.course.loading import load_course
from widgets.course.questions import UNMARKED_KINDS

# What someone would choose who always shares the most, or asks the most people: a judgement, made
# by reading. For a multiple choice, all that they would tick.
SHARING = {
    "one-vote-each": {"ask-all-callers"},
    "who-to-invite": {"people-who-left", "carers-themselves", "family-adviser"},
    "two-of-the-tasks": {"ask-them-all"},
    "honest-invitation": {"keep-the-word", "say-who-decides"},
    "the-mailing-list": {"vote-on-it"},
    "opening-night": {"trust-each-other", "support-on-the-night"},
    "thank-you-vouchers": {"ask-at-the-meeting"},
    "who-passes-it-on": {"group-decides"},
    "more-equal-meeting": {"all-may-come"},
    "meeting-for-three": {"later-start", "early-bilingual-papers", "shorter-with-breaks"},
    "reasons-differ": {"look-at-presence"},
    "after-the-launch": {"ask-how-it-felt", "invite-more-ideas", "reply-to-carers"},
    "answers-differ": {"talk-to-one-answer"},
    "open-invitation": {"ask-first"},
    "where-to-ask": {"network-for-wales"},
    "newsletter-list": {"ask-the-readers"},
    "walking-group": {"walkers", "drivers"},
    "podcast-review": {"podcast-decisions"},
    "panel-and-private-facts": {"all-see-it"},
    "website-words": {"word-equality", "word-transparency", "word-diversity", "word-reciprocity"},
    "choir-standards": {"inclusion-left"},
    "reading-club-name": {"club-co-produced"},
    "welsh-trustee": {"law-network"},
}
# Where the right answer leaves a choice with staff: private records, safety, a job, a short time.
STAFF_DECIDE = {
    "the-mailing-list",
    "who-passes-it-on",
    "panel-and-private-facts",
    "honest-invitation",
}


def marked(course):
    """Return the questions that have right answers, in the order of the course."""
    asked = [question for quiz in course.quizzes for question in quiz.questions]
    return [one for one in asked if one.kind not in (*UNMARKED_KINDS, "depends")]


def right(question):
    return {option.id for option in question.options if option.correct}


def words(text):
    return set(re.findall(r"\w{4,}", text.lower()))


def first_of(question, rank):
    """Return as many options as are right: those that a rank puts first. That is generous."""
    ranked = sorted(question.options, key=rank)
    return {option.id for option in ranked[: len(right(question))]}


GUESSES = {
    "longest": lambda one: first_of(one, lambda option: -len(option.text)),
    "shortest": lambda one: first_of(one, lambda option: len(option.text)),
    "first": lambda one: first_of(one, lambda option: 0),
    "last": lambda one: first_of(one, lambda option: -one.options.index(option)),
    "most words of the scene": lambda one: first_of(
        one, lambda option: -len(words(option.text) & words(one.in_full))
    ),
    "most sharing": lambda one: SHARING[one.id],
}


def chance(question):
    return 1 / comb(len(question.options), len(right(question)))


def share(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def won(course, guess):
    """Return the share of marked questions that a way to guess gets right."""
    return share(GUESSES[guess](one) == right(one) for one in marked(course))


def by_chance(course):
    return share(chance(one) for one in marked(course))


def main():
    course = load_course()
    print(f"{len(marked(course))} marked questions; by chance {by_chance(course):.0%}")
    for guess in GUESSES:
        print(f"{guess}: {won(course, guess):.0%}")


if __name__ == "__main__":
    main()
