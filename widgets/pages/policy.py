"""What a page may load and where it may send: a server's header says it, or the page itself."""

import base64
import hashlib
from collections.abc import Iterable

SELF = "'self'"
# A page can't say of itself who may frame it.
FRAMED = f"frame-ancestors {SELF}"


def header_policy(policy: str = "", ancestors: Iterable[str] = ()) -> str:
    """Return the Content-Security-Policy that a server sends with an answer.

    policy is the page's own, where it is another than for all pages; ancestors may frame it too.
    """
    return "; ".join([policy or page_policy(), " ".join([FRAMED, *ancestors])])


def page_policy(script: str = "", style: str = "") -> str:
    """Return the Content-Security-Policy that stands in a page.

    A script or a style sheet that the page holds itself is then the only one that it may have.
    """
    return (
        f"default-src 'none'; script-src {_source(script)}; style-src {_source(style)};"
        f" img-src {SELF} data:; base-uri 'none'; form-action 'none'"
    )


def live_policy(style: str = "") -> str:
    """Return the Content-Security-Policy of a session's pages: they send, to this server alone.

    A style sheet that some of them hold is one that they may have too.
    """
    policy = page_policy().replace("form-action 'none'", f"form-action {SELF}")
    if style:
        policy = policy.replace(f"style-src {SELF}", f"style-src {SELF} {_source(style)}")
    return f"{policy}; connect-src {SELF}; frame-ancestors 'none'"


def _source(held):
    digest = hashlib.sha256(held.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'" if held else SELF
