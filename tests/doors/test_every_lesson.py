"""Every lesson of the real course, as `coproduction serve` shows it: what holds for every page."""

import pytest
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

from widgets.course.loading import load_course

LESSONS = [module.id for module in load_course().modules]


@pytest.fixture(scope="module", params=LESSONS)
def opened(request, reader, served):  # noqa: F811
    return open_at(reader, served.url(request.param))


@pytest.fixture(scope="module", params=LESSONS)
def asking(request, reader, served):  # noqa: F811
    return open_at(reader, served.url(request.param))
