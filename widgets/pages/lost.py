"""The page for a wrong address as a file: a host sends it for an address at any depth."""

import base64

from markupsafe import Markup

from widgets.forms.assets import lost_script

from .assets import Asset, asset_address
from .policy import page_policy


def held_by_page(assets: dict[str, Asset]) -> dict[str, object]:
    """Return what the page holds itself, as no relative link leads to it from every depth."""
    script, style = lost_script(), assets["style.css"].body.decode()
    return {
        "asset": lambda name: _in_page(assets[name]),
        "mark": asset_address("mark.svg", assets["mark.svg"]),
        "policy": page_policy(script, style),
        "script": Markup(script),
        "style": Markup(style),
    }


def _in_page(asset):
    return f"data:{asset.content_type};base64,{base64.b64encode(asset.body).decode()}"
