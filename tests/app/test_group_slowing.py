"""Whoever tries codes or keys is slowed; whoever has the right one never is."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import ways_in
from visitor import Host, Phone, Visitor

from widgets.app.group.slowing import Slowing
from widgets.group.session import LETTERS

TRIES = 100


class Clock:
    """A clock that goes as told."""

    now = 100.0

    def __call__(self):
        return self.now


def test_ten_wrong_ones_a_second_are_taken_and_no_more():
    clock = Clock()
    slowing = Slowing(clock=clock)
    assert [slowing.takes() for _ in range(12)] == [True] * 10 + [False] * 2
    clock.now += 0.35
    assert [slowing.takes() for _ in range(4)] == [True] * 3 + [False]
    clock.now += 3600
    assert sum(slowing.takes() for _ in range(100)) == 10


def letters(number):
    """Return two letters of a code, others for each number."""
    return LETTERS[number // len(LETTERS)] + LETTERS[number % len(LETTERS)]


@pytest.fixture(scope="module")
def server(example_file):
    with ways_in.serve(example_file) as server:
        yield server


def test_wrong_codes_are_slowed_over_the_whole_server_and_a_right_one_is_never_refused(
    server, examples
):
    code = Host(server).enter().create("short")
    problems = examples.words.group.problems

    other = "A" if code[0] != "A" else "B"

    def try_wrong(number):
        return Visitor(server).get(f"join/{other}{letters(number)}{code[3:]}")

    def try_right(_):
        return Phone(server, code=code).get(f"join/{code}").status

    with ThreadPoolExecutor(12) as pool:
        wrong = pool.map(try_wrong, range(TRIES))
        right = [*pool.map(try_right, range(TRIES))]
    answers = [*wrong]
    assert right == [200] * TRIES
    assert {answer.status for answer in answers} == {404, 429}
    slowed = [answer for answer in answers if answer.status == 429]
    assert all(problems.slow_down in answer.text for answer in slowed)
    assert {answer.headers["Retry-After"] for answer in slowed} == {"1"}


def test_wrong_keys_are_slowed_and_the_right_one_is_never_refused(server):
    tried = [Visitor(server).get(f"coach?key={number}").status for number in range(TRIES)]
    assert set(tried) == {403, 429}
    assert Host(server).enter().get("coach").status == 200
