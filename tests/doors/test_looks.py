"""What the looks at every page are good for: each finds its fault on a made-up page."""

import pytest
from checkers import Alfa, faults
from every_page import LANDMARK, LOOKS, NARROW, WIDE, look, more_than_once

PAGE = '<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>{}</main></html>'


@pytest.fixture
def shown(page):
    def shown(html, size=WIDE):
        page.set_viewport_size(size)
        page.set_content(PAGE.format(html))
        page.evaluate(LOOKS)
        return page

    return shown


def test_each_checker_finds_a_fault_of_its_own_on_a_page(shown):
    page = shown(
        '<div class="text" style="color: #999">Grey</div>'
        '<table><tr><th scope="colgroup">Head</th></tr><tr><td>Cell</td></tr></table>'
        '<section aria-label="Twice">One</section><section aria-label="Twice">Two</section>'
    )
    with Alfa() as alfa:
        found = faults(page, alfa)
    rules = {each.partition(":")[0] for each in found}
    assert {"color-contrast", "sia-r46", "aria_region_label_unique"} <= rules


def test_two_landmarks_or_forms_of_one_name_are_found(shown):
    section = '<section aria-label="Twice">Text</section>'
    form = "<form><button>Check</button></form>"
    page = shown(section * 2 + form * 2 + "<form><button>Check<b> it</b></button></form>")
    landmarks = LANDMARK.findall(page.locator("body").aria_snapshot())
    assert landmarks == ["main", 'region "Twice"', 'region "Twice"']
    assert more_than_once(landmarks) == ['region "Twice"']
    assert page.evaluate("looks.forms()") == ["Check", "Check", "Check it"]


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("height: 1.2em; overflow: hidden; width: 4em", ["Some words in a box"] * 3),
        ("height: 1.4em; border: 1px solid; width: 6em", ["Some words in a box"] * 2),
        ("height: 1.2em; width: 4em", []),
        ("", []),
    ],
)
def test_a_line_that_is_cut_once_text_is_spaced_out_is_found(shown, style, found):
    page = shown(f'<div style="{style}">Some words in a box</div>')
    assert [each for each in look(page, WIDE, "spacedOut") if isinstance(each, str)] == found


def test_a_line_that_is_covered_once_text_is_spaced_out_is_found(shown):
    page = shown('<div style="height: 1.6em; width: 5em">Some words</div><div>Below</div>')
    assert look(page, WIDE, "spacedOut") == [["Some words", "Below"]]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<div style="width: 500px">Wide</div>', ["page"]),
        ('<div style="overflow-x: auto"><p style="width: 500px">Wide</p></div>', ["<div"]),
        ('<div style="overflow-x: auto"><table style="width: 500px"></table></div>', []),
        ('<div style="width: 300px">Narrow</div>', []),
    ],
)
def test_what_scrolls_sideways_is_found(shown, html, found):
    page = shown(html, NARROW)
    assert [each.split(" ")[0] for each in look(page, NARROW, "sideways")] == found


BUTTON = '<button style="width: {0}px; height: {0}px; padding: 0; margin: {1}px">{2}</button>'


@pytest.mark.parametrize(
    ("html", "number"),
    [
        (BUTTON.format(16, 0, "a") + BUTTON.format(16, 0, "b"), 2),
        (BUTTON.format(16, 8, "a") + BUTTON.format(16, 8, "b"), 0),
        (BUTTON.format(24, 0, "a") + BUTTON.format(24, 0, "b"), 0),
        ("<p>Read <a href=/>this</a> or <a href=/>that</a>.</p>", 0),
        ("<div><a href=/>this</a></div><div><a href=/>that</a></div>", 2),
        ("<label style='line-height: 24px'><input type=checkbox>Yes</label>", 0),
    ],
)
def test_targets_that_are_small_and_close_are_found(shown, html, number):
    assert len(look(shown(html), WIDE, "tooSmall")) == number


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<button>Free</button>", 0),
        ("<button tabindex=-1 disabled>Off</button>", 0),
        ("<div style='position: fixed; inset: 0; z-index: 1'></div><button>Covered</button>", 1),
        ("<div style='width: 100px; overflow: clip'><button style='margin: 200px'>Cut</button>", 1),
        ("<div inert><a href=/>Neither</a></div>", 1),
    ],
)
def test_what_cannot_be_reached_is_found(shown, html, number):
    assert len(look(shown(html), NARROW, "outOfReach")) == number
