"""A hall full of phones: how long answers take, what is stored, and what it costs the server.

Prints a table, beside ten people on stock Voilà with a kernel each; it asserts what is stored, and
nothing about time, since machines differ. Run it by name, alone:

    pytest tests/bench_group.py -s
"""

import asyncio
import gzip
import json
import random
import re
import statistics
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
import ways_in
from bench_pages import crowded, memory
from phones import BUSY, SEE_OTHER, Host, Phones

pytestmark = pytest.mark.bench
RUNS = 3
POLL = 3
SETTLED = 10
SEATS = ("lived_experience", "staff", "carers")


def test_what_a_hall_of_phones_costs(course_file, tmp_path):
    with ThreadPoolExecutor() as pool:
        rows = pool.submit(lambda: measured(course_file, tmp_path)).result()
    print(
        "",
        "| | measured |",
        "|---|---|",
        *(f"| {what} | {cost} |" for what, cost in rows),
        sep="\n",
    )


def measured(course_file, folder):
    rows = sizes(course_file, folder / "sizes")
    for how, number, within in (("at once", 30, 0), ("within 10 s", 300, 10), ("at once", 300, 0)):
        runs = [asyncio.run(answers(course_file, folder, number, within)) for _ in range(RUNS)]
        p95 = statistics.median(run["p95"] for run in runs)
        busy = sum(run["busy"] for run in runs)
        rows.append(
            (
                f"{number} phones send {how}, all polling: p95, median of {RUNS}",
                f"{p95 * 1000:.0f} ms",
            )
        )
        rows.append((f"{number} phones {how}: told to send again, in {RUNS} runs", busy))
    rows += asyncio.run(polling(course_file, folder, 300))
    rows += asyncio.run(killed(course_file, folder, 300))
    return [*rows, *stock(course_file)]


def started(course_file, folder):
    """Return the server on a store of its own, with every page made."""
    folder.mkdir(exist_ok=True)
    server = ways_in.serve(course_file)
    server.command += ["--db", f"sqlite:///{folder}/{random.getrandbits(40)}.db"]
    return server


def key_of(server):
    return re.search(r"coach\?key=(\S+)", server.log.read_text())[1]


async def hall(server, number):
    """Return phones, the room's code and receipts, with the first question open."""
    host, phones = Host(server.url()), Phones(server.url())
    await host.enter(key_of(server))
    code = await host.create()
    seats = [SEATS[place % len(SEATS)] for place in range(number)]
    receipts = await asyncio.gather(*(phones.join(code, seat) for seat in seats))
    await host.do(code, "begin", heads="yes")
    await host.do(code, "ask", question="all-stages")
    return phones, code, receipts


async def poll(phones, code, until):
    """Look as a phone does: every three seconds, more or less, for what it has not seen."""
    seen = ""
    await asyncio.sleep(random.uniform(0, POLL))
    while not until.is_set():
        answer = await phones.get(f"api/join/{code}", **({"If-None-Match": seen} if seen else {}))
        seen = answer.headers.get("ETag", seen)
        await asyncio.sleep(POLL * random.uniform(0.8, 1.2))


async def answers(course_file, folder, number, within):
    with started(course_file, folder) as server:
        phones, code, receipts = await hall(server, number)
        until = asyncio.Event()
        polls = [asyncio.create_task(poll(phones, code, until)) for _ in receipts]
        await asyncio.sleep(POLL)

        async def send(receipt):
            await asyncio.sleep(random.uniform(0, within))
            return await phones.send(code, receipt, "1", "partly")

        sent = await asyncio.gather(*map(send, receipts))
        until.set()
        await asyncio.gather(*polls)
        assert {each.status for each in sent} == {SEE_OTHER}
        assert await answered(phones, code) == number
    seconds = sorted(each.seconds for each in sent)
    return {"p95": seconds[int(0.95 * (number - 1))], "busy": sum(each.tries - 1 for each in sent)}


async def answered(phones, code):
    return json.loads((await phones.get(f"api/room/{code}")).body)["answered"]


async def polling(course_file, folder, number):
    with started(course_file, folder) as server:
        process = psutil.Process(server.process.pid)
        before = process.memory_info().rss
        phones, code, receipts = await hall(server, number)
        held = process.memory_info().rss - before
        until = asyncio.Event()
        polls = [asyncio.create_task(poll(phones, code, until)) for _ in receipts]
        await asyncio.sleep(POLL)
        spent = sum(process.cpu_times()[:2])
        await asyncio.sleep(SETTLED)
        share = (sum(process.cpu_times()[:2]) - spent) / SETTLED
        until.set()
        await asyncio.gather(*polls)
    return [
        (f"{number} phones polling: of one processor", f"{share:.0%}"),
        (f"{number} phones: more memory", f"{held / 1e6:.0f} MB"),
    ]


async def killed(course_file, folder, number):
    """Kill the server while all send, and look what it has after a new start."""
    server = started(course_file, folder)
    with server:
        phones, code, receipts = await hall(server, number)
        sending = [
            asyncio.create_task(
                phones.post(f"join/{code}", act="send", receipt=each, asked="1", said="partly")
            )
            for each in receipts
        ]
        await asyncio.sleep(0.15)
        server.kill()
        done = await asyncio.gather(*sending, return_exceptions=True)
        acknowledged = sum(getattr(each, "code", BUSY) == SEE_OTHER for each in done)
        server.start()
        server.wait()
        there = await answered(Phones(server.url()), code)
    assert there >= acknowledged
    return [
        ("kill -9 while 300 send: acknowledged, there after a restart", f"{acknowledged}, {there}")
    ]


def sizes(course_file, folder):
    with started(course_file, folder) as server:
        code = asyncio.run(_created(server))
        page = ways_in.get(server.url(f"join/{code}"))[2].decode()
        linked = re.findall(r'(?:href|src)="(?:\.\./)*(static/[^"]+\.(?:css|js))"', page)
        bodies = {name: ways_in.get(server.url(name))[2] for name in linked}
    zipped = {name: len(gzip.compress(body)) for name, body in bodies.items()}
    styles = sum(size for name, size in zipped.items() if name.endswith(".css"))
    scripts = sum(size for name, size in zipped.items() if name.endswith(".js"))
    return [
        (
            "join page and its style, gzipped",
            f"{(len(gzip.compress(page.encode())) + styles) / 1000:.1f} kB",
        ),
        ("its script, gzipped", f"{scripts / 1000:.1f} kB"),
    ]


async def _created(server):
    host = Host(server.url())
    await host.enter(key_of(server))
    return await host.create()


def stock(course_file):
    """Ten people on stock Voilà: each has a kernel before the first answer."""
    with ways_in.stock_voila(course_file) as server:
        before = memory(server)
        waits, errors = crowded(server.url("voila/render/readiness-check.ipynb"), 10)
        held = memory(server) - before
    return [
        (
            "stock Voilà, ten people at once: the page, median",
            f"{statistics.median(waits):.1f} s, {errors} errors",
        ),
        ("stock Voilà, ten people: more memory", f"{held:.0f} MB"),
    ]
