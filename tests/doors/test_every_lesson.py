"""Every lesson of the real course, as `coproduction serve` shows it: what holds for every page."""

import pytest
from every_page import *  # noqa: F403
from every_page import open_at

from widgets.course.loading import load_course

LESSONS = [module.id for module in load_course().modules]


@pytest.fixture(scope="module", params=LESSONS)
def opened(request, reader, served):
    return open_at(reader, served.url(request.param))


@pytest.fixture(scope="module", params=LESSONS)
def asking(request, reader, served):
    return open_at(reader, served.url(request.param))
