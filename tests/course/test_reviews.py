import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from broken import place, replace, write_changed
from examples import write_examples

from widgets.course.loading import VARIABLE, check_reviews

COPRODUCTION = Path(sys.executable).with_name("coproduction")
SOURCE = "{id: a-source, title: A source"
SOURCE_READ = "checked: 2026-11-01, review_months: 12"
LINE = "{id: a-line"
LINE_READ = "checked: 2026-11-01, review_months: 6"
CURE = "(look again, and put the day here)"
IN_TIME = date(2027, 4, 30)


def due(course_file, today):
    return [str(fault) for fault in check_reviews(today, course_file)]


def test_what_was_looked_at_in_time_is_not_due(example_file):
    assert due(example_file, IN_TIME) == []


def test_a_helpline_is_due_after_its_months(example_file):
    assert due(example_file, date(2027, 5, 1)) == [
        f"{place(example_file, LINE)}: care > helpline 'a-line' > checked: expected a day in the"
        f" last 6 months, found '2026-11-01' {CURE}"
    ]


def test_what_is_due_is_told_by_file_and_line(example_file):
    assert due(example_file, date(2027, 11, 1)) == [
        f"{place(example_file, SOURCE)}: source 'a-source' > checked: expected a day in the"
        f" last 12 months, found '2026-11-01' {CURE}",
        f"{place(example_file, LINE)}: care > helpline 'a-line' > checked: expected a day in the"
        f" last 6 months, found '2026-11-01' {CURE}",
    ]


@pytest.mark.parametrize("new", ["review_months: 12", "checked: , review_months: 12"])
def test_a_source_that_nobody_has_read_is_due_from_the_first_day(tmp_path, new):
    course_file = write_changed(tmp_path, (SOURCE_READ, new))
    assert due(course_file, date(2026, 11, 1)) == [
        f"{place(course_file, SOURCE)}: source 'a-source' > checked: expected a day in the last"
        f" 12 months, found nothing {CURE}"
    ]


@pytest.mark.parametrize(
    ("checked", "months", "last_day", "due_day"),
    [
        ("2026-11-01", 1, "2026-11-30", "2026-12-01"),
        ("2026-11-23", 12, "2027-11-22", "2027-11-23"),
        ("2026-12-31", 1, "2027-01-30", "2027-01-31"),
        ("2027-01-31", 1, "2027-02-28", "2027-03-01"),
        ("2028-01-29", 1, "2028-02-28", "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28", "2029-03-01"),
        ("2026-08-31", 6, "2027-02-28", "2027-03-01"),
        ("2026-11-15", 36, "2029-11-14", "2029-11-15"),
    ],
)
def test_months_are_those_of_the_calendar(tmp_path, checked, months, last_day, due_day):
    new = f"checked: {checked}, review_months: {months}"
    course_file = write_changed(tmp_path, (SOURCE_READ, new))
    replace(course_file, (LINE_READ, f"checked: {last_day}, review_months: 36"))
    assert due(course_file, date.fromisoformat(last_day)) == []
    assert due(course_file, date.fromisoformat(due_day)) == [
        f"{place(course_file, SOURCE)}: source 'a-source' > checked: expected a day in the last"
        f" {months} months, found '{checked}' {CURE}"
    ]


def test_nobody_can_have_looked_on_a_day_that_has_yet_to_come(example_file):
    told = due(example_file, date(2026, 10, 31))
    assert [message.split(": ")[1] for message in told] == [
        "source 'a-source' > checked",
        "care > helpline 'a-line' > checked",
    ]


@pytest.mark.parametrize(
    "new",
    [
        "checked: 5, review_months: 12",
        "checked: [2026-11-01], review_months: 12",
        "checked: 2026-13-45, review_months: 12",
        "checked: last week, review_months: 12",
        "checked: 2026-11-01, review_months: soon",
        "checked: 2026-11-01, review_months: [12]",
        "checked: 2026-11-01",
    ],
)
def test_what_is_at_fault_anyway_is_passed_over(tmp_path, new):
    course_file = write_changed(tmp_path, (SOURCE_READ, new))
    assert due(course_file, IN_TIME) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "sources: 7", "sources: [7, {}]\ncare: [a]", "care: {helplines: {a: b}}"]
)
def test_a_file_that_is_no_course_has_nothing_due(tmp_path, text):
    (tmp_path / "course.yml").write_text(text, encoding="utf-8")
    assert due(tmp_path / "course.yml", IN_TIME) == []


def test_a_file_that_is_not_there_has_nothing_due(tmp_path):
    assert due(tmp_path / "course.yml", IN_TIME) == []


def check(folder):
    return subprocess.run(
        [COPRODUCTION, "check"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != VARIABLE},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_command_tells_what_is_due_after_saying_that_nothing_is_at_fault(tmp_path):
    today = date.today()
    course_file = write_changed(
        tmp_path,
        (SOURCE_READ, "checked: 2020-02-29, review_months: 12"),
        (LINE_READ, f"checked: {today}, review_months: 6"),
    )
    done = check(course_file.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "course.yml: no faults.",
        f"Due for another look: {place(course_file, SOURCE)}: source 'a-source' > checked:"
        f" expected a day in the last 12 months, found '2020-02-29' {CURE}",
    ]


def test_the_command_tells_of_faults_alone_where_there_are_any(tmp_path):
    course_file = write_changed(
        tmp_path,
        (SOURCE_READ, "checked: 2020-02-29, review_months: 12"),
        (LINE_READ, "checked: 2026-02-29, review_months: 6"),
    )
    done = check(course_file.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"{place(course_file, LINE)}: care > helpline 'a-line' > checked: expected a day of the"
        " calendar, found '2026-02-29' (mend the month or the day)"
    ]


def test_the_course_in_use_is_the_one_that_is_looked_at(tmp_path, monkeypatch):
    course_file = write_examples(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(course_file.parent)
    assert [fault.path for fault in check_reviews(date(2027, 5, 1))] == [
        "care > helpline 'a-line' > checked"
    ]
