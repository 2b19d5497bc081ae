"""Pages whose links have no root find each other wherever they are put, at any depth."""

import re
from urllib.parse import urljoin

import pytest

from widgets.pages.links import FILES, SERVED
from widgets.pages.making import PageMaker, make_pages

PLACES = ["http://h/", "http://h/course/", "http://h/user/anne@example.org/course/"]
NAMED = re.compile(r'(?:href|src)="(?!\w+:|#)([^"]+)"')


def named_on(page, url):
    return {urljoin(url, name).partition("#")[0] for name in NAMED.findall(page.body.decode())}


@pytest.fixture(scope="module")
def pages(examples):
    return make_pages(examples, dict.fromkeys(examples.addresses, "").items(), SERVED)


@pytest.mark.parametrize("place", PLACES)
def test_all_that_a_page_names_is_there(pages, place):
    there = {place + address for address in pages}
    for address, page in pages.items():
        if not address.startswith("static/"):
            named = named_on(page, place + address)
            assert named - there == set(), address
        # What stands in a frame elsewhere holds its own style, and scripts are no pages.
        if not address.startswith(("static/", "embed/")):
            assert {place, *(url for url in there if "style-" in url)} <= named


@pytest.mark.parametrize("address", ["nowhere", "no/such/", "no/such/page/at/all"])
def test_a_page_for_an_address_that_is_not_there_has_style_and_a_way_home(examples, pages, address):
    place = "http://h/course/"
    page = PageMaker(examples, SERVED).not_found(address)
    named = named_on(page, place + address)
    assert named <= {place + known for known in pages}
    assert {place, *(place + known for known in pages if "style-" in known)} <= named


def test_a_link_to_an_empty_address_leads_home():
    assert SERVED.seen_from("coach/guide/").page("") == "../.././"
    assert FILES.page("") == "index.html"
