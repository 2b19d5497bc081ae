"""The scripts as bundles: fresh, small, and good neighbours on a page."""

import gzip
import hashlib
import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import scripts
from playwright.sync_api import expect

from widgets.forms.assets import STYLES

BUNDLES = {
    "page.js": "pages/page.js",
    "check.js": "pages/check.js",
    "change.js": "pages/change.js",
    "session.js": "pages/session.js",
    "template.js": "pages/template.js",
    "lost.js": "pages/lost.js",
    "embed.js": "pages/embed/embed.js",
    "element.js": "pages/embed/element.js",
    "launch.js": "exports/launch.js",
    "room.js": "group/room.js",
    "widget.js": "forms/widget.js",
    "check_widget.js": "forms/check_widget.js",
    "loader.js": "forms/loader.js",
}
EXTENSION = "lab_extension/container.js"
BUILT_EXTENSION = scripts.STATIC / "labextensions" / "co-production-course"
INSTALLED_EXTENSIONS = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
BUILD = "npm ci --prefix .ci && npm --prefix .ci run build"
# In bytes, as sent.
LARGEST_EXTENSION = 35_000
LARGEST = {
    **{"page.js": 8_300, "session.js": 5_000, "check.js": 16_700, "lost.js": 1_000},
    **{"launch.js": 3_500, "template.js": 17_200, "change.js": 9_000, "room.js": 8_000},
}


def digest_of(entry):
    """Return a digest of a script and of all that it imports, as .ci/build.mjs does."""
    found = {
        script.relative_to(scripts.PACKAGE).as_posix(): script.read_bytes()
        for script in scripts.reached(scripts.PACKAGE / entry)
    }
    texts = [name.encode() + b"\n" + found[name] for name in sorted(found)]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


@pytest.mark.parametrize(("bundle", "entry"), BUNDLES.items())
def test_a_bundle_is_made_of_the_scripts_as_they_are(bundle, entry):
    first = (scripts.STATIC / bundle).read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(f" {digest_of(entry)}"), f"scripts have changed: {BUILD}"


def test_the_extension_is_made_of_the_scripts_and_styles_as_they_are_and_named_after_them():
    digest = digest_of(EXTENSION)
    described = json.loads((BUILT_EXTENSION / "package.json").read_text(encoding="utf-8"))
    script = f"static/extension.{digest}.js"
    assert described["jupyterlab"]["_build"]["load"] == script, f"scripts have changed: {BUILD}"
    first = (BUILT_EXTENSION / script).read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(f" {digest}")
    assert described["version"] == version("co-production-course"), f"a new version: {BUILD}"


def test_the_extension_that_jupyterlab_loads_is_the_one_that_was_built():
    """An editable install copies it, and does not notice that it was built anew."""
    installed = INSTALLED_EXTENSIONS / BUILT_EXTENSION.name
    files, built = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in (installed, BUILT_EXTENSION)
    )
    assert files == built, "the extension was built anew: .venv/bin/pip install -e '.[test]'"


def test_the_extension_is_small():
    (script,) = BUILT_EXTENSION.glob("static/*")
    assert len(gzip.compress(script.read_bytes(), 9)) <= LARGEST_EXTENSION


def test_the_extension_wears_what_pages_and_widgets_wear():
    styles = (scripts.PACKAGE / "lab_extension/forms.css").read_text(encoding="utf-8")
    assert tuple(re.findall(r'@import "\.\./forms/(.*)";', styles)) == STYLES


def test_every_script_is_in_a_bundle_and_every_bundle_is_known():
    entries = [*BUNDLES.values(), EXTENSION]
    bundled = {script for entry in entries for script in reached(entry)}
    assert {path for path in bundled if path.suffix == ".js"} == set(scripts.sources())
    assert {path.name for path in scripts.STATIC.glob("*.*")} == set(BUNDLES)


def reached(entry):
    return scripts.reached(scripts.PACKAGE / entry)


@pytest.mark.parametrize(("bundle", "largest"), LARGEST.items())
def test_a_page_s_script_is_small(bundle, largest):
    assert len(gzip.compress((scripts.STATIC / bundle).read_bytes(), 9)) <= largest


SCRIPT = re.compile(r'<script defer src="(.*?/check-.*?)"></script>')
# Names that a script of ours once had for itself.
HOST = "const PARTS = 1; function parsed() { throw new Error('called'); }"
NAMES = "[window, document].map((one) => Object.getOwnPropertyNames(one))"
SINCE = f"{NAMES}.map((names, index) => names.filter((name) => !before[index].includes(name)))"


@pytest.fixture
def show(page, served_examples):
    """Return a function that shows a page with more scripts around ours, in their order."""
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))

    def show(before="", after=""):
        def answer(route):
            html = route.fetch().text()
            assert SCRIPT.search(html)
            body = SCRIPT.sub(lambda ours: before + ours[0] + after.format(ours[1]), html)
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        page.route(served_examples.url("first"), answer)
        page.goto(served_examples.url("first"))
        return page

    return show


def answer_and_check(page):
    """Answer a question, and see what is said to it."""
    asked = page.locator("form", has=page.locator("[data-question=name-of-it]"))
    asked.get_by_label("Consultation").check()
    asked.locator("[data-check]").click()
    expect(asked.locator("[data-feedback]")).to_contain_text("They asked and they decide.")


def test_a_page_s_script_leaves_one_name_on_the_document_and_none_on_the_window(show):
    page = show(f"<script>before = {NAMES}</script>")
    answer_and_check(page)
    assert page.evaluate(SINCE) == [["before"], ["coproduction"]]


@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_a_page_s_script_lives_beside_a_host_s_own(show, first):
    host = f'<script defer src="data:text/javascript,{HOST}"></script>'
    page = show(host if first else "", "" if first else host.replace("{", "{{").replace("}", "}}"))
    answer_and_check(page)
    page.reload()
    expect(page.get_by_text("They asked and they decide.")).to_be_visible()
    assert page.evaluate("[PARTS, typeof parsed]") == [1, "function"]
    assert page.errors == []


@pytest.mark.parametrize("second", ["{0}", "{0}?page"], ids=["the-same", "the-other"])
def test_a_page_s_script_loaded_twice_wakes_everything_once(show, second):
    page = show(after=f'<script defer src="{second}"></script>')
    page.route("**/check-*.js?page", lambda route: route.fulfill(path=scripts.STATIC / "page.js"))
    page.reload()
    answer_and_check(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert not [found for found in ids if found.endswith("-2")]
    taken = []
    page.on("download", lambda download: taken.append(download))
    page.get_by_role("button", name="Make a calendar file").click()
    plan = page.locator("[data-plan]")
    plan.evaluate("plan => { plan.open = true; plan.parentElement.hidden = false; }")
    plan.get_by_role("button", name="Add another").click()
    assert plan.locator("form.commitment:visible").count() == 2
    expect(page.locator("[data-reminders] [role=status]")).not_to_be_empty()
    page.wait_for_timeout(500)
    assert (len(taken), page.errors) == (1, [])
