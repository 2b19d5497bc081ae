"""What an older browser lacks costs looks, and nothing else: each taken away, in each engine."""

import re
from importlib.resources import files

import axe_playwright_python
import pytest
from between import Between
from taking_the_check import COURSE, WORDS

import widgets

UNKNOWN = {
    "::details-content": "::no-details-content",
    "light-dark(": "no-light-dark(",
    "field-sizing": "no-field-sizing",
}
LESSON, NEXT = "what-it-is", COURSE.modules[2]
ASKED = COURSE.quiz("meaning-practice").questions[0]
RIGHT = next(option for option in ASKED.options if option.correct)
WRITING = COURSE.quiz("your-partners").questions[0]
AXE = (files(axe_playwright_python) / "axe.min.js").read_text(encoding="utf-8")
FAINT = """() => { const asked = { runOnly: ['color-contrast'], resultTypes: ['violations'] };
    axe.run(asked).then((found) => {
        const nodes = found.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
        document.body.dataset.faint = JSON.stringify(nodes); }); }"""
# What tells where the keyboard is: of a choice, its label.
RING = """(() => { const { activeElement } = document;
    const { outlineStyle, outlineWidth } = getComputedStyle(
        activeElement.matches('[type=radio]') ? activeElement.labels[0] : activeElement);
    return `${outlineStyle} ${outlineWidth}`; })()"""
FILL = """() => { const field = document.activeElement;
    field.value = 'A line of it.\\n'.repeat(40);
    field.setSelectionRange(field.value.length, field.value.length); }"""
SCROLLED = """(() => { const field = document.activeElement;
    field.scrollTop = 9999;
    return [field.value, field.scrollHeight, field.clientHeight, field.scrollTop]; })()"""
STYLES = ("forms/form/form.css", "group/page.css")


@pytest.fixture
def without(engine, open_to_all):
    """Return a function that opens a lesson in a browser that lacks something."""
    opened = []

    def open_without(lacking):
        server = Between(open_to_all, replaced=[(lacking, UNKNOWN[lacking])])
        opened.append(server.__enter__())
        engine.open(server.url(LESSON))
        assert server.found == {lacking}
        return engine

    yield open_without
    for server in opened:
        server.__exit__()


def test_what_is_closed_opens_where_none_of_it_shows_by_itself(without):
    engine = without("::details-content")
    assert NEXT.title not in engine.text(".way")
    engine.click("summary", WORDS.lessons)
    assert NEXT.title in engine.text(".way")
    engine.click("link", NEXT.title)
    engine.wait("title => document.querySelector('h1').innerText.includes(title)", NEXT.title)


def test_without_two_looks_it_is_light_and_everything_can_be_read_and_found(without):
    engine = without("light-dark(")
    engine.focus("choice", RIGHT.text)
    assert engine.js("getComputedStyle(document.activeElement).colorScheme") == "light"
    engine.press("Space")
    assert engine.js(RING) == "solid 3px"
    engine.press("Tab")
    assert engine.js(RING) == "solid 3px"
    engine.press("Enter")
    engine.see(RIGHT.feedback)
    engine.js(f"() => {{ {AXE} }}")
    engine.js(FAINT)
    assert engine.wait("document.body.dataset.faint") == "[]"


def test_a_field_that_does_not_grow_holds_a_long_text_and_scrolls(without):
    engine = without("field-sizing")
    engine.focus("field", WRITING.text)
    engine.js(FILL)
    engine.type("End")
    kept, high, seen, moved = engine.js(SCROLLED)
    assert kept.endswith("End") and kept.count("\n") == 40
    assert high > seen >= 90
    assert moved > 0
    engine.reload()
    assert engine.js("document.querySelector('textarea').value").endswith("End")


@pytest.mark.parametrize("name", STYLES)
def test_the_colours_of_such_a_browser_are_those_of_the_light_look(name):
    style = (files(widgets) / name).read_text(encoding="utf-8")
    both = dict(re.findall(r"(--[\w-]+): light-dark\((#\w+), #\w+\)", style))
    alone = style.partition("@supports not (color: light-dark(#000, #fff))")[2].partition("\n}")[0]
    assert both and dict(re.findall(r"(--[\w-]+): (#\w+);", alone)) == both
