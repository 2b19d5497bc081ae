"""Views of the check side by side: codes made, typed, pasted or opened, and what they come to."""

import itertools
import random

import pytest
import scripts
from accessible import violations, violations_in_other_colours

from widgets.course import answer_code
from widgets.course.answer_code import CodeFault, decode, encode
from widgets.forms.assets import style_sheet
from widgets.forms.compare.compare import drawn_compare
from widgets.forms.drawing import render

YES = dict.fromkeys(("all-stages", "equal-decisions", "jointly-responsible"), "yes-fully")
OWN = YES | {"all-stages": "partly"}
DOUBTER = YES | {"equal-decisions": "not-now", "power": "partly", "carers": "yes"}
HOPER = YES | {"all-stages": "hoped", "power": "not-now", "support": "dont-know", "carers": "no"}
NAMES = {
    **{"all-stages": "All stages", "equal-decisions": "Equal decisions"},
    **{"jointly-responsible": "Joint responsibility", "power": "Power"},
    **{"responsibilities": "Responsibilities", "support": "Support"},
}
NEWER = "000500" + "".join(answer_code.LETTERS[n] for n in answer_code.check_of([0, 0, 0, 5, 0, 0]))
SCRIPTS = ("forms/compare/compare.js", "forms/compare/code.js")
WAKE = """() => {
    window.own = null;
    const block = document.querySelector("[data-compare]");
    window.refresh = wakeCompare(block, () => window.own);
}"""
AROUND = """block => {
    const form = document.createElement("form");
    block.replaceWith(form);
    form.append(block);
    form.addEventListener("submit", (event) => { event.preventDefault(); window.sent = true; });
}"""


@pytest.fixture(scope="module")
def html(examples):
    compare = drawn_compare(examples.words, NAMES)
    return f"""<!doctype html><html lang="en"><title>Compare</title><style>{style_sheet()}
        main {{ background: var(--paper); }}</style>
        <main class="coproduction"><h1>Readiness check</h1><h2>Look closer</h2>
        <details><summary><h3>Compare with someone</h3></summary>
        {render("compare/compare.html", examples, compare=compare)}</details></main></html>"""


@pytest.fixture
def block(page, html):
    scripts.open_with(page, html, *SCRIPTS)
    page.evaluate(WAKE)
    page.locator("summary").first.click()
    return page.locator("[data-compare]")


def answer(block, answers):
    block.page.evaluate("answers => { window.own = answers; refresh(); }", answers)


def add(block, text):
    field = block.get_by_label("A code, or several").first
    field.fill(text)
    field.press("Enter")


def take_out(block, view):
    return block.locator(f"[data-view='{view}']").get_by_role("button", name="Take out")


def said(block, status="added"):
    return block.locator(f"[data-status={status}]").inner_text()


def complaint(block):
    return block.locator("[data-fault]").inner_text()


def listed(block, name):
    return block.locator(f"[data-list={name}] li").all_inner_texts()


def code_letters(changes):
    return encode(YES | changes)


def every_letter():
    """Yield the questions that a letter holds, and every way to answer them."""
    for place in answer_code.PLACES:
        yield [scale.id for scale in place], itertools.product(*(scale.states for scale in place))


def test_browser_and_python_make_and_read_the_same_codes(block):
    tables, chance = answer_code.compiled(), random.Random(3)
    given = [
        YES | {id: answer for id, answer in zip(ids, answers, strict=True) if id != "version"}
        for ids, ways in every_letter()
        for answers in ways
    ]
    made = block.page.evaluate("([t, all]) => all.map((a) => codeOf(t, a))", [tables, given])
    assert made == [encode(answers) for answers in given]
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcz-\u2013 ?"
    texts = ["".join(chance.choices(signs, k=chance.randrange(5, 10))) for _ in range(300)]
    for code in made:
        place, other = chance.randrange(8), chance.choice(answer_code.LETTERS)
        texts += [code, code[:6].lower(), code[:place] + other + code[place + 1 :]]
    texts += ["".join(chance.choices(answer_code.LETTERS, k=6)) for _ in range(300)]
    read = block.page.evaluate("([t, all]) => all.map((a) => readCode(t, a))", [tables, texts])
    for text, found in zip(texts, read, strict=True):
        try:
            expected = {"answers": decode(text)}
        except CodeFault as fault:
            expected = {"fault": str(fault)}
        found.get("answers", {}).pop("version", None)
        assert {key: found[key] for key in ("answers", "fault") if key in found} == expected, text


def test_two_codes_show_where_views_meet_and_part_and_what_to_talk_about_first(block):
    add(block, f"{encode(DOUBTER)}, {encode(HOPER)}")
    assert said(block) == "Now side by side: View 1, View 2"
    assert listed(block, "missing") == ["Power. Partly: View 1. No: View 2."]
    assert listed(block, "differ") == [
        "Equal decisions. Yes: View 2. No: View 1.",
        "Power. Partly: View 1. No: View 2.",
    ]
    assert listed(block, "unknown") == ["Support. Don’t know: View 2. Left out: View 1."]
    assert listed(block, "elsewhere") == [
        "Whether the work touches carers. Yes: View 1. No: View 2."
    ]
    first = block.locator("[data-first]:visible")
    assert first.inner_text().startswith("Start with Equal decisions. Here your views are furthest")


def test_the_widest_difference_comes_first_whatever_was_asked_first(block):
    one = {"equal-decisions": "partly", "support": "not-now", "power": "yes-fully"}
    other = {"support": "yes-fully", "power": "partly"}
    add(block, f"{code_letters(one)} {code_letters(other)}")
    differ = [text.split(".")[0] for text in listed(block, "differ")]
    assert differ == ["Support", "Equal decisions", "Power"]
    assert block.locator("[data-first]:visible strong").inner_text() == "Support"


def test_where_nobody_differs_it_starts_with_what_all_see_missing_and_a_no_comes_first(block):
    few = {"all-stages": "partly", "jointly-responsible": "not-now"}
    add(block, f"{code_letters(few)} {code_letters(few)}")
    assert listed(block, "differ") == []
    assert (
        block.locator("[data-list=differ] [data-none]").inner_text() == "Nowhere, as you answered."
    )
    first = block.locator("[data-first]:visible").inner_text()
    assert first.startswith("Start with Joint responsibility. All of you see something missing")
    assert "The same code is here twice." in said(block)


def test_the_picture_and_the_table_say_what_the_lists_say(block):
    add(block, f"{encode(DOUBTER)}, {encode(HOPER)}")
    row = block.locator(".answers[data-row=equal-decisions]")
    assert row.locator("[data-cell=not-now]").inner_text() == "1"
    assert row.locator("[data-cell=yes-fully]").inner_text() == "2"
    hope = block.locator(".answers[data-row=all-stages] [data-token='2']")
    assert hope.evaluate("token => getComputedStyle(token).borderTopStyle") == "dashed"
    assert not block.locator(".answers[data-row=responsibilities]").is_visible()
    block.get_by_text("All answers as a table").click()
    table = block.get_by_role("table")
    assert table.locator("thead th:visible").all_inner_texts() == ["Question", "View 1", "View 2"]
    stages = table.get_by_role("row", name="All stages").locator("td:visible")
    assert stages.all_inner_texts() == ["Yes", "Yes, but only hoped for"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type or paste a code first."),
        (
            "0000000",
            "A code has eight letters and numbers, or six if it was made on paper, so look",
        ),
        ("000?0000", "A code has only letters and numbers, so look for a sign that does not"),
        ("00000001", "A letter of this code is wrong or in the wrong place, so look at it again"),
        (NEWER, "This code comes from a newer version of the check, so open it on the page"),
        ("000500", "No answers make this code, so look at it again beside the original"),
        ("Y00000", "No answers make this code, so look at it again beside the original"),
    ],
)
def test_what_cannot_be_added_gets_one_sentence_and_nothing_is_lost(block, typed, sentence):
    add(block, encode(DOUBTER))
    add(block, typed)
    assert complaint(block).startswith(sentence) and complaint(block).count(".") == 1
    field = block.get_by_label("A code, or several").first
    assert field.input_value() == typed
    assert field.get_attribute("aria-invalid") == "true"
    assert block.page.evaluate("document.activeElement.id") == field.get_attribute("id")
    assert block.locator("[data-view]:visible").count() == 1


def test_of_several_codes_the_good_ones_are_added_and_the_others_stay(block):
    add(block, f"{encode(DOUBTER)}, 00000001, {encode(HOPER)}")
    assert said(block) == "Now side by side: View 1, View 2"
    assert block.get_by_label("A code, or several").first.input_value() == "00000001"
    add(block, encode(HOPER))
    assert complaint(block) == ""


def test_six_stand_side_by_side_and_a_seventh_waits(block):
    add(block, " ".join([encode(DOUBTER)] * 7))
    assert block.locator("[data-view]:visible").count() == 6
    assert complaint(block).startswith("Six views are here already")
    take_out(block, 3).click()
    assert said(block) == "Taken out: View 3"
    block.get_by_role("button", name="Add").click()
    assert said(block).startswith("Now side by side: View 3")


def test_letters_that_look_alike_and_codes_from_paper_get_a_word(block):
    by_hand = code_letters({"equal-decisions": "partly"})[:6]
    add(block, by_hand.replace("0", "o").replace("1", "l"))
    assert "O was read as 0, I and L as 1, and U as V." in said(block)
    assert "It has no check letters" in said(block)
    assert (
        block.locator("[data-view]:visible [data-code]").inner_text()
        == f"{by_hand[:3]}-{by_hand[3:]}"
    )


def test_a_code_of_ones_own_is_made_only_when_asked_and_goes_with_its_answers(block):
    make = block.get_by_role("button", name="Make a code of my answers")
    make.click()
    assert said(block, "made") == "Answer the three questions first. Then come back here."
    answer(block, OWN)
    block.get_by_role("button", name="Put my own answers beside them").click()
    assert said(block) == "Now side by side: View 1 (yours)"
    code = encode(OWN)
    shown = f"{code[:3]}-{code[3:6]}-{code[6:]}"
    assert shown not in block.inner_text()
    assert not block.get_by_role("button", name="Copy a link with all").is_visible()
    make.click()
    assert said(block, "made") == f"Your code: {shown}"
    answer(block, OWN | {"power": "partly"})
    assert said(block, "made").startswith("Your answers have changed, so the code is gone.")
    assert not block.get_by_role("button", name="Copy the code").is_visible()
    assert shown not in block.inner_text()


def test_ones_own_view_follows_the_answers_and_goes_with_them(block):
    add(block, encode(DOUBTER))
    answer(block, OWN)
    own = block.get_by_role("button", name="Put my own answers beside them")
    own.click()
    assert own.get_attribute("aria-pressed") == "true"
    assert "All stages. Yes: View 1. Partly: View 2 (yours)." in listed(block, "differ")
    answer(block, OWN | {"all-stages": "not-now"})
    assert "All stages. Yes: View 1. No: View 2 (yours)." in listed(block, "differ")
    answer(block, None)
    assert own.get_attribute("aria-pressed") == "false"
    assert block.locator("[data-view]:visible").count() == 1


def test_an_owner_s_word_stays_on_the_page_and_out_of_links_and_storage(block):
    add(block, f"{encode(DOUBTER)}, {encode(HOPER)}")
    block.get_by_label("A word for this view: View 2").fill("a <b>carer")
    assert "Equal decisions. Yes: View 2 (a <b>carer). No: View 1." in listed(block, "differ")
    block.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block.get_by_role("button", name="Copy a link with all these codes").click()
    block.get_by_text("Copied.").wait_for()
    link = block.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{scripts.HOST}/#codes={encode(DOUBTER)},{encode(HOPER)}"
    assert block.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    take_out(block, 2).click()
    add(block, encode(HOPER))
    assert "Equal decisions. Yes: View 2. No: View 1." in listed(block, "differ")


def test_a_link_opens_its_views_and_leads_to_them(page, html):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    scripts.open_with(page, html, *SCRIPTS)
    page.evaluate("codes => { location.hash = codes; }", f"codes={encode(DOUBTER)},{encode(HOPER)}")
    page.evaluate(WAKE)
    block = page.locator("[data-compare]")
    assert page.evaluate("document.activeElement.innerText") == "How you see it"
    assert page.locator(":focus").is_visible()
    assert said(block) == "Now side by side: View 1, View 2"
    page.evaluate("codes => { location.hash = codes; }", f"codes={encode(OWN)}")
    page.get_by_text("Now side by side: View 3").wait_for()
    add(block, f"{scripts.HOST}/readiness-check#codes={encode(YES)}")
    assert said(block) == "Now side by side: View 4"
    assert not [url for url in requests if encode(DOUBTER) in url]


def test_where_a_browser_will_not_copy_the_text_is_there_to_be_copied(block):
    answer(block, OWN)
    block.get_by_role("button", name="Make a code").click()
    block.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    block.get_by_role("button", name="Copy the code").click()
    field = block.get_by_label("This browser would not copy.")
    field.wait_for()
    assert field.input_value().replace("-", "") == encode(OWN)
    assert field.evaluate("field => field === document.activeElement")


def test_it_stands_inside_a_form_without_sending_it(block):
    block.evaluate(AROUND)
    add(block, encode(DOUBTER))
    assert said(block) == "Now side by side: View 1"
    take_out(block, 1).press("Enter")
    assert said(block) == "Taken out: View 1"
    assert block.page.evaluate("document.activeElement.id") == "compare-code"
    assert block.page.evaluate("window.sent") is None


def test_axe_finds_nothing_empty_or_full_in_any_colours(block):
    assert violations(block.page) == {}
    answer(block, OWN)
    add(block, f"{encode(DOUBTER)}, {encode(HOPER)}, 1")
    block.get_by_role("button", name="Put my own answers").click()
    block.get_by_role("button", name="Make a code").click()
    block.get_by_text("All answers as a table").click()
    assert violations(block.page) == {}
    assert violations_in_other_colours(block.page) == {}


@pytest.mark.parametrize("width", [320, 390])
def test_six_views_fit_a_phone(block, width):
    block.page.set_viewport_size({"width": width, "height": 844})
    add(block, " ".join([encode(DOUBTER)] * 6))
    assert block.page.evaluate("document.documentElement.scrollWidth") <= width
    block.get_by_text("All answers as a table").click()
    assert block.page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_an_added_code_shows_comes_into_view(block):
    block.page.set_viewport_size({"width": 390, "height": 844})
    add(block, f"{encode(DOUBTER)}, {encode(HOPER)}")
    box = block.locator("[data-first]:visible").bounding_box()
    # A page is scrolled by whole pixels.
    assert box["y"] >= 0 and box["y"] + box["height"] < 845
