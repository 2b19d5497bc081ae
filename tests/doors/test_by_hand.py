"""A code made by hand: on one side in large print, and the same code that the browser makes."""

import random
import re

import pytest
import scripts
from accessible import violations

from widgets.course.answer_code import BY_HAND, MADE_BY, PLACES, SCALES, encode
from widgets.forms.assets import style_sheet
from widgets.forms.compare.compare import row_of
from widgets.forms.drawing import render
from widgets.forms.paper.by_hand import EXAMPLE, drawn_by_hand

NAMES = {
    **{"all-stages": "All stages", "equal-decisions": "Equal decisions"},
    **{"jointly-responsible": "Joint responsibility", "power": "Power"},
    **{"responsibilities": "Responsibilities", "support": "Support"},
}
LARGE_PRINT = 16 * 96 / 72


@pytest.fixture
def sheet(page, examples):
    by_hand = drawn_by_hand(examples.words, NAMES)
    html = f"""<!doctype html><html lang="en"><title>By hand</title>
        <style>{style_sheet()} body {{ margin: 0; page: sheet; }}</style>
        <main class="coproduction coproduction-paper"><h1 class="unseen">The check on paper</h1>
        {render("paper/by_hand.html", examples, by_hand=by_hand)}
        <p>{examples.care.danger}</p></main></html>"""
    scripts.open_with(page, html)
    return page


def by_hand(sheet, answers, words):
    """Yield the letters that someone writes down who follows the sheet."""
    found, names, lists = {}, sheet.locator("strong").all(), sheet.locator(".numbers").all()
    for name, list_ in zip(names, lists, strict=True):
        found[name.inner_text()] = list_.get_by_role("listitem").all_inner_texts()
    table = [row.get_by_role("cell").all_inner_texts() for row in sheet.locator("tbody tr").all()]
    for place in PLACES:
        row, column = (number_of(scale, answers, found, words) for scale in place)
        yield table[row - 1][column - 1]


def number_of(scale, answers, found, words):
    if scale is MADE_BY:
        return 1
    row = row_of(words, NAMES, scale)
    name = row.name.split(": ")[-1]
    numbered = next(texts for names, texts in found.items() if name in names.split(", "))
    return numbered.index(row.answers[answers[scale.id]]) + 1


def test_whoever_follows_the_sheet_writes_the_code_that_the_browser_makes(sheet, examples):
    chance = random.Random(4)
    for _ in range(10):
        answers = {scale.id: chance.choice(scale.states) for scale in SCALES}
        assert "".join(by_hand(sheet, answers, examples.words)) == encode(answers)[:BY_HAND]


def test_its_example_is_a_code(sheet):
    made = [
        re.search(r"make (\w)\.", item) for item in sheet.locator(".letters li").all_inner_texts()
    ]
    assert "".join(match[1] for match in made) == encode(EXAMPLE)[:BY_HAND]


def test_it_takes_one_side_in_large_print(sheet):
    sheet.emulate_media(media="print")
    sizes = sheet.locator("p, li, th, td").evaluate_all(
        "all => all.map((e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= LARGE_PRINT - 0.01
    printed = sheet.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_on_a_small_screen_it_is_as_wide_as_the_screen_and_axe_finds_nothing(sheet):
    sheet.set_viewport_size({"width": 320, "height": 800})
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(sheet) == {}
