"""A server that is killed while phones send: whatever it acknowledged is there afterwards."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import once
import pytest
from phones_in_room import CODE, name, run

from widgets.group import session as sessions
from widgets.group.floor import RESPONSES
from widgets.group.store import Store

WRITING = Path(__file__).with_name("writing.py")
TESTS = WRITING.parents[1]


def acknowledged_until_killed(url, after):
    """Return the last answer of each phone that was acknowledged, by its number."""
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    command = [sys.executable, WRITING, url]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as writing:
        once.started(writing.pid)
        lines = [writing.stdout.readline() for _ in range(after)]
        writing.send_signal(signal.SIGKILL)
        lines += writing.stdout.readlines()
    assert len(lines) >= after and lines[-1].endswith("\n")
    return {receipt: int(turn) for receipt, turn in map(str.split, lines)}


def said(turn):
    return RESPONSES[turn % len(RESPONSES)]


@pytest.mark.parametrize("after", [1, 70, 1000])
def test_after_a_kill_every_acknowledged_answer_is_there(url, after):
    acknowledged = acknowledged_until_killed(url, after)
    with Store(url) as store:
        sent = run(store.find(CODE)).session.sent
        run(store.change(CODE, sessions.close))
    assert acknowledged
    for receipt, turn in acknowledged.items():
        # The next one may have been written without there being time to say so.
        assert sent[name(receipt)] in (said(turn), said(turn + 1)), receipt
