"""oEmbed: what a pasted link to the check or a quiz turns into. See https://oembed.com."""

import struct
from collections.abc import Mapping
from html import escape

from widgets.course.model import Course
from widgets.forms.embed.embed import Embed, embeds, link_to_whole
from widgets.pages.assets import THUMBNAIL, asset_address, page_assets

# Where a PNG file says how wide and how high it is.
SIZE = slice(16, 24)
# Nothing of it scrolls in a column as wide as this, but for the answer of a long quiz.
WIDTH, HEIGHT = 600, 1100


def embed_at(course: Course, address: str) -> Embed | None:
    """Return what may be embedded of a page of the course, by the page's address."""
    known = {each.address: each for each in embeds(course)}
    return known.get(address) or known.get(f"embed/{address}")


def described(course: Course, embed: Embed, root: str, most: Mapping[str, int]) -> dict:
    """Return the answer for something that may be embedded.

    root is the address of the course, with a slash at its end. most may hold `width` and `height`,
    in pixels.
    """
    width, height = min(WIDTH, most.get("width", WIDTH)), min(HEIGHT, most.get("height", HEIGHT))
    title = f"{embed.title} · {course.title}"
    # WordPress shows the link until the frame says that it is there.
    frame = (
        f"<blockquote>{link_to_whole(embed, root)}</blockquote>"
        f'<iframe src="{escape(root + embed.address)}.html" title="{escape(title)}"'
        f' width="{width}" height="{height}" loading="lazy"></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": course.title,
        "provider_url": root,
        "width": width,
        "height": height,
        "html": frame,
        **_thumbnail(root, most),
    }


def _thumbnail(root, most):
    """Return what is said of a picture, unless it is larger than was asked for."""
    picture = page_assets()[THUMBNAIL]
    width, height = struct.unpack(">II", picture.body[SIZE])
    if width > most.get("width", width) or height > most.get("height", height):
        return {}
    url = root + asset_address(THUMBNAIL, picture)
    return {"thumbnail_url": url, "thumbnail_width": width, "thumbnail_height": height}


def discovery(embed: Embed, root: str, by_file: bool) -> str:
    """Return the address of the answer for an embed: of a file, or of what a server answers."""
    if by_file:
        return f"{root}{embed.address}.oembed.json"
    return f"{root}oembed?url={root}{embed.address}"
