"""The course as a SCORM 1.2 package: a first page that frames it, and tells how far one is."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from widgets.course.model import Course
from widgets.course.progress import done_by
from widgets.forms.assets import launch_script
from widgets.forms.drawing import direction_of, templates_in
from widgets.pages.assets import asset_address, page_assets
from widgets.pages.policy import SELF, page_policy

from .faults import PackageError

FOLDER = Path(__file__).parent
LAUNCH, MANIFEST, SITE = "launch.html", "imsmanifest.xml", "course"
# What a learning system keeps, in characters, of what it is told for later.
MOST_SUSPENDED = 4096
MOST_PLACE = 255
# So that the same course gives the same bytes.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
UNIX, READABLE = 3, 0o644 << 16


def make_package(course: Course, site: Mapping[str, bytes]) -> bytes:
    """Return a zip that a learning system takes, made of a built site's files by their names.

    Raises PackageError where a learning system could not keep how far a learner is.
    """
    pages = sorted(name for name in site if name.endswith(".html"))
    pages.sort(key=lambda name: name != "index.html")
    _check_room(course, pages)
    files = {
        LAUNCH: _drawn(LAUNCH, course, **_shown(course, pages)),
        "launch.js": launch_script().encode(),
        "launch.css": (FOLDER / "launch.css").read_bytes(),
    }
    files |= {f"{SITE}/{name}": site[name] for name in sorted(site)}
    return _zipped({MANIFEST: _drawn(MANIFEST, course, files=[*files])} | files)


def _shown(course, pages):
    assets = page_assets()
    addresses = {
        name: f"{SITE}/{asset_address(file, assets[file])}"
        for name, file in (("style", "style.css"), ("mark", "mark.svg"))
    }
    return addresses | {
        "direction": direction_of(course.language),
        "folder": SITE,
        "modules": [(module, done_by(course, module)) for module in course.modules],
        "pages": pages,
        "policy": f"{page_policy()}; frame-src {SELF}",
        "said": course.words.scorm,
        "words": course.words,
    }


def _check_room(course, pages):
    """Raise PackageError where what launch.js tells would be cut off with everything done."""
    longest, done = max(pages, key=len), [module.id for module in course.modules]
    told = {"version": 1, "page": longest, "done": done, "of": len(done)}
    characters = len(json.dumps(told, separators=(",", ":")))
    if characters > MOST_SUSPENDED:
        raise PackageError(
            f"A learning system keeps {MOST_SUSPENDED} characters, and the ids of all modules come"
            f" to {characters}. Nothing was written: give the course fewer or shorter ids."
        )
    if len(longest) > MOST_PLACE:
        raise PackageError(
            f"A learning system keeps {MOST_PLACE} characters of a page's address, and"
            f" '{longest}' has {len(longest)}. Nothing was written: give it a shorter one."
        )


def _drawn(template, course, **names):
    return templates_in(FOLDER).get_template(template).render(course=course, **names).encode()


def _zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            entry.external_attr = READABLE
            archive.writestr(entry, content)
    return packed.getvalue()
