"""The scripts as bundles: fresh, small, and good neighbours on a page."""

import gzip
import hashlib

import pytest
import scripts

BUNDLES = {
    "page.js": "pages/page.js",
    "check.js": "pages/check.js",
    "widget.js": "forms/widget.js",
    "check_widget.js": "forms/check_widget.js",
}
BUILD = "npm ci --prefix .ci && npm --prefix .ci run build"
# In bytes, as sent.
LARGEST = {"page.js": 8_000, "check.js": 12_000}


def digest_of(entry):
    """Return a digest of a script and of all that it imports, as .ci/build.mjs does."""
    found = {
        script.relative_to(scripts.PACKAGE).as_posix(): script.read_bytes()
        for script in scripts.reached(scripts.PACKAGE / entry)
    }
    texts = [name.encode() + b"\n" + found[name] for name in sorted(found)]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


@pytest.mark.parametrize(("bundle", "entry"), BUNDLES.items())
def test_a_bundle_is_made_of_the_scripts_as_they_are(bundle, entry):
    first = (scripts.STATIC / bundle).read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(f" {digest_of(entry)}"), f"scripts have changed: {BUILD}"


def test_every_script_is_in_a_bundle_and_every_bundle_is_known():
    bundled = {script for entry in BUNDLES.values() for script in reached(entry)}
    assert bundled == set(scripts.sources())
    assert {path.name for path in scripts.STATIC.iterdir()} == set(BUNDLES)


def reached(entry):
    return scripts.reached(scripts.PACKAGE / entry)


@pytest.mark.parametrize(("bundle", "largest"), LARGEST.items())
def test_a_page_s_script_is_small(bundle, largest):
    assert len(gzip.compress((scripts.STATIC / bundle).read_bytes(), 9)) <= largest
