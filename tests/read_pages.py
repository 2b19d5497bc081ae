"""Pages as they are sent, for what needs no browser to be seen."""

from functools import cache
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen


class Page(HTMLParser):
    """The ids of a page and the addresses that its links lead to."""

    def __init__(self, address, html):
        super().__init__()
        self.address, self.ids, self.links = address, set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.ids.add(named.get("id"))
        if tag == "a" and "href" in named:
            self.links.add(urljoin(self.address, named["href"]))


@cache
def page_at(address):
    """Return the page at an address, also where it says that there is none."""
    try:
        with urlopen(address) as answer:
            html = answer.read()
    except HTTPError as error:
        html = error.read()
    return Page(address, html.decode())


class Text(HTMLParser):
    """What a page says, and its ids, labels and headings."""

    def __init__(self, html):
        super().__init__()
        self.said, self.ids, self.labels, self.tags, self.silent = [], [], [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.tags.append(tag)
        self.silent += tag in ("template", "style", "script", "title")
        self.ids += [named["id"]] if "id" in named else []
        self.labels += [named["for"]] if "for" in named else []

    def handle_endtag(self, tag):
        self.silent -= tag in ("template", "style", "script", "title")

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.said.append(" ".join(data.split()))


def said(html):
    """Return what the main part of a page says, as one line."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(Text(main).said)
