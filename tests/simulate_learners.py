"""Learners made up by chance answer both stories: an effect put in is found, and none is made up.

Nobody's answers ever leave their device, so this is the only trial that the stories have had: it
shows what a comparison could find, and not that the course has an effect. Run it by name:

    pytest tests/simulate_learners.py -s
"""

import math
import random
from dataclasses import dataclass
from itertools import product
from statistics import fmean, stdev

import pytest

from widgets.course.loading import load_course
from widgets.course.own_change import AWAY, TOWARDS, UNCLEAR, change

pytestmark = pytest.mark.simulation
LEARNERS = 20_000
SEED = 18
COURSE = load_course()
STORIES = COURSE.vignettes
# How much harder the second story is, in log odds: as hard as the first, or clearly harder.
HARDER = (0.0, 0.6)
EFFECTS = (0.0, 0.5, 1.0, 2.0)


@dataclass
class Learner:
    """Someone with their own leaning to what the course argues for, in log odds."""

    leaning: float
    first: int  # Which story they get before the course, by lot.
    harder: float

    def count(self, lot, story, effect):
        """Return how many answers are what the course argues for."""
        return sum(lot.random() < p for p in chances(self, story, effect))


def chances(learner, story, effect):
    """Return for each question the chance of what the course argues for, guessing included."""
    for position, question in enumerate(STORIES[story % 2].choices):
        guess = 1 / len(question.options)
        hard = (position - 2) * 0.4 + learner.harder * (story % 2)
        yield guess + (1 - guess) / (1 + math.exp(hard - learner.leaning - effect))


def tried(effect, harder, fixed=False):
    """Return what learners answered: who got which story first, before, after, what was put in."""
    lot = random.Random(f"{SEED} {effect} {harder}")
    for _ in range(LEARNERS):
        learner = Learner(lot.gauss(0, 1), 0 if fixed else lot.randrange(2), harder)
        before = learner.count(lot, learner.first, 0)
        after = learner.count(lot, learner.first + 1, effect)
        put_in = sum(chances(learner, learner.first + 1, effect)) - sum(
            chances(learner, learner.first + 1, 0)
        )
        yield learner.first, before, after, put_in


def found(answers):
    """Return the mean change of those who got either story first, each order counting half."""
    moved = [[b - a for first, a, b, _ in answers if first == which] for which in (0, 1)]
    moved = [changes for changes in moved if changes]
    error = math.sqrt(sum(stdev(each) ** 2 / len(each) for each in moved)) / len(moved)
    return fmean(map(fmean, moved)), error


def told(answers):
    """Return in per cent how many would read each sentence."""
    said = [change(before, after) for _, before, after, _ in answers]
    return {each: 100 * said.count(each) / len(said) for each in (TOWARDS, UNCLEAR, AWAY)}


@pytest.mark.parametrize(("effect", "harder"), list(product(EFFECTS, HARDER)))
def test_the_effect_that_was_put_in_is_found_though_one_story_is_harder(effect, harder):
    answers = list(tried(effect, harder))
    mean, error = found(answers)
    put_in = fmean(each for *_, each in answers)
    shares = ", ".join(f"{one} {share:.1f} %" for one, share in told(answers).items())
    print(
        f"\n{effect:+.1f} log odds, second story {harder:.1f} harder: {put_in:+.3f} answers put in,"
        f" {mean:+.3f} ± {error:.3f} found; told {shares}"
    )
    assert abs(mean - put_in) < 3 * error


def test_without_lots_a_harder_story_would_look_like_an_effect():
    mean, error = found(list(tried(0, HARDER[1], fixed=True)))
    print(f"\nno effect, no lots, second story {HARDER[1]} harder: {mean:+.3f} ± {error:.3f} found")
    assert mean < -10 * error
