"""What only JupyterLab does: its shortcuts, its trust, its kernel."""

import time

import pytest
import ways_in
from examples import notebook
from jupyter_client import BlockingKernelClient
from playwright.sync_api import expect

WINDOW = {"width": 1280, "height": 900}
CORE = ("all-stages", "equal-decisions", "jointly-responsible")
FOCUSABLE = {
    "a radio button": "[data-question=name-of-it] input",
    "a checkbox": "[data-question=who-joins] input",
    "a text field": "[data-question=work-name] input",
    "a long text": "[data-question=who-is-missing] textarea",
    "a button": "[data-check]",
    "a summary": "[data-forget] summary",
    "the error summary": "[data-errors]",
    "the device question": "[data-own-device] button",
}


@pytest.fixture
def opened(page, lab):
    ways_in.Door("run in lab", lab).open(page)
    return page


@pytest.fixture(scope="module")
def kept_open(browser, lab):
    """Open a lesson once for all that leaves it as it was."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    ways_in.Door("run in lab", lab).open(page)
    yield page
    context.close()


@pytest.mark.parametrize("element", FOCUSABLE.values(), ids=FOCUSABLE)
def test_keys_stay_in_the_form(kept_open, lab, element):
    opened = kept_open
    if element == "[data-errors]":
        opened.locator("[data-check]").first.click()

    def cells_and_runs():
        runs = ask_kernel(lab, "print(get_ipython().execution_count)")
        return opened.locator(".jp-Notebook .jp-Cell").count(), runs

    before = cells_and_runs()
    opened.locator(element).first.focus()
    for key in ("ArrowDown", "b", "d", "d", "x", "Shift+Enter", "a", "m", "z"):
        opened.keyboard.press(key)
        inside = "document.activeElement.closest('[data-form]') !== null"
        assert opened.evaluate(inside), f"{key} left the form"
    assert cells_and_runs() == before
    assert opened.locator("[data-form=one-of-each]").is_visible()


def test_enter_starts_a_new_line_in_a_long_text(opened):
    field = opened.get_by_role("textbox", name="Who is missing from the room?")
    field.focus()
    opened.keyboard.type("Carers")
    opened.keyboard.press("Enter")
    opened.keyboard.type("Night staff")
    assert field.input_value() == "Carers\nNight staff"


def test_the_kernel_is_told_of_each_submission_and_again_when_the_form_is_drawn(opened, lab):
    opened.get_by_text("Co-design", exact=True).click()
    opened.keyboard.press("Enter")
    for question in CORE:
        opened.locator(f"#readiness-check--{question}--yes-fully").check()
    opened.locator("[data-form=readiness-check] [data-check]").click()
    opened.get_by_role("heading", name="The result: likely to suit").wait_for()
    opened.locator("#readiness-check--seat--carer").evaluate("seat => seat.click()")
    opened.locator("summary", has_text="My plan").first.click()
    opened.get_by_role("textbox", name="If or when").first.fill("we meet")
    opened.locator("#plan--start-1--i-will").check()
    opened.get_by_role("textbox", name="Then").first.fill("ask")
    opened.locator("[data-form=plan] [data-check]").first.click()
    opened.get_by_role("heading", name="Commitment 1").nth(1).wait_for()
    said = (
        "print(quiz.outcomes['name-of-it'].result, check.answers, check.result.verdict, check.plan,"
        " 'seat' in check.responses)"
    )
    answers = dict.fromkeys(CORE, "yes-fully")
    plan = [{"when": "we meet", "start": "i-will", "what": "ask"}]
    expected = f"not-quite {answers} likely {plan} False\n"
    assert told(lab, said, expected) == expected
    ways_in.Door("run in lab", lab).open(opened)
    opened.get_by_role("heading", name="The result: likely to suit").wait_for()
    assert told(lab, said, expected) == expected
    opened.locator("summary", has_text="My plan").first.click()
    opened.get_by_role("button", name="Take this out").first.click()
    opened.locator("summary", has_text="Keep it, or take it away").first.click()
    opened.get_by_role("button", name="Take the check again").click()
    forgotten = "print(check.answers, check.result, check.plan)"
    assert told(lab, forgotten, "{} None []\n") == "{} None []\n"


def told(lab, code, expected, tries=20):
    """Return what code prints, once it is as expected: a click reaches the kernel in its time."""
    printed = ask_kernel(lab, code)
    while printed != expected and tries:
        time.sleep(0.25)
        printed, tries = ask_kernel(lab, code), tries - 1
    return printed


def ask_kernel(lab, code):
    """Return what code prints in the kernel that was connected to last."""
    files = (lab.folder / "runtime").glob("kernel-*.json")
    newest = max(files, key=lambda path: path.stat().st_mtime)
    client = BlockingKernelClient(connection_file=str(newest))
    client.load_connection_file()
    # A heartbeat goes on opening sockets once the kernel is gone.
    client.start_channels(hb=False)
    printed = []
    try:
        client.execute_interactive(
            code,
            store_history=False,
            timeout=30,
            output_hook=lambda message: printed.append(message["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
    return "".join(printed)


def test_two_widgets_have_one_memory_even_of_what_is_kept_on_the_page_alone(page, lab):
    cells = [("code", "from widgets import *\nReadinessCheck()"), ("code", "ReadinessCheck()")]
    (lab.folder / "notebooks" / "twice.ipynb").write_text(notebook(cells))
    ways_in.Door("run in lab", lab).open(page, "twice")
    checks = page.locator("[data-form=readiness-check][data-awake]")
    expect(checks).to_have_count(2)
    first, second = (checks.nth(number).locator("[value=carer]") for number in (0, 1))
    first.evaluate("seat => seat.click()")
    expect(second).to_be_checked()
    checks.nth(1).locator("[data-forget] summary").click()
    checks.nth(1).locator("[data-forget] button").click()
    expect(second).not_to_be_checked()
    expect(first).not_to_be_checked()
