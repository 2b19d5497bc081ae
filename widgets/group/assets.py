"""Script, style sheet and mark of the pages of a session, each at an address by its content."""

from functools import cache
from pathlib import Path

from widgets.forms.assets import plain_style_sheet, room_script
from widgets.pages.assets import JAVASCRIPT, Asset, asset_address, page_assets

FOLDER = Path(__file__).parent
STYLES = ("page", "joining/joining", "showing/showing", "hosting/hosting")


@cache
def group_assets() -> dict[str, Asset]:
    """Return what these pages load, by name."""
    return {
        "room.js": Asset(room_script().encode(), JAVASCRIPT),
        "room.css": Asset(group_style().encode(), "text/css; charset=utf-8"),
        "mark.svg": page_assets()["mark.svg"],
    }


@cache
def group_style() -> str:
    """Return the style sheet, which a page that has to be there soon holds itself."""
    return plain_style_sheet(FOLDER / f"{name}.css" for name in STYLES)


def group_addresses() -> dict[str, Asset]:
    """Return the same by the addresses that the pages name."""
    return {asset_address(name, asset): asset for name, asset in group_assets().items()}
