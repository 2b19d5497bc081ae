"""Two hours of a busy course within ten minutes: what the server holds, from minute to minute.

Readers walk through the lessons, halls of phones join, answer and go, coaches reload their pages,
and an author saves an edit each minute. Prints the curve, and asserts that nothing is left behind.
Run it by name, alone; SOAK_MINUTES says how long:

    pytest tests/bench_soak.py -s
"""

import asyncio
import os
import random
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import psutil
import pytest
from bench_group import SEATS, key_of, started
from bench_pages import copied
from broken import replace
from phones import Client, Host, Phones

pytestmark = pytest.mark.bench
MINUTES = float(os.environ.get("SOAK_MINUTES", 10))
SECONDS = 60
LOOK_EVERY = 5
READERS, HALLS, PHONES = 20, 3, 30
QUESTIONS = ("all-stages", "equal-decisions")
READING = 0.2
RELOADS_EVERY = 1
# What Python and SQLite keep back for later, once all has been used.
MORE_MEMORY = 1.15
# Of the database, which opens when it is first asked, and of whoever is just looking.
MORE_HANDLES = 8


@dataclass
class Held:
    """What the server and its workers hold at a moment; memory in MB."""

    minute: float
    memory: float
    handles: int
    kernels: int
    processes: int


@dataclass
class Done:
    """What was done in all."""

    pages: int = 0
    joins: int = 0
    rounds: int = 0
    reloads: int = 0
    edits: int = 0


def test_nothing_is_left_behind_by_two_busy_hours(course_file, tmp_path):
    course = copied(course_file, tmp_path)
    with started(course, tmp_path / "kept") as server, ThreadPoolExecutor() as pool:
        done, curve, left = pool.submit(lambda: asyncio.run(soaked(server, course))).result()
        log = server.log.read_text()
    print(table(done, curve))
    assert "Traceback" not in log
    assert left == [], "sessions that were deleted are listed"
    assert curve[-1].kernels == 0
    assert curve[-1].processes <= curve[0].processes
    assert curve[-1].handles <= curve[0].handles + MORE_HANDLES
    assert typical(curve[-1:]) <= MORE_MEMORY * typical(warm(curve))


async def soaked(server, course):
    """Return what was done, what was held meanwhile, and the sessions that are still listed."""
    done, start = Done(), time.monotonic()
    host = Host(server.url())
    await host.enter(key_of(server))
    curve = [held(server, start)]
    work = [
        *(read(server, done) for _ in range(READERS)),
        *(hold(server, host, done) for _ in range(HALLS)),
        reload(host, done),
        edit(course, done),
        look(server, start, curve),
    ]
    tasks = [asyncio.create_task(each) for each in work]
    await asyncio.wait(tasks, timeout=MINUTES * SECONDS, return_when=asyncio.FIRST_EXCEPTION)
    await stopped(tasks)
    codes = await listed(host)
    for code in codes:
        await host.do(code, "forget")
    await asyncio.sleep(LOOK_EVERY)
    curve.append(held(server, start))
    return done, curve, await listed(host)


async def stopped(tasks):
    """End what goes on for ever; whatever failed fails here."""
    failed = [task for task in tasks if task.done()]
    for task in tasks:
        task.cancel()
    for task in failed:
        task.result()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks)


async def read(server, done):
    """Walk through the lessons as a browser that has seen nothing yet, again and again."""
    reader = Client(server.url())
    addresses = ["", "what-it-is", "readiness-check", "plan", "coach/run", "glossary", "about"]
    while True:
        for address in addresses:
            answer = await reader.get(address)
            assert answer.code == 200, address
            done.pages += 1
            await asyncio.sleep(READING * random.uniform(0.5, 1.5))


async def hold(server, host, done):
    """Hold one session after the other, each with phones of its own, and delete them."""
    while True:
        code, phones = await host.create(), Phones(server.url())
        seats = [SEATS[place % len(SEATS)] for place in range(PHONES)]
        receipts = await asyncio.gather(*(phones.join(code, seat) for seat in seats))
        done.joins += len(receipts)
        await host.do(code, "begin", heads="yes")
        for asked, question in enumerate(QUESTIONS, start=1):
            await host.do(code, "ask", question=question)
            await answer(phones, code, receipts, str(asked))
            await host.do(code, "close-now")
            done.rounds += 1
        await host.do(code, "finish", who="Both hosts", how="By letter", by="1 June")
        for file in ("report", "report.json", "report.docx"):
            assert (await host.get(f"coach/session/{code}/{file}")).code == 200
        await host.do(code, "forget")


async def answer(phones, code, receipts, asked):
    sending = (phones.send(code, each, asked, "partly") for each in receipts)
    looking = (phones.get(f"api/join/{code}") for _ in receipts)
    sent, states = await asyncio.gather(asyncio.gather(*sending), asyncio.gather(*looking))
    assert {each.status for each in sent} == {303}
    assert {each.code for each in states} == {200}


async def reload(host, done):
    """Reload what a coach has open, far more often than a coach would."""
    while True:
        for address in ("coach", "coach/guide", "coach/cards"):
            await host.get(address)
            done.reloads += 1
        await asyncio.sleep(RELOADS_EVERY)


async def edit(course, done):
    """Save a change of a lesson each minute, which is then made anew."""
    words = ["title: Working as equals", "title: Working as equals, together"]
    while True:
        await asyncio.sleep(SECONDS / 2)
        replace(course, (f"{words[done.edits % 2]}\n", f"{words[1 - done.edits % 2]}\n"))
        done.edits += 1
        await asyncio.sleep(SECONDS / 2)


async def look(server, start, curve):
    while True:
        await asyncio.sleep(LOOK_EVERY)
        curve.append(held(server, start))


def held(server, start):
    root = psutil.Process(server.process.pid)
    processes = [root, *root.children(recursive=True)]
    memory = sum(each.memory_info().rss for each in processes) / 1e6
    minute = (time.monotonic() - start) / SECONDS
    return Held(minute, memory, root.num_fds(), len(server.kernels()), len(processes))


async def listed(host):
    """Return the codes of the sessions that hosts are shown."""
    page = (await host.get("coach")).body.decode()
    return sorted({part[:6] for part in page.split("coach/session/")[1:]})


def warm(curve):
    """Return what was held in the second quarter, when all had been used."""
    return curve[len(curve) // 4 : len(curve) // 2]


def typical(curve):
    return statistics.median(each.memory for each in curve)


def table(done, curve):
    lines = ["", f"{MINUTES:g} minutes: {done}", ""]
    lines += ["| minute | memory, MB | handles | kernels | processes |", "|---|---|---|---|---|"]
    each_minute = curve[:: SECONDS // LOOK_EVERY]
    lines += [
        f"| {each.minute:.1f} | {each.memory:.0f} | {each.handles} | {each.kernels} "
        f"| {each.processes} |"
        for each in [*each_minute, curve[-1]]
    ]
    return "\n".join(lines)
