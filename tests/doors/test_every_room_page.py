"""Every page of a session with phones, and for other people's frames: what holds for every page."""

import pytest
import ways_in
from a_meeting import meeting_at
from every_page import (  # noqa: F401
    alfa,
    open_at,
    reader,
    test_four_times_as_large_it_scrolls_one_way_and_all_of_it_is_in_reach,
    test_it_can_be_read_in_the_dark_and_in_forced_colours,
    test_its_landmarks_and_forms_are_told_apart_by_their_names,
    test_three_checkers_find_no_fault_on_it_wide_or_narrow,
    test_what_is_pressed_on_it_is_large_or_far_enough_from_the_next,
    test_with_errors_and_then_with_feedback_it_has_no_fault_either,
    test_with_its_text_spaced_out_no_line_is_cut_or_covered,
)
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
def opened(request, reader, served, meeting):  # noqa: F811
    if request.param in EMBEDS:
        return open_at(reader, served.url(request.param))
    moment, address = request.param
    held = meeting(moment)
    reader.goto(held.host.server.url(f"coach?key={key_of(held.host.server)}"))
    reader.evaluate("sessionStorage.clear()")
    address = address.format(code=held.code, phone=held.phone.receipt)
    return open_at(reader, held.host.server.url(address))


@pytest.fixture(scope="module", params=EMBEDS)
def asking(request, reader, served):  # noqa: F811
    return open_at(reader, served.url(request.param))
