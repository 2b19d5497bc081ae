"""A learner's own copy: in JupyterLab, and as files that are never lost."""

import hashlib
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import once
import psutil
import pytest
import ways_in
from broken import replace
from examples import write_examples

from widgets.app.command import main
from widgets.app.lab import lab, learners_copy
from widgets.app.lab.record import read_record
from widgets.app.lab.settings import settings_for
from widgets.course.files import course_files
from widgets.course.loading import (
    IN_A_COPY,
    PACKAGE,
    VARIABLE,
    find_course,
    load_course,
    notebooks_folder,
)

SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
AWAKE = f"{SHOWN} [data-form=one-of-each][data-awake]"
CHOICE = f"{AWAKE} [data-question=name-of-it]"
CHANGED = ".jp-mod-dirty, .jp-Dialog"
KEPT = f"(kept {date.today().isoformat()})"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Return a course, a place for a copy of it, and a home folder that has nothing in it."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "home").mkdir()
    course_file = write_examples(folder / "course")
    assert main(["check", str(course_file), "--update"]) == 0
    copy, port = folder / "copy", ways_in.free_port()
    return SimpleNamespace(course_file=course_file, copy=copy, home=folder / "home", port=port)


@pytest.fixture(scope="module")
def start(own):
    return lambda: ways_in.learners_lab(own.course_file, own.copy, own.home, own.port)


@pytest.fixture(scope="module")
def answered(browser, own, start):
    """Open a new copy and answer its first question; return what was seen on the way."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    page, hosts = context.new_page(), set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    with start() as server:
        seen = SimpleNamespace(page=page, address=address_in(server), hosts=hosts)
        page.goto(seen.address)
        page.locator(CHOICE).first.wait_for()
        seen.code = page.locator(f"{SHOWN} .jp-CodeCell .cm-editor:visible").count()
        seen.sidebars = page.locator(".jp-SideBar + * .jp-SidePanel:visible").count()
        seen.changed = [page.locator(CHANGED).count()]
        page.locator(CHOICE).get_by_text("Consultation", exact=True).click()
        page.locator(f"{AWAKE} [data-check]").first.click()
        page.get_by_text("They asked and they decide.").wait_for()
        seen.changed.append(page.locator(CHANGED).count())
        seen.offer = page.get_by_role("code").get_by_text("coproduction serve").is_visible()
        seen.saved = [(own.copy / "first.ipynb").read_bytes(), save(page, own)]
        page.evaluate("window.here = true")
        page.get_by_role("link", name="Next: Second lesson").click()
        page.locator(AWAKE).nth(1).wait_for()
        seen.in_place = page.evaluate("window.here === true"), page.url
        seen.changed.append(page.locator(CHANGED).count())
        page.reload()
        page.locator(AWAKE).nth(1).wait_for()
        seen.after_reload = [is_consultation(page, form) for form in (0, 1)]
        with page.expect_websocket(
            lambda socket: socket.url.partition("?")[0].endswith("channels")
        ):
            page.goto(page.url.replace("second", "my-notes"))
        page.locator(f"{SHOWN} [data-status=idle]").first.wait_for()
        seen.changed.append(page.locator(CHANGED).count())
        seen.kernels = server.kernels()
        server.kill(signal.SIGINT)
        seen.code_of_exit, seen.log = server.process.returncode, server.log.read_text()
    yield seen
    context.close()


@pytest.fixture(scope="module")
def updated(answered, own, start):
    """Change the course, a lesson of the copy and the notes; open the copy again."""
    replace(own.course_file, ("They deliver it.", "They help to deliver it."))
    assert main(["check", str(own.course_file), "--update"]) == 0
    (own.copy / "my-notes.ipynb").write_text("mine")
    lesson = own.copy / "second.ipynb"
    lesson.write_text(lesson.read_text().replace("The same form twice.", "My own words."))
    page = answered.page
    with start() as server:
        page.goto(address_in(server))
        page.locator(CHOICE).first.wait_for()
        kept = page.evaluate("document.documentElement.innerHTML.includes('They help to deliver')")
        yield SimpleNamespace(page=page, shows_change=kept, answered=is_consultation(page, 0))


def address_in(server):
    return re.search(r"http://\S+token=\w+", server.log.read_text())[0]


def save(page, own):
    page.locator(f"{SHOWN} .jp-MarkdownCell").first.click()
    # JupyterLab puts its workspace too.
    lesson = re.compile("/api/contents/first.ipynb")
    with page.expect_response(lambda r: r.request.method == "PUT" and lesson.search(r.url)):
        page.keyboard.press("Control+s")
    return (own.copy / "first.ipynb").read_bytes()


def is_consultation(page, form):
    return page.locator(CHOICE).nth(form).get_by_role("radio", name="Consultation").is_checked()


def test_the_first_question_is_answered_without_running_anything(answered):
    assert answered.after_reload == [True, True]
    assert answered.page.url.startswith(answered.address.split("?")[0].rsplit("/", 1)[0])


def test_nothing_but_the_lesson_is_in_sight(answered):
    assert (answered.code, answered.sidebars) == (0, 0)


def test_a_lesson_is_clean_when_opened_and_after_an_answer(answered):
    assert answered.changed == [0, 0, 0, 0]


def test_a_link_leads_to_the_next_lesson_in_place(answered):
    same_page, address = answered.in_place
    assert same_page
    assert address.endswith("/doc/tree/second.ipynb")


def test_jupyterlab_asks_nobody_else(answered, own):
    assert answered.hosts == {f"127.0.0.1:{own.port}"}


def test_ctrl_c_stops_jupyterlab_and_its_kernels_quietly(answered):
    assert answered.code_of_exit == 0, answered.log
    assert once.left_after(5, answered.kernels) == []
    said = answered.log.strip()
    assert re.fullmatch(r"Your copy in .* - press Ctrl\+C to stop\.", said), said


def test_the_users_own_jupyter_is_untouched(answered, own):
    assert list(own.home.rglob("*")) == []


def test_no_answer_is_saved_with_a_lesson(answered):
    before, after = answered.saved
    assert before == after


def test_the_first_page_offers_the_browser_version(answered):
    assert answered.offer


def test_an_answer_outlives_an_update(updated):
    assert updated.shows_change
    assert updated.answered


def test_an_update_keeps_what_the_learner_changed(updated, own):
    assert "My own words." in (own.copy / f"second {KEPT}.ipynb").read_text()
    assert "The same form twice." in (own.copy / "second.ipynb").read_text()
    assert not list(own.copy.glob("first (*"))
    assert (own.copy / "my-notes.ipynb").read_text() == "mine"


def test_nobody_gets_in_without_the_token(updated, own):
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://127.0.0.1:{own.port}/api/contents")


@pytest.fixture
def make(monkeypatch, capsys, example_file, tmp_path):
    """Return a function that makes or reopens a copy without JupyterLab."""
    monkeypatch.chdir(example_file.parent)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(lab, "_live_in", lambda folder: None)
    monkeypatch.setattr(lab, "_serve", lambda *_: None)
    monkeypatch.setattr(lab.os, "geteuid", lambda: 1000, raising=False)

    def run(*options, folder=tmp_path / "copy"):
        code = main(["lab", str(folder), *options])
        return code, capsys.readouterr().err

    return run


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_with_something_else_in_it_is_refused(make, tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "letter.txt").write_text("Dear all")
    code, said = make()
    assert code == 1
    assert said.count("\n") == 1
    assert "holds something else" in said
    assert list((tmp_path / "copy").iterdir()) == [tmp_path / "copy" / "letter.txt"]


def test_a_copy_holds_the_course_and_its_pictures(make, tmp_path):
    assert make() == (0, "")
    files = {path.relative_to(tmp_path / "copy").as_posix() for path in snapshot(tmp_path / "copy")}
    assert {file for file in files if not file.startswith(".coproduction/")} == {
        *("first.ipynb", "second.ipynb", "readiness-check.ipynb", "glossary.ipynb", "plan.ipynb"),
        *("aside/recall-1.ipynb", "images/vote.svg", "my-notes.ipynb"),
        *("meeting.ipynb", "meeting-notes.ipynb", "sheet.ipynb"),
    }


def test_a_copy_holds_what_its_kernels_read_out_of_sight(make, example_file, tmp_path):
    make()
    read = tmp_path / "copy" / IN_A_COPY
    files = [file.relative_to(read.parent).as_posix() for file in course_files(read)]
    here = [file.relative_to(example_file.parent).as_posix() for file in course_files(example_file)]
    assert files == here
    assert load_course(read) == load_course(example_file)


def test_an_up_to_date_copy_is_reopened_as_it_is(make, monkeypatch, tmp_path):
    make()
    before = snapshot(tmp_path / "copy")
    assert make() == (0, "")
    assert snapshot(tmp_path / "copy") == before


def test_a_lesson_that_has_gone_is_written_again(make, tmp_path):
    make()
    (tmp_path / "copy" / "second.ipynb").unlink()
    make()
    assert (tmp_path / "copy" / "second.ipynb").exists()


def test_a_copy_keeps_to_its_port(make, tmp_path):
    port = ways_in.free_port()
    assert make(f"--port={port}") == (0, "")
    assert make() == make(f"--port={port}") == (0, "")
    code, said = make("--port=8869")
    assert (code, said.count("\n")) == (1, 1)
    assert f"stays at port {port}" in said
    assert read_record(tmp_path / "copy").port == port


def test_a_copy_does_not_go_elsewhere_where_its_port_is_taken(make):
    port = ways_in.free_port()
    make(f"--port={port}")
    with socket.create_server(("127.0.0.1", port)):
        code, said = make()
    assert (code, said.count("\n")) == (1, 1)
    assert said.startswith(f"127.0.0.1:{port} is taken")


def test_two_new_copies_get_ports_of_their_own(make, tmp_path):
    make()
    first = read_record(tmp_path / "copy").port
    ports = [next(lab._ports_for(tmp_path / name)) for name in ("copy", "other")]
    assert ports[0] == first
    assert ports[0] != ports[1]
    with socket.create_server(("127.0.0.1", ports[1])):
        held = lab._held_port(None, None, tmp_path / "other")
    assert held.getsockname()[1] == ports[1] + 1
    held.close()


def test_a_copy_among_the_courses_own_notebooks_is_refused(make, example_file):
    folder = example_file.parent / "notebooks" / "mine"
    code, said = make(folder=folder)
    assert (code, folder.exists()) == (1, False)
    assert said.startswith(f"{folder} is among the course's own notebooks")


@pytest.mark.parametrize("at", [1, 3])
def test_an_interrupted_creation_is_completed_next_time(make, monkeypatch, tmp_path, at):
    write, written = learners_copy.write_aside, []

    def interrupted(*arguments):
        if len(written) == at:
            raise KeyboardInterrupt
        written.append(arguments)
        write(*arguments)

    monkeypatch.setattr(learners_copy, "write_aside", interrupted)
    assert make()[0] == 130
    assert not read_record(tmp_path / "copy").made_from
    monkeypatch.setattr(learners_copy, "write_aside", write)
    assert make() == (0, "")
    assert read_record(tmp_path / "copy").made_from
    assert (tmp_path / "copy" / "second.ipynb").exists()
    assert not list((tmp_path / "copy").glob("*kept*"))


def test_a_file_changed_twice_is_kept_twice(make, monkeypatch, tmp_path):
    make()
    for words in ("once", "twice"):
        (tmp_path / "copy" / "first.ipynb").write_text(words)
        monkeypatch.setattr(learners_copy, "digest_of_all", lambda contents, words=words: words)
        make()
    kept = sorted(path.read_text() for path in (tmp_path / "copy").glob("first (kept *.ipynb"))
    assert kept == ["once", "twice"]


def test_a_command_typed_in_a_copy_finds_the_course_it_was_made_from(make, monkeypatch, tmp_path):
    make()
    monkeypatch.chdir(tmp_path / "copy")
    assert main(["check"]) == 0
    assert make() == (0, "")


@pytest.mark.parametrize("folder", ["", "aside", ".coproduction/course/notebooks"])
def test_anywhere_in_a_copy_its_own_course_is_found(make, monkeypatch, tmp_path, folder):
    make()
    monkeypatch.chdir(tmp_path / "copy" / folder)
    assert find_course() == tmp_path / "copy" / IN_A_COPY


def test_in_a_kernel_of_a_copy_a_command_finds_the_course_it_was_made_from(
    make, monkeypatch, tmp_path, example_file, capsys
):
    make()
    (tmp_path / "copy" / IN_A_COPY).write_text("broken: [", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "copy" / IN_A_COPY))
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("course.yml: no faults.\n")


def test_a_copy_whose_course_is_gone_says_so_and_what_to_do(make, monkeypatch, tmp_path, capsys):
    make()
    copy, gone = tmp_path / "copy", tmp_path / "gone" / "course.yml"
    record = read_record(copy)
    record.course = str(gone)
    record.save(copy)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(copy)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (
        f"This copy was made from {gone}, which can't be used as it is:"
        f" `coproduction check {gone}` says why."
        " From another folder the command takes the course of this installation.\n"
    )


def of_the_version_before(copy, words):
    """Turn a copy into one as it was made when the course was a single file among the lessons."""
    shutil.rmtree(copy / ".coproduction" / "course")
    (copy / "course.yml").write_text("id: examples", encoding="utf-8")
    record = read_record(copy)
    record.files = {name: kept for name, kept in record.files.items() if "/course/" not in name}
    record.files["course.yml"] = [hashlib.sha256(b"id: examples").hexdigest()]
    record.made_from = "an earlier version"
    record.save(copy)
    (copy / "course.yml").write_text(words, encoding="utf-8")


def test_a_copy_of_the_version_before_is_brought_up_to_date(make, monkeypatch, tmp_path):
    copy = tmp_path / "copy"
    make()
    of_the_version_before(copy, "id: examples")
    (copy / "second.ipynb").write_text("mine")
    monkeypatch.chdir(copy)
    assert make() == (0, "")
    assert not (copy / "course.yml").exists()
    assert (copy / f"second {KEPT}.ipynb").read_text() == "mine"
    assert load_course(copy / IN_A_COPY).id == "examples"
    assert find_course() == copy / IN_A_COPY


def test_a_course_that_a_learner_changed_in_such_a_copy_is_kept(make, monkeypatch, tmp_path):
    copy = tmp_path / "copy"
    make()
    of_the_version_before(copy, "id: mine")
    assert make() == (0, "")
    assert (copy / "course.yml").read_text() == "id: mine"
    monkeypatch.chdir(copy)
    assert find_course() == copy / IN_A_COPY
    assert main(["check"]) == 0


def test_a_file_kept_beside_what_kernels_read_does_them_no_harm(make, monkeypatch, tmp_path):
    make()
    words = tmp_path / "copy" / IN_A_COPY
    words = words.parent / "notebooks" / "words.yml"
    words.write_text("check: Look", encoding="utf-8")
    monkeypatch.setattr(learners_copy, "digest_of_all", lambda contents: "new")
    make()
    assert words.with_stem(f"words {KEPT}").exists()
    assert load_course(tmp_path / "copy" / IN_A_COPY).words.check == "Check"


def test_settings_from_a_read_only_installation_can_be_written_anew(tmp_path, monkeypatch):
    installed = tmp_path / "installed"
    shutil.copytree(lab.CONFIG, installed)
    house = tmp_path / "copy" / ".coproduction"
    # What a version that took the modes along has left there.
    shutil.copytree(installed, house / "config")
    for root in (installed, house / "config"):
        for path in (root, *root.rglob("*")):
            path.chmod(0o500 if path.is_dir() else 0o400)
    monkeypatch.setattr(lab, "CONFIG", installed)
    # What else a copy may change is put back.
    for variable in (*lab.FOLDERS, VARIABLE):
        monkeypatch.setenv(variable, "")
    lab._live_in(tmp_path / "copy")
    folders = [path for path in (house / "config").rglob("*") if path.is_dir()]
    assert folders and all(path.stat().st_mode & 0o700 == 0o700 for path in folders)
    custom = "custom/custom.css"
    assert (house / "config" / custom).read_bytes() == (installed / custom).read_bytes()


def test_a_copy_with_no_home_to_be_made_in_says_what_to_do(monkeypatch, capsys):
    def nobodys():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", lambda path: nobodys())
    assert main(["lab"]) == 1
    assert capsys.readouterr().err == (
        "~/co-production-course can't be found, as HOME is not set:"
        " name a folder for your copy, such as `coproduction lab my-copy`.\n"
    )


def test_stopping_ends_the_copys_kernels_and_no_browser(tmp_path):
    runtime = tmp_path / ".coproduction" / "runtime"
    runtime.mkdir(parents=True)
    sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    browser = subprocess.Popen(sleep)
    kernel = subprocess.Popen([*sleep, "ipykernel_launcher"])
    done = SimpleNamespace(
        remove_server_info_file=lambda: None, remove_browser_open_files=lambda: None
    )
    lab._clear_away(tmp_path, done)
    assert not psutil.pid_exists(kernel.pid) or kernel.wait(30) < 0
    assert browser.poll() is None
    browser.kill()
    browser.wait()


def test_a_lesson_of_a_copy_is_the_courses_own_but_that_the_first_ends_with_a_word_on_it(
    make, example_file, examples, tmp_path
):
    make()
    copy = tmp_path / "copy"
    for name in examples.addresses:
        own = (notebooks_folder(example_file) / name).read_bytes()
        made = json.loads((copy / name).read_bytes())
        if name == "first.ipynb":
            said = "".join(made["cells"].pop()["source"])
            assert said == f"{examples.words.about_copy}\n\n[My notes](my-notes.ipynb)"
        assert made == json.loads(own)
        assert name == "first.ipynb" or (copy / name).read_bytes() == own


def test_what_an_earlier_version_had_run_and_trusted_is_replaced_unless_it_was_changed(
    make, monkeypatch, tmp_path
):
    copy = tmp_path / "copy"
    make()
    record = read_record(copy)
    for name in ("second.ipynb", "glossary.ipynb"):
        (copy / name).write_text("run and trusted", encoding="utf-8")
        record.files[name] = [hashlib.sha256(b"run and trusted").hexdigest()]
    record.made_from = "an earlier version"
    record.save(copy)
    (copy / "glossary.ipynb").write_text("mine", encoding="utf-8")
    assert make() == (0, "")
    assert "The same form twice." in (copy / "second.ipynb").read_text()
    assert not list(copy.glob("second (*"))
    assert (copy / f"glossary {KEPT}.ipynb").read_text() == "mine"


def test_nothing_is_written_of_a_course_with_faults(make, monkeypatch, tmp_path):
    course_file = write_examples(tmp_path / "course")
    (course_file.parent / "notebooks" / "second.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.chdir(course_file.parent)
    code, said = make()
    assert (code, (tmp_path / "copy").exists()) == (1, False)
    assert said.startswith("notebooks/second.ipynb:1: ")


@pytest.mark.parametrize("options", [[], ["--no-browser"]])
def test_root_is_told_at_once_and_nothing_is_written(make, monkeypatch, tmp_path, options):
    monkeypatch.setattr(lab.os, "geteuid", lambda: 0)
    assert make(*options) == (
        1,
        "You are root, and JupyterLab does not run as root unasked: use another user,"
        " or add --allow-root. Nothing was written.\n",
    )
    assert not (tmp_path / "copy").exists()
    assert make("--allow-root") == (0, "")


def test_jupyterlab_finds_the_extension_in_the_package_itself(tmp_path):
    [folder] = settings_for(tmp_path, 1, "first.ipynb", "").LabApp.extra_labextensions_path
    assert Path(folder).is_relative_to(PACKAGE)
    found = json.loads((Path(folder) / "co-production-course" / "package.json").read_text())
    load = found["jupyterlab"]["_build"]["load"]
    assert (Path(folder) / "co-production-course" / load).is_file()
