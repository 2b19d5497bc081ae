"""Three checkers of different makers: axe of Deque, Equal Access of IBM, Alfa of Siteimprove.

Alfa has a process of its own: it stays warm there, and reads one page while the browser is asked
about the next thing.
"""

import json
import re
import subprocess
from functools import cache

from accessible import violations
from from_npm import MODULES, from_npm

LINE = 200
EQUAL_ACCESS = "accessibility-checker-engine/ace.js"
AS_ALFA_READS = "@siteimprove/alfa-dom/dist/native.js"
# Rules of Equal Access that find no fault, and only ever ask a person to look, in half of its time.
ONLY_ASKING = ["style_focus_visible", "element_tabbable_unobscured", "element_tabbable_visible"]
# What Alfa says of targets takes it a third of its time: a look of our own, and the two others, do.
OF_TARGETS = ["sia-r113"]
CHECK = """async (left) => {
    const checker = new ace.Checker();
    const all = checker.getGuidelines().find((one) => one.id === 'IBM_Accessibility');
    for (const point of all.checkpoints)
        point.rules = (point.rules ?? []).filter((rule) => !left.includes(rule.id));
    checker.addGuideline({...all, id: 'certain'});
    const {results} = await checker.check(document, ['certain']);
    return results.filter(({value}) => value[1] === 'FAIL')
        .map(({ruleId, snippet}) => [ruleId, snippet]);
}"""

# What is found and is no fault: the rule, the elements, and why.
ALLOWED = {
    "element_attribute_deprecated": (
        r"""<ol (start="0"|type="A")>|<meta content="default-src""",
        "HTML took `start` and `type` back, and a policy stands in a `meta` as its standard says",
    ),
    "aria_role_redundant": (
        r"<(table\b|(thead|tbody|tr|th|td)\b).*role=",
        "tables of the check on paper and of a round are laid out anew on a narrow "
        "screen, which takes from their elements the roles that they have by themselves",
    ),
    "aria_form_label_unique": (
        r"<form (?![^>]*aria-label)",
        "a form without a name is a landmark in no browser; with one, each question would be, "
        "and would be said twice on the way in. Its button tells it apart",
    ),
    "aria_accessiblename_exists": (
        r'<th role="columnheader" scope="col">',
        "its word is for the ear alone, and this checker takes it for none",
    ),
    "sia-r87": (
        r"(?s)(?!.*<header)",
        "nothing stands before `main` in a frame or on the wall: there is nothing to pass by",
    ),
    "fieldset_label_valid": (
        r"<fieldset>$",
        "of two stories that match one waits, hidden; names that show are looked at beside",
    ),
    "table_headers_related": (
        r'<td aria-hidden="true">',
        "the picture of a word that stands beside it has no heading, as nobody hears it",
    ),
    "sia-r78": (
        r"<h3>\s+Read out the screen",
        "in notes to hold in the hand this is all that there is to say of some steps",
    ),
    "sia-r60": (r"<details\b", "its summary names it, and is what a browser tells of it"),
}
ALLOWED["aria_landmark_name_unique"] = ALLOWED["aria_form_label_unique"]


class Alfa:
    """Alfa in a process of its own: it is given a page, and asked later what it found."""

    def __enter__(self):
        from_npm(AS_ALFA_READS)
        command = ["node", MODULES.parent / "alfa.mjs"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)

    def read(self, page, left):
        """Begin to check a page as it is now, by all but some rules."""
        read = {**page.viewport_size, "left": left, "document": page.evaluate(_reading())}
        self.process.stdin.write(json.dumps(read) + "\n")
        self.process.stdin.flush()

    def found(self):
        """Return what breaks a rule on the page that was read, by the rule's id."""
        return json.loads(self.process.stdout.readline())


def faults(page, alfa=None):
    """Return what breaks a rule of the checkers, Alfa if given: the rule's id, and the element."""
    if alfa:
        alfa.read(page, OF_TARGETS)
    found = violations(page) | equal_access(page) | (alfa.found() if alfa else {})
    every = [(rule, each) for rule, elements in found.items() for each in elements]
    return [f"{rule}: {each[:LINE]}" for rule, each in every if not _is_allowed(rule, each)]


def equal_access(page):
    """Return what breaks a rule of Equal Access for certain."""
    if not page.evaluate("'ace' in globalThis"):
        page.evaluate(_script(EQUAL_ACCESS))
    found = {}
    for rule, element in page.evaluate(CHECK, ONLY_ASKING):
        found.setdefault(rule, []).append(element)
    return found


def _is_allowed(rule, element):
    return rule in ALLOWED and re.match(ALLOWED[rule][0], element) is not None


def _reading():
    script = _script(AS_ALFA_READS).replace("export var", "var")
    return f"() => {{ {script}\nreturn Native.fromNode(document); }}"


@cache
def _script(place):
    return from_npm(place).read_text(encoding="utf-8")
