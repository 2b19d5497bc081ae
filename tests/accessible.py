"""axe, and the looks that a page may have."""

from axe_playwright_python.sync_playwright import Axe

LIGHT = {"color_scheme": "light", "forced_colors": "none"}
DARK = {"color_scheme": "dark", "forced_colors": "none"}
FORCED = {"color_scheme": "light", "forced_colors": "active"}
# To tell of what passes takes axe as long as to find it.
ALL_RULES = {"resultTypes": ["violations"]}
# What else axe looks at is the same in every look.
OF_COLOUR = ALL_RULES | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}


def violations(page, options=ALL_RULES, **limits):
    """Return the elements that break a rule, by its id: everywhere, or within these limits."""
    found = Axe().run(page, options=options, **limits).response["violations"]
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found}


def violations_in_other_colours(page):
    """Return what breaks a rule of colour in the dark and in forced colours."""
    found = {}
    for name, look in (("dark", DARK), ("forced", FORCED)):
        page.emulate_media(**look)
        found |= {f"{rule}, {name}": v for rule, v in violations(page, options=OF_COLOUR).items()}
    page.emulate_media(**LIGHT)
    return found
