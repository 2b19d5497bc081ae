"""The readiness check on paper: two sides in large print, and the same words as on screen."""

import re

import pytest

from widgets.course.guidance import judge
from widgets.course.loading import load_course
from widgets.forms.paper.paper import closest, name_of

COURSE = load_course()
CHECK = COURSE.readiness_check
ADDRESS = "readiness-check/paper"
LARGE_PRINT = 16
PIXELS_A_POINT = 96 / 72
SIZES = """() => [...document.body.querySelectorAll('*')]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.innerText])"""


@pytest.fixture
def paper(page, served):
    page.goto(served.url(ADDRESS))
    return page


@pytest.fixture
def printed(paper):
    paper.emulate_media(media="print")
    return paper


@pytest.mark.parametrize("margin", ["0", "10mm", "20mm"])
def test_it_takes_two_sides_whatever_margin_the_browser_offers(paper, margin):
    margins = dict.fromkeys(("top", "right", "bottom", "left"), margin)
    content = paper.pdf(format="A4", margin=margins)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 2


def test_every_word_on_it_is_in_large_print(printed):
    sizes = printed.evaluate(SIZES)
    assert len(sizes) > 50
    small = [words for size, words in sizes if size < LARGE_PRINT * PIXELS_A_POINT - 0.01]
    assert small == []


def test_only_the_sheet_is_printed_and_it_says_what_to_do_in_danger(printed):
    shown = printed.locator("body").inner_text()
    assert shown.startswith("Readiness check on paper")
    assert shown.rstrip().endswith(COURSE.care.danger)
    assert not printed.get_by_role("banner").is_visible()
    assert not printed.get_by_role("contentinfo").is_visible()


def test_it_asks_what_the_check_asks_in_its_order(paper):
    items = paper.locator(".coproduction-paper > ol > li")
    asked = items.locator("> p:first-child").all_inner_texts()
    assert asked == [question.text for question in CHECK.asked]
    for question, item in zip(CHECK.asked, items.all(), strict=True):
        offered = item.locator("ul").first.get_by_role("listitem").all_inner_texts()
        assert offered == [answer.text for answer in CHECK.answers_to(question)]
        wanted = question in CHECK.questions
        assert item.get_by_text(CHECK.evidence.text).is_visible() == wanted
    supports = items.last.locator("ul").last.get_by_role("listitem").all_inner_texts()
    assert supports == [given.text for given in CHECK.considerations[-1].given.options]


def test_nothing_on_it_is_an_input_and_a_box_is_nothing_to_hear(paper):
    main = paper.get_by_role("main")
    assert main.locator("input, button, textarea, select, [tabindex]:not(main)").count() == 0
    tree = main.aria_snapshot()
    assert "☐" not in tree and "img" not in tree
    box = "item => getComputedStyle(item, '::before').borderTopStyle"
    assert main.locator(".ticks li").first.evaluate(box) == "solid"


def test_its_table_says_what_the_check_says_after_a_firm_no(paper):
    down, across = CHECK.facts
    no = dict.fromkeys([question.id for question in CHECK.questions], "not-now")
    names = {answer.short or answer.text: answer for answer in [*down.answers, *across.answers]}
    table = paper.get_by_role("table")
    columns = table.locator("thead tr").last.get_by_role("columnheader").all_inner_texts()
    rows = table.locator("tbody tr").all()
    assert (len(rows), len(columns)) == (4, 3)
    for row in rows:
        answer = names[row.get_by_role("rowheader").inner_text()]
        cells = []
        for cell in row.get_by_role("cell").all():
            cells += [cell.inner_text()] * int(cell.get_attribute("colspan") or 1)
        for column, cell in zip(columns, cells, strict=True):
            answers = no | {down.id: answer.id, across.id: names[column].id}
            assert cell == name_of(CHECK, judge(CHECK, answers))


def test_a_name_in_the_table_begins_with_a_level_and_tells_results_apart():
    levels = tuple(level.text for level in CHECK.levels)
    table = closest(CHECK)
    shown = [name for _, cells in table.rows for name, _ in cells]
    assert all(name.startswith(levels) for name in shown)
    assert len(set(shown)) == len(shown)
    assert "Co-design, with shared delivery" in shown


def test_a_check_without_two_facts_has_no_table():
    assert closest(CHECK.model_copy(update={"facts": CHECK.facts[:1]})) is None


def test_it_is_found_from_the_check_and_leads_back(paper, served):
    paper.goto(served.url("readiness-check"))
    paper.get_by_role("link", name="paper version").click()
    assert paper.url == served.url(ADDRESS)
    paper.get_by_role("link", name="readiness check on screen").click()
    assert paper.url == served.url("readiness-check")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_on_a_screen_no_word_of_its_table_is_wider_than_its_cell(paper, width):
    paper.set_viewport_size({"width": width, "height": 900})
    cells = paper.get_by_role("table").locator("th, td")
    assert cells.evaluate_all("all => all.every((e) => e.scrollWidth <= e.clientWidth + 1)")
    assert paper.evaluate("document.documentElement.scrollWidth") <= width
