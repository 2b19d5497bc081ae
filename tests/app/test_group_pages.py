"""Pages of sessions: drawn once for all who see the same; and a round closes in its time."""

import asyncio
import time
from types import SimpleNamespace

import pytest
from phones_in_room import asked, phones, room, run, sending

from widgets.app.group.pages import Pages
from widgets.app.group.sessions import Sessions
from widgets.group import drawing, rounds
from widgets.group.session import Session, new_receipt, with_room
from widgets.group.store import Store


@pytest.fixture
def drawn(monkeypatch):
    """Return for whom a page was drawn, in turn."""
    drawn = []
    for kind in ("draw_phone", "draw_notice"):
        draw = getattr(drawing, kind)

        def noted(here, session, *given, draw=draw, **named):
            drawn.append(session.room)
            return draw(here, session, *given, **named)

        monkeypatch.setattr(drawing, kind, noted)
    return drawn


@pytest.fixture
def site(examples):
    return SimpleNamespace(course=examples)


@pytest.fixture
def pages(site):
    return Pages(site)


def receipts(number):
    return {new_receipt(): seat for seat in phones(number).values()}


def test_a_hall_of_phones_that_see_the_same_is_drawn_once(pages, drawn):
    hall = receipts(300)
    session = asked(Session(room()), hall)
    shown = {receipt: pages.phone(session, receipt) for receipt in hall}
    assert len(drawn) == len({*session.phones.values()}) == 3
    for receipt, page in shown.items():
        assert receipt in page
        assert not any(other in page for other in hall if other != receipt)


def test_a_phone_that_has_answered_sees_its_own_answer(pages):
    hall = receipts(15)
    session = asked(Session(room()), hall)
    one, other, third = [receipt for receipt, seat in hall.items() if seat == "staff"][:3]
    session = sending(one, "partly")(sending(other, "not-now")(session))
    for receipt, said in ((one, "partly"), (other, "not-now")):
        assert f'value="{said}" required checked' in pages.phone(session, receipt)
    assert "checked" not in pages.phone(session, third)


def test_what_was_drawn_is_drawn_anew_once_the_room_or_the_course_is_another(
    pages, site, examples, drawn
):
    hall = receipts(15)
    session, one = asked(Session(room()), hall), next(iter(hall))
    pages.phone(session, one)
    pages.phone(with_room(session, session.room.but()), one)
    assert len(drawn) == 1
    pages.phone(with_room(session, rounds.announce_close(session.room, time.time())), one)
    assert len(drawn) == 2
    site.course = examples.model_copy(update={"title": "Another title"})
    assert "Another title" in pages.phone(session, one)


def test_a_round_closes_by_itself_when_its_time_is_over():
    seconds_ago = {"DUEDUE": 61, "LATERS": 30, "OPENED": None}
    assert open_after_a_while(seconds_ago) == {"DUEDUE": False, "LATERS": True, "OPENED": True}


def test_a_clock_that_is_set_back_by_an_hour_keeps_no_round_open():
    assert open_after_a_while({"SETBAC": -3600, "LATERS": -100}) == {
        "SETBAC": False,
        "LATERS": True,
    }


def open_after_a_while(seconds_ago):
    """Return whether each round is still open, by how long ago its end was announced, if it was."""
    hall = phones(15)

    async def closed():
        with Store("sqlite://") as store, Store("sqlite://") as rehearsals:
            sessions = Sessions(store, rehearsals)
            for code, announced in seconds_ago.items():
                await store.create(room(code))
                await store.change(code, lambda session: asked(session, hall))
                if announced is not None:
                    await store.change(code, announced_before(announced))
            keeping = asyncio.create_task(sessions.keep_time())
            await asyncio.sleep(1.5)
            keeping.cancel()
            found = {code: await sessions.find(code) for code in seconds_ago}
            return {code: each.session.room.is_open for code, each in found.items()}

    return run(closed())


def announced_before(seconds):
    def change(session):
        return with_room(session, rounds.announce_close(session.room, time.time() - seconds))

    return change
