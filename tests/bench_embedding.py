"""How soon an element is painted on somebody else's page, and what a build costs beyond rendering.

Prints a table; it asserts nothing about time, since machines differ. Run it by name:

    pytest tests/bench_embedding.py -s
"""

import statistics
import subprocess
import sys
import time

import pytest
import ways_in

pytestmark = pytest.mark.bench
TIMES = 5
QUIZ = "meaning-practice"
# Nothing else is on the page, so that what is painted first is the element.
ELEMENTS = {
    "the check": (
        "<coproduction-readiness-check></coproduction-readiness-check>",
        ["coproduction"],
    ),
    "a quiz": (
        f'<coproduction-quiz quiz="{QUIZ}"></coproduction-quiz>',
        ["coproduction", f"quiz-{QUIZ}"],
    ),
}
HOST = "theirs"
PAINTED = """() => new Promise((resolve) => new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (!paint) return;
    const scripts = performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.js'));
    resolve((paint.startTime - Math.max(...scripts.map((e) => e.responseEnd))) / 1000);
}).observe({ type: 'paint', buffered: true }))"""
# What `build` does first, in a process of its own likewise.
RENDERING = """
from widgets.app.rendered import Work
from widgets.app.snapshot import Snapshot
from widgets.app.workers import Workers, finished
from widgets.course.loading import find_course, load_course

if __name__ == "__main__":
    with Snapshot(find_course().absolute()) as snapshot, Workers() as workers:
        work = Work(snapshot.course_file, 120)
        names = load_course(snapshot.course_file).addresses
        for task in finished([workers.submit(work.render, name) for name in names]):
            task.result()
"""


def test_an_element_is_painted_as_soon_as_its_script_is_there(browser, served):
    print("", "| seconds from script to paint | median | all |", "|---|---|---|", sep="\n")
    for name, (tag, scripts) in ELEMENTS.items():
        html = "<!doctype html><html lang='en'><title>Theirs</title>" + "".join(
            f'<script defer src="{served.url(f"embed/{script}.js")}"></script>'
            for script in scripts
        )
        print(row(name, [painted(browser, served.url(HOST), html + tag) for _ in range(TIMES)]))


def painted(browser, host, html):
    """Return the seconds from the last byte of a script to the first paint, in a new browser."""
    context = browser.new_context()
    page = context.new_page()
    page.route(host, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(host)
    seconds = page.evaluate(PAINTED)
    assert page.locator("[data-check]:enabled").first.is_visible()
    context.close()
    return seconds


def test_a_build_takes_little_longer_than_rendering(course_file, tmp_path):
    script = tmp_path / "rendering.py"
    script.write_text(RENDERING, encoding="utf-8")
    build = [ways_in.BIN / "coproduction", "build"]
    took = {"rendering every notebook": [], "build": []}
    for time_of in range(TIMES):
        took["rendering every notebook"].append(seconds(course_file, [sys.executable, script]))
        took["build"].append(seconds(course_file, [*build, tmp_path / f"site-{time_of}"]))
    print("", "| seconds | median | all |", "|---|---|---|", sep="\n")
    print(*(row(*each) for each in took.items()), sep="\n")
    rendering, building = map(statistics.median, took.values())
    print(f"build : rendering = {building / rendering:.2f}")


def seconds(course_file, command):
    start = time.monotonic()
    subprocess.run(command, cwd=course_file.parent, capture_output=True, check=True)
    return time.monotonic() - start


def row(name, values):
    return f"| {name} | {statistics.median(values):.3f} | {', '.join(f'{v:.3f}' for v in values)} |"
