"""The first screen of a lesson in JupyterLab, on a small laptop, and how its prose looks."""

import json
import re
import shutil

import pytest
import ways_in
from accessible import OF_COLOUR, violations
from examples import notebook
from playwright.sync_api import expect

from widgets.course.loading import notebooks_folder

SMALL_LAPTOP = {"width": 1366, "height": 768}
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
LONGEST_LINE = """() => {
  const longest = (paragraph) => {
    const lines = {};
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { bottom, width } = range.getBoundingClientRect();
        // A space at the end of a line has none.
        if (width) lines[Math.round(bottom / 8)] = (lines[Math.round(bottom / 8)] ?? 0) + 1;
      }
    }
    return Math.max(...Object.values(lines));
  };
  return Math.max(...[...document.querySelectorAll('.jp-RenderedMarkdown p')].map(longest));
}"""


@pytest.fixture(scope="module")
def lessons(course_file, tmp_path_factory):
    """Start JupyterLab on the course as it is committed, with a notebook of someone else's."""
    folder = tmp_path_factory.mktemp("first-minute")
    shutil.copytree(notebooks_folder(course_file), folder / "notebooks")
    shutil.copy(course_file, folder)
    cells = [("markdown", "# Mine\n\nWords."), ("code", "1")]
    (folder / "notebooks" / "mine.ipynb").write_text(notebook(cells), encoding="utf-8")
    with ways_in.jupyterlab(folder / "course.yml") as server:
        yield server


@pytest.fixture(scope="module")
def kept_open(browser):
    context = browser.new_context(viewport=SMALL_LAPTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(kept_open, lessons):
    """Return a function that opens a lesson as a learner does who has just started JupyterLab."""

    def open_lesson(name, awake=True):
        kept_open.goto(lessons.url(f"lab/tree/{name}.ipynb?reset"))
        # JupyterLab draws cell by cell, and not always from the top.
        kept_open.locator(f"{SHOWN} h1").first.wait_for(timeout=60_000)
        if awake:
            kept_open.locator(f"{SHOWN} [data-awake]").first.wait_for(timeout=60_000)
        return kept_open

    return open_lesson


def bottom_of(page, selector):
    shown = page.locator(f"{SHOWN} {selector}").first
    shown.wait_for()
    box = shown.bounding_box()
    return box["y"] + box["height"]


def fold(page):
    """Return where the first screen ends: what is below stands behind the status bar."""
    return bottom_of(page, ".jp-Notebook")


@pytest.mark.parametrize(
    ("lesson", "last_in_sight"),
    [
        ("00-welcome", "legend"),
        ("01-what-it-is", ".introduction"),
        ("02-is-it-co-production", ".introduction"),
        ("05-five-standards", ".scenario-title"),
        ("07-keep-going", ".introduction"),
        ("readiness-check", "[data-question=jointly-responsible]"),
    ],
)
def test_title_place_and_the_first_thing_to_do_are_in_the_first_screen(
    opened, lesson, last_in_sight
):
    page = opened(lesson)
    assert page.locator(f"{SHOWN} h1").is_visible()
    if lesson != "readiness-check":
        assert bottom_of(page, ".coproduction-way") < fold(page) / 2
    assert bottom_of(page, last_in_sight) <= fold(page)


def test_the_note_the_story_and_its_question_stand_in_the_first_screen_of_the_welcome(opened):
    page = opened("00-welcome")
    asked = page.locator(f"{SHOWN} legend").first.bounding_box()
    assert asked["y"] + asked["height"] <= fold(page)


def test_a_lesson_says_where_it_stands_in_one_line_and_folds_the_rest(opened, course):
    page = opened("01-what-it-is")
    way = page.locator(f"{SHOWN} .coproduction-way")
    way.wait_for()
    assert way.locator(".place").inner_text().startswith("Lesson 1 of 7 · about 11 minutes")
    for word, module in (("Previous", course.modules[0]), ("Next", course.modules[2])):
        name = re.compile(f"^{word} ?: {re.escape(module.title)}$")
        assert way.get_by_role("link", name=name).is_visible()
    assert [fold.get_attribute("open") for fold in way.locator("details").all()] == [None, None]
    way.get_by_text("By the end you can").focus()
    page.keyboard.press("Enter")
    assert way.get_by_role("listitem").all_inner_texts() == list(course.modules[1].objectives)


def test_lessons_are_links_that_open_in_place_and_their_keys_stay_with_them(opened, course):
    page = opened("01-what-it-is")
    page.evaluate("window.here = true")
    cells = page.get_by_text(re.compile(r"Cell \d+/23"))
    cells.wait_for()
    page.locator(f"{SHOWN} .coproduction-way summary").first.focus()
    for key in ("b", "d", "d", "Enter"):
        page.keyboard.press(key)
    links = page.locator(f"{SHOWN} .coproduction-way li").get_by_role("link")
    assert links.all_inner_texts() == [module.title for module in course.modules]
    assert cells.is_visible()
    links.nth(3).focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{SHOWN} h1")).to_contain_text(course.modules[3].title)
    page.locator(f"{SHOWN} .place").get_by_role("link", name="Next").click()
    expect(page.locator(f"{SHOWN} h1")).to_contain_text(course.modules[4].title)
    assert page.evaluate("window.here === true")


def test_prose_has_the_size_and_the_colours_of_what_is_asked_and_short_lines(opened):
    page = opened("02-is-it-co-production")
    look = "element => { const {fontSize, color} = getComputedStyle(element); return fontSize; }"
    sizes = {
        page.locator(f"{SHOWN} {one}").first.evaluate(look)
        for one in (".jp-RenderedMarkdown p", ".coproduction legend", ".introduction")
    }
    assert sizes == {"18px"}
    assert page.evaluate(LONGEST_LINE) <= 70


def test_code_is_a_thin_line_that_a_pointer_opens(opened):
    page = opened("00-welcome")
    line = page.locator(f"{SHOWN} .jp-InputPlaceholder").first
    assert line.bounding_box()["height"] <= 6
    line.locator(".jp-Placeholder-content").click()
    expect(page.locator(f"{SHOWN} .cm-editor:visible")).to_contain_text(["Navigation"])


@pytest.mark.parametrize("is_light", ["true", "false"])
def test_its_colours_have_the_contrast_that_the_pages_have(opened, is_light):
    page = opened("01-what-it-is")
    page.evaluate(f"document.body.dataset.jpThemeLight = '{is_light}'")
    page.locator(f"{SHOWN} .jp-MarkdownCell").last.scroll_into_view_if_needed()
    within = {"context": f"{SHOWN} .jp-Notebook"}
    assert violations(page, OF_COLOUR, **within) == {}


def test_a_notebook_of_someone_elses_keeps_jupyterlabs_own_look(opened):
    page = opened("mine", awake=False)
    page.locator(f"{SHOWN} p").first.wait_for()
    look = """() => ['h1', 'p', '.jp-Cell', '.jp-Notebook'].map(one => {
        const {color, fontSize, maxWidth, backgroundColor} =
          getComputedStyle(document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) ' + one));
        return [color, fontSize, maxWidth, backgroundColor].join();
    })"""
    alone = page.evaluate(look)
    assert ",14px," in alone[1]
    page.locator(".jp-DirListing-item", has_text="00-welcome.ipynb").dblclick()
    page.locator(f"{SHOWN} [data-awake]").first.wait_for(timeout=60_000)
    page.locator(".lm-TabBar-tab", has_text="mine.ipynb").click()
    page.locator(f"{SHOWN} h1", has_text="Mine").wait_for()
    assert page.evaluate(look) == alone


def test_what_is_stored_has_numbers_once_even_where_it_sleeps(course_file):
    content = json.loads((notebooks_folder(course_file) / "01-what-it-is.ipynb").read_text())
    [cell] = [each for each in content["cells"] if "navigation" in each["metadata"].get("tags", [])]
    html = "".join(cell["outputs"][0]["data"]["text/html"])
    assert '<ol start="0">' in html
    # Without a style sheet the list has its own, and the welcome's is none of a lesson.
    assert "number" not in " ".join(re.findall(r'class="(.*?)"', html))
