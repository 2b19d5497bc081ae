"""The way through the course beside its notebooks, in JupyterLab's left panel."""

import json

import pytest
import ways_in
from examples import cell, notebook
from playwright.sync_api import expect

from widgets.forms.shows import MIME

TAB = ".jp-SideBar .lm-TabBar-tab[data-id=coproduction-lessons]"
PANEL = "#coproduction-lessons"
ASKING = """<nav class="coproduction" data-navigation data-course="a" aria-label="Sign in">
<form><input name="password"></form><button type="button">Send</button>
<a href="https://elsewhere.invalid/">Go on</a><a href="first.ipynb">First</a></nav>"""
LESSONS = "First lesson", "Second lesson"


@pytest.fixture
def opened(page, stored):
    ways_in.Door("lab", stored).open(page)
    return page


def unfold(page):
    """Open the panel as one does without a mouse."""
    page.locator(TAB).focus()
    page.keyboard.press("Enter")
    page.locator(PANEL).wait_for()


def test_it_lists_the_lessons_with_what_is_done_then_the_check_and_the_plan(opened, examples):
    assert opened.locator(TAB).get_attribute("title") == examples.words.lessons
    unfold(opened)
    lessons = opened.locator(f"{PANEL} ol > li")
    assert [each.inner_text() for each in lessons.locator("a").all()] == [*LESSONS]
    expect(lessons.first.locator("a")).to_have_attribute("aria-current", "page")
    beside = opened.locator(f"{PANEL} ul a")
    assert beside.all_inner_texts() == [examples.readiness_check.title, "My plan"]
    expect(lessons.first).to_have_attribute("data-progress", "not-started")
    opened.locator("[data-question=name-of-it]").get_by_text("Consultation", exact=True).click()
    expect(lessons.first).to_have_attribute("data-progress", "started")
    expect(lessons.first.locator("small")).to_contain_text(examples.words.started)


def test_it_leads_on_by_keyboard_and_stays_open(opened, examples):
    unfold(opened)
    opened.keyboard.press("Tab")
    while opened.evaluate("document.activeElement.innerText") != "Second lesson":
        assert opened.evaluate(f"document.activeElement.closest('{PANEL}') !== null")
        opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    current = opened.locator(f"{PANEL} [aria-current=page]")
    expect(current).to_have_text("Second lesson")
    expect(opened.locator(PANEL)).to_be_visible()
    opened.get_by_role("link", name=examples.readiness_check.title).last.press("Enter")
    opened.locator(".lm-TabBar-tab.lm-mod-current", has_text="readiness-check.ipynb").wait_for()
    expect(current).to_have_text(examples.readiness_check.title)


def test_nothing_of_it_is_there_without_a_notebook_of_the_course(page, stored):
    (stored.folder / "notebooks" / "own.ipynb").write_text(notebook([("markdown", "# Mine")]))
    page.goto(stored.url("lab/tree/own.ipynb?reset"))
    page.locator(".jp-RenderedMarkdown h1", has_text="Mine").wait_for(timeout=60_000)
    assert page.locator(TAB).count() == 0
    page.locator(".jp-DirListing-item", has_text="first.ipynb").dblclick()
    page.locator(TAB).wait_for()
    closed = page.locator(".lm-TabBar-tab", has_text="first.ipynb")
    closed.locator(".lm-TabBar-tabCloseIcon").click()
    expect(page.locator(TAB)).to_have_count(0)


def test_a_strangers_panel_asks_for_nothing_and_leads_to_notebooks_alone(page, stored):
    made = cell("cell", "code", "1")
    data = {MIME: {}, "text/html": f"<div class='coproduction'>{ASKING}</div>"}
    made["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    content = json.loads(notebook([])) | {"cells": [made]}
    (stored.folder / "notebooks" / "asking.ipynb").write_text(json.dumps(content))
    page.goto(stored.url("lab/tree/asking.ipynb?reset"))
    page.locator(TAB).wait_for(timeout=60_000)
    unfold(page)
    assert page.locator(f"{PANEL} :is(a, form, input, button)").all_inner_texts() == ["First"]
