"""Days to come back on: a calendar file made in the browser, read by another reader."""

from datetime import date, timedelta

import icalendar
import pytest
import ways_in
from playwright.sync_api import expect

FILE = "Make a calendar file"


def made(page):
    with page.expect_download() as download:
        page.get_by_role("button", name=FILE).click()
    content = download.value.path().read_bytes()
    return download.value.suggested_filename, icalendar.Calendar.from_ical(content)


@pytest.mark.parametrize("name", ["serve", "disk", "voila"])
def test_a_calendar_file_has_the_days_that_the_page_shows(page, request, name):
    fixture = {"serve": "served_examples", "disk": "built", "voila": "voila"}[name]
    ways_in.Door(name, request.getfixturevalue(fixture)).open(page)
    day = date.today() + timedelta(days=7)
    shown = page.locator("[data-reminders] time")
    assert shown.get_attribute("datetime") == day.isoformat()
    file, calendar = made(page)
    (event,) = calendar.events
    assert file == "examples.ics"
    assert (event.start, event["summary"]) == (day, "Examples: After a week")
    assert event.alarms.times[0].trigger.hour == 9
    assert event["transp"] == "TRANSPARENT"


def test_the_calendar_leads_back_to_the_questions(page, served_examples):
    ways_in.Door("serve", served_examples).open(page)
    _, calendar = made(page)
    address = calendar.events[0]["description"]
    assert address == served_examples.url("recall/1")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("After a week")


def test_making_the_file_is_announced(page, served_examples):
    ways_in.Door("serve", served_examples).open(page)
    status = page.locator("[data-reminders] [role=status]")
    assert status.inner_text() == ""
    page.get_by_role("button", name=FILE).press("Enter")
    assert status.inner_text() == (
        "Your calendar file is made. Look where your browser keeps downloads, and open it."
    )
