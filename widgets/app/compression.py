"""gzip for whoever takes it: tornado's own gives it also to those who say `gzip;q=0`."""

import re

from tornado.httputil import HTTPServerRequest
from tornado.web import GZipContentEncoding

# A coding, and from 0 to 1 how much it is wanted.
CODING = re.compile(r"\s*([^\s;,]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")
GZIP, PLAIN, ANY = ("gzip", "x-gzip"), "identity", "*"


class Compression(GZipContentEncoding):
    """Packs an answer where its visitor would rather have it packed, or can't take it plain."""

    def __init__(self, request: HTTPServerRequest):
        super().__init__(request)
        wanted = _wanted(request.headers.get("Accept-Encoding", ""))
        any_other = wanted.get(ANY, 0)
        packed = max((wanted[name] for name in GZIP if name in wanted), default=any_other)
        # Everyone takes an answer as it is who does not say otherwise, but not before gzip.
        plain = wanted.get(PLAIN, any_other if ANY in wanted else None)
        self._gzipping = packed > 0 and (plain is None or packed >= plain)
        if plain == 0:
            self.MIN_LENGTH = 0


def _wanted(accepted):
    codings = (CODING.fullmatch(each) for each in accepted.lower().split(","))
    return {coding[1]: float(coding[2] or 1) for coding in codings if coding}
