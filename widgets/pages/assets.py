"""Script, style sheet and mark of a page, each at an address that changes with its content."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from widgets.forms.assets import (
    change_script,
    check_script,
    page_script,
    session_script,
    session_style_sheet,
    style_sheet,
    template_script,
)

FOLDER = Path(__file__).parent
JAVASCRIPT = "text/javascript; charset=utf-8"
# What other sites show beside a link to what they may embed.
THUMBNAIL = "thumbnail.png"


@dataclass(frozen=True)
class Asset:
    """What is sent for one address."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    # What it may load, where it is another than for all pages.
    policy: str = ""


@cache
def page_assets() -> dict[str, Asset]:
    """Return scripts, of which a page has one, style sheets, mark and thumbnail, by name."""
    page_css = (FOLDER / "page.css").read_text(encoding="utf-8")
    return {
        "page.js": _script(page_script()),
        "check.js": _script(check_script()),
        "change.js": _script(change_script()),
        "session.js": _script(session_script()),
        "template.js": _script(template_script()),
        "style.css": _style(style_sheet() + page_css),
        "session.css": _style(session_style_sheet()),
        "mark.svg": Asset((FOLDER / "mark.svg").read_bytes(), "image/svg+xml"),
        THUMBNAIL: Asset((FOLDER / "embed" / THUMBNAIL).read_bytes(), "image/png"),
    }


def asset_address(name: str, asset: Asset) -> str:
    """Return an address that changes with the content, so that browsers may keep it for long."""
    digest = hashlib.sha256(asset.body).hexdigest()[:10]
    path = Path(name)
    return f"static/{path.stem}-{digest}{path.suffix}"


def _style(text):
    return Asset(text.encode(), "text/css; charset=utf-8")


def _script(text):
    return Asset(text.encode(), JAVASCRIPT)
