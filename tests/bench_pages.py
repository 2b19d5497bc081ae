"""Stock Voilà and this course side by side, on the same notebooks and the same machine.

Prints a table; it asserts nothing about time, since machines differ. Run it by name:

    pytest tests/bench_pages.py -s
"""

import asyncio
import os
import shutil
import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import psutil
import pytest
import ways_in
from tornado.httpclient import AsyncHTTPClient

pytestmark = pytest.mark.bench
LESSON = "what-it-is"
NOTEBOOK = "01-what-it-is.ipynb"
CHECK = "[data-check]:not([disabled])"
CROWDS = (30, 200)
PATIENCE = 600
VISITS = 5
FEEDBACK = """() => [...document.querySelectorAll('form')].flatMap((form) => {
    const input = form.querySelector('input[type=radio], input[type=checkbox]');
    if (!input || form.hidden) return [];
    input.click();
    const start = performance.now();
    form.querySelector('[data-check]').click();
    form.querySelector('[data-feedback]').getBoundingClientRect();
    return [performance.now() - start];
})"""


@dataclass
class Measured:
    """What one way of serving the course costs; None where it was not tried."""

    start_up: float = 0
    kilobytes: float = 0
    requests: int = 0
    third_party: int = 0
    cold: float = 0
    warm: float = 0
    feedback: float | None = None
    crowds: dict[int, list[float] | None] = field(default_factory=dict)
    errors: dict[int, int] = field(default_factory=dict)
    memory: float = 0


def test_pages_cost_less_than_stock_voila(browser, course_file, tmp_path):
    course = copied(course_file, tmp_path)
    executing = time_to_execute(course.parent / "notebooks")
    ours = measured(browser, ways_in.serve(course), LESSON, crowds=CROWDS)
    stock = measured(browser, ways_in.stock_voila(course), f"voila/render/{NOTEBOOK}", crowds=(30,))
    print(table(ours, stock, executing))


def copied(course_file, folder):
    """Return the course.yml of a copy, so that nothing measured touches the repository."""
    shutil.copytree(course_file.parent / "notebooks", folder / "notebooks")
    shutil.copy(course_file, folder)
    return folder / course_file.name


def time_to_execute(notebooks):
    """Return the seconds that executing every notebook takes, one after the other."""
    command = [ways_in.BIN / "jupyter", "execute", *map(str, sorted(notebooks.rglob("*.ipynb")))]
    start = time.monotonic()
    subprocess.run(command, cwd=notebooks, capture_output=True, check=True)
    return time.monotonic() - start


def measured(browser, server, path, crowds):
    result, start = Measured(), time.monotonic()
    with server:
        result.start_up = time.monotonic() - start
        visit(browser, server, path, result)
        before = memory(server)
        for size in crowds:
            result.crowds[size], result.errors[size] = crowded(server.url(path), size)
        result.memory = max(memory(server) - before, 0) / sum(crowds)
    return result


def visit(browser, server, path, result):
    """Measure a first visit and a second one in the same browser."""
    context = browser.new_context()
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    sizes, hosts = [], []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: hosts.append(urlsplit(request.url).netloc))
    own = urlsplit(server.url()).netloc
    result.cold = answerable(page, server.url(path))
    page.wait_for_timeout(2000)
    hosts = [host for host in hosts if host]
    result.kilobytes, result.requests = sum(sizes) / 1000, len(hosts)
    result.third_party = sum(host != own for host in hosts)
    page.goto("about:blank")
    result.warm = answerable(page, server.url(path))
    result.feedback = statistics.median(page.evaluate(FEEDBACK))
    context.close()
    result.cold = statistics.median([result.cold, *again(browser, server.url(path))])


def again(browser, url):
    """Yield the seconds that further first visits take, each in a browser without memory."""
    for _ in range(VISITS - 1):
        context = browser.new_context()
        yield answerable(context.new_page(), url)
        context.close()


def answerable(page, url):
    """Return the seconds from asking for a page to a question that can be answered."""
    start = time.monotonic()
    page.goto(url, wait_until="commit", timeout=60_000)
    page.locator(CHECK).first.wait_for(state="attached", timeout=60_000)
    return time.monotonic() - start


def crowded(url, size):
    # Playwright has an event loop of its own in this thread.
    with ThreadPoolExecutor() as pool:
        return pool.submit(lambda: asyncio.run(crowd(url, size))).result()


async def crowd(url, size):
    """Return how long each of so many visitors waits for the page, and how many get none."""
    client = AsyncHTTPClient(force_instance=True, max_clients=size)

    async def wait():
        start = time.monotonic()
        answer = await client.fetch(url, raise_error=False, request_timeout=PATIENCE)
        return time.monotonic() - start, answer.code

    waits = await asyncio.gather(*(wait() for _ in range(size)))
    return [seconds for seconds, _ in waits], sum(code != 200 for _, code in waits)


def memory(server):
    """Return the megabytes that a server and its kernels hold."""
    root = psutil.Process(server.process.pid)
    processes = [root, *root.children(recursive=True)]
    return sum(process.memory_info().rss for process in processes) / 1e6


def table(ours, stock, executing):
    rows = [
        ("start-up, s", stock.start_up, ours.start_up),
        ("bytes on a first visit, kB", stock.kilobytes, ours.kilobytes),
        ("requests on a first visit", stock.requests, ours.requests),
        ("of those to third parties", stock.third_party, ours.third_party),
        (f"first answerable question, cold, s, median of {VISITS}", stock.cold, ours.cold),
        ("first answerable question, warm, s", stock.warm, ours.warm),
        *(row for size in CROWDS for row in crowd_rows(size, stock, ours)),
        ("memory to each visitor, MB", stock.memory, ours.memory),
        ("feedback after Check, ms", stock.feedback, ours.feedback),
    ]
    lines = ["", f"{os.cpu_count()} processors, {psutil.virtual_memory().total / 1e9:.0f} GB"]
    lines += [f"Executing the notebooks one by one: {executing:.1f} s", ""]
    lines += ["| | stock Voilà | this course | stock : ours |", "|---|---|---|---|"]
    lines += [f"| {name} | {shown(a)} | {shown(b)} | {ratio(a, b)} |" for name, a, b in rows]
    return "\n".join(lines)


def crowd_rows(size, stock, ours):
    for name, of in (("median", statistics.median), ("p95", p95), ("max", max)):
        values = [of(each.crowds[size]) if size in each.crowds else None for each in (stock, ours)]
        yield f"{size} visitors at once, {name}, s", *values
    yield f"{size} visitors at once, errors", stock.errors.get(size), ours.errors.get(size)


def p95(values):
    return sorted(values)[int(0.95 * (len(values) - 1))]


def shown(value):
    if value is None:
        return "not tried"
    return f"{value}" if isinstance(value, int) else f"{value:.3g}"


def ratio(stock, ours):
    return f"{stock / ours:.3g}" if stock and ours else ""
