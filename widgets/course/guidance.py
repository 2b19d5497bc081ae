"""The readiness check: answers -> what it says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .check_tables import check_tables
from .check_texts import texts_of
from .names import IN_SHORT, UNNAMED, WITHHELD
from .readiness import InTwoWordings, ReadinessCheck
from .readiness_questions import CORE, PARTNERS

PARAGRAPHS = ("led", "text", "against", "even-then", "beyond")


@dataclass(frozen=True)
class CheckResult:
    """What the readiness check says: the verdict, the one step, what comes before it, names.

    `names` has for each partner what to call their part today, `none` or `withheld`; `clashes`
    are the pairs of answers that point different ways.
    """

    verdict: str
    title: str
    text: str
    step: InTwoWordings
    before: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    clashes: tuple[str, ...] = ()


def judge(check: ReadinessCheck, answers: Mapping[str, str | frozenset[str]]) -> CheckResult | None:
    """Return what is said of answers by question id; None until the three are answered."""
    if not all(answers.get(asked) for asked in CORE):
        return None
    found, texts = check_tables(check).look_up(answers), texts_of(check)
    said = {name: [texts[each] for each in ids if each in texts] for name, ids in found.items()}
    clashes = [
        texts[each]
        for name in ("clash", *(f"called/{partner}" for partner in PARTNERS))
        for each in found[name]
        if each.startswith("clash/")
    ]
    paragraphs = [each for name in PARAGRAPHS for each in said[name]]
    return CheckResult(
        verdict=found["verdict"][0],
        title=said["title"][0],
        text=" ".join(paragraphs),
        step=said["step"][0],
        before=" ".join(said["before"]),
        names={partner: _name(found[f"called/{partner}"]) for partner in PARTNERS},
        clashes=tuple(dict.fromkeys(clashes)),
    )


def _name(called):
    kind, *_, identity = called[0].split("/") if called else (UNNAMED, "")
    return {"none": UNNAMED, "withheld": WITHHELD}.get(kind) or IN_SHORT.get(identity, identity)
