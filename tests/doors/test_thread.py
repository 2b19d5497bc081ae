"""The thread through the course: what was answered earlier is shown again, on this device only."""

import pytest
import ways_in

CALLED, STANDS = "What will you call it?", "Do all partners decide in your own work?"


@pytest.fixture
def opened(page, served_examples):
    ways_in.Door("serve", served_examples).open(page)
    return page


def earlier(page, form="one-of-each"):
    return page.locator(f"[data-form={form}] [data-earlier]").first


def test_nothing_is_shown_where_nothing_was_answered(opened):
    assert not earlier(opened).is_visible()
    assert not earlier(opened, "readiness-check").is_visible()


def test_a_name_given_once_is_shown_where_it_helps(opened):
    opened.get_by_role("textbox", name=CALLED).fill("  The night line <b>")
    for form in ("one-of-each", "readiness-check"):
        lines = earlier(opened, form).inner_text().split("\n")
        assert [line for line in lines if line] == [
            "You wrote or chose earlier:",
            CALLED,
            "The night line <b>",
        ]


def test_it_is_shown_on_other_pages_too(opened, served_examples):
    opened.get_by_role("textbox", name=CALLED).fill("The night line")
    opened.goto(served_examples.url("readiness-check"))
    assert "The night line" in earlier(opened, "readiness-check").inner_text()


def test_what_is_forgotten_is_shown_no_more(opened):
    opened.get_by_role("textbox", name=CALLED).fill("The night line")
    forgetting = opened.locator("[data-form=one-of-each] [data-forget]")
    forgetting.locator("summary").click()
    forgetting.get_by_role("button").click()
    assert not earlier(opened, "readiness-check").is_visible()


@pytest.mark.parametrize(
    "response", ["5", "true", "null", '{"a": 1}', '["constructor"]', "[[1]]", '["no-longer-there"]']
)
def test_whatever_else_is_stored_is_not_shown_and_stops_nothing(opened, response):
    key = "coproduction/examples/one-of-each/work-name"
    opened.evaluate("([key, value]) => sessionStorage.setItem(key, value)", [key, record(response)])
    opened.reload()
    assert not earlier(opened, "readiness-check").is_visible()
    assert opened.locator("[data-reminders] time").inner_text()


def record(response):
    return f'{{"fingerprint": "x", "response": {response}, "checked": true, "done": true}}'


def test_a_view_is_answered_with_a_reply_and_never_marked(opened):
    form = opened.locator("form", has=opened.get_by_role("group", name=STANDS))
    form.get_by_text("Not yet", exact=True).click()
    form.get_by_role("button", name=STANDS).click()
    lines = [line for line in form.locator("[data-feedback]").inner_text().split("\n") if line]
    assert lines == ["✓ Saved. You can change it at any time.", "Ask who decides."]
