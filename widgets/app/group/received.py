"""What came with a request: from which page it was sent, and the fields of its form."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from tornado.httputil import HTTPFile, HTTPInputError, HTTPServerRequest, parse_body_arguments

from widgets.group.session import CODE_LENGTH, LETTERS

from .refused import BAD, NOT_UNDERSTOOD, Refused

# What people type or paste between letters; a dash may come in many lengths.
BETWEEN = re.compile(r"[\s\-_.,\u2010-\u2015\u2212]+")
CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
MOST_TYPED = 60


@dataclass(frozen=True)
class Received:
    """A form as it was sent: each field once, and its file, if it has one."""

    fields: dict[str, str]
    file: bytes | None = None


def code_in(typed: str) -> str:
    """Return the code that someone typed, pasted or followed; "" where it is none."""
    letters = BETWEEN.sub("", unicodedata.normalize("NFKC", typed[:MOST_TYPED])).upper()
    return letters if CODE.fullmatch(letters) else ""


def is_from_own_page(request: HTTPServerRequest, public_url: str) -> bool:
    """Return whether a form was sent from a page of this server, as far as its browser tells."""
    origin = request.headers.get("Origin", "null")
    if origin == "null":
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    return _host_of(origin) in {request.host.lower(), _host_of(public_url)} - {""}


def read_body(request: HTTPServerRequest, body: bytes) -> Received:
    """Return the form in a body. Raises Refused for what is no form."""
    arguments: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    kind = request.headers.get("Content-Type", "")
    try:
        parse_body_arguments(kind, body, arguments, files, request.headers)
        fields = {name: _only(values).decode() for name, values in arguments.items()}
        # A form without a chosen file sends none, or one without a name and of no length.
        file = _only(_only([*files.values()])).body if files else None
    except (HTTPInputError, ValueError) as error:
        raise Refused(BAD, NOT_UNDERSTOOD) from error
    return Received(fields, file)


def _only(values):
    [value] = values
    return value


def _host_of(address):
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
