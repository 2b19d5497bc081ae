"""Every page beside the lessons, as `coproduction serve` shows it: what holds for every page."""

import pytest
from every_page import *  # noqa: F403
from every_page import open_at

from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course

COURSE = load_course()
BESIDE = [page.address for page in COURSE.pages]
ADDRESSES = ["", *BESIDE, READINESS_CHECK, "no-such-page"]
ASKING = [address for address in BESIDE if COURSE.lesson(address).forms]
ASKING += [READINESS_CHECK, "certificate"]


@pytest.fixture(scope="module", params=ADDRESSES)
def opened(request, reader, served):
    return open_at(reader, served.url(request.param))


@pytest.fixture(scope="module", params=ASKING)
def asking(request, reader, served):
    return open_at(reader, served.url(request.param))
