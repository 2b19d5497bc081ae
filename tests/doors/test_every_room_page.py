"""Every page of a session with phones, and for other people's frames: what holds for every page."""

import pytest
import ways_in
from a_meeting import meeting_at
from every_page import *  # noqa: F403
from every_page import open_at
from visitor import key_of

from widgets.course.loading import load_course
from widgets.forms.embed.embed import embeds

EMBEDS = [embed.address for embed in embeds(load_course())]
BEFORE = ["join", "join/{code}", "join/{code}?test=1", "join/WRONGX"]
DURING = ["join/{code}?phone={phone}", "room/{code}", "coach/session/{code}"]
# The moments at which most stands on the pages; axe alone looks at every one, beside.
MOMENTS = ["gather", "closing", "shown-twice", "finished"]
ROOMS = [("gather", address) for address in BEFORE]
ROOMS += [(moment, address) for moment in MOMENTS for address in DURING]
ROOMS += [("finished", address) for address in ("coach", "coach/session/{code}/report")]


@pytest.fixture(scope="module")
def meeting(course_file):
    """Return a session at a moment; each is held once."""
    held = {}
    with ways_in.serve(course_file, "--public-url", "https://rounds.example.org/") as server:

        def meeting(moment):
            if moment not in held:
                held[moment] = meeting_at(server, moment)
            return held[moment]

        yield meeting


@pytest.fixture(scope="module", params=[*ROOMS, *EMBEDS], ids=str)
def opened(request, reader, served, meeting):
    if request.param in EMBEDS:
        return open_at(reader, served.url(request.param))
    moment, address = request.param
    held = meeting(moment)
    reader.goto(held.host.server.url(f"coach?key={key_of(held.host.server)}"))
    reader.evaluate("sessionStorage.clear()")
    address = address.format(code=held.code, phone=held.phone.receipt)
    return open_at(reader, held.host.server.url(address))


@pytest.fixture(scope="module", params=EMBEDS)
def asking(request, reader, served):
    return open_at(reader, served.url(request.param))
