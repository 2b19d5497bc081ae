"""The readiness check as tables: which of its texts are shown, by what is answered and ticked."""

from functools import cache

from . import names, verdict
from .name_tables import add_names
from .readiness import SEAT, ReadinessCheck
from .readiness_questions import (
    CARERS,
    CONSIDERED,
    CORE,
    DECISIONS,
    NO,
    PARTLY,
    PARTNERS,
    POWER,
    SUPPORT,
    YES,
)
from .tables import Tables

GIVEN = f"{SUPPORT}-given"
FIXED = "fixed"
DECIDES = [f"{partner}-decides" for partner in PARTNERS]


# The tables whose outcomes are texts, in the order of the page; the others are steps on the way.
SHOWN = (
    *("clash", "title", "led", "text", "even-then", "beyond"),
    *(f"stands/{asked}" for asked in CORE),
    "step",
    *(f"before/{asked}" for asked in CONSIDERED),
    "now",
    *(f"hope/{asked}" for asked in CORE),
    "support-note",
    "names-today",
    *(f"called/{partner}" for partner in PARTNERS),
    *("difference", "fixed-by", "view"),
    *(f"answer/{asked}" for asked in (*CORE, *CONSIDERED)),
)


def evidence_id(question: str) -> str:
    """Return the id of the question how someone knows their answer."""
    return f"{question}-evidence"


def words_id(question: str) -> str:
    """Return the id of the few words under an answer."""
    return f"{question}-words"


@cache
def check_tables(check: ReadinessCheck) -> Tables:
    """Return the tables of a readiness check."""
    tables = Tables(_one_of(check), _any_of(check))
    _add_verdict(tables, check)
    _add_step(tables, check)
    _add_considerations(tables, check)
    add_names(tables)
    tables.add("fixed-by", [FIXED], lambda t: (f"fixed/{by}" for by in verdict.says_of_fixed(t)))
    tables.add("view", [SEAT], lambda seat: (f"view/{seat}" if seat else "view",))
    for asked in check.asked:
        tables.add(f"answer/{asked.id}", [asked.id], _texts(f"answer/{asked.id}"))
    return tables


def _one_of(check):
    asked = {each.id: [answer.id for answer in each.answers] for each in check.asked}
    for partner in PARTNERS:
        asked[f"{partner}-decides"] = [answer.id for answer in check.decides.answers]
        asked[f"{partner}-delivers"] = [answer.id for answer in check.delivers.answers]
    asked[CARERS] = [answer.id for answer in check.touches.answers]
    return asked | {SEAT: [seat.id for seat in check.seat.options]}


def _any_of(check):
    signs = [sign.id for sign in check.evidence.options]
    support = next(each for each in check.considerations if each.id == SUPPORT)
    kinds = [kind.id for kind in support.given.options]
    fixed = [option.id for option in check.fixed.options]
    return {evidence_id(asked): signs for asked in CORE} | {GIVEN: kinds, FIXED: fixed}


def _texts(kind):
    """Return a function that names the text of an answer, and none of no answer."""
    return lambda answer: (f"{kind}/{answer}",) if answer else ()


def _add_verdict(tables, check):
    firm = [sign.id for sign in check.evidence.options if sign.firm]
    for asked in CORE:
        tables.add(f"known/{asked}", [evidence_id(asked)], lambda t: (verdict.known_by(t, firm),))
        tables.add(f"hope/{asked}", [f"known/{asked}"], _hope)
        tables.add(f"stands/{asked}", [asked], _texts(f"stands/{asked}"))
    known = [f"known/{asked}" for asked in CORE]
    tables.add("basis", known, lambda *known: (verdict.basis(*(each for (each,) in known)),))
    tables.add("verdict", CORE, lambda *core: filter(None, [verdict.verdict(*core)]))
    tables.add("headed", [*CORE, "basis"], _heading)
    tables.add("led", DECIDES, lambda *decides: ("led",) * verdict.is_led(*decides))
    clash = (f"clash/{names.EQUAL_WITHOUT_POWER}",)
    tables.add("clash", [DECISIONS, POWER], lambda d, power: clash * ((d, power) == (YES, NO)))
    tables.add("heading", ["headed", "led", "clash"], _honest)
    tables.add("title", ["heading"], lambda said: (f"title/{each}" for each in said))
    tables.add("text", ["heading"], lambda said: (f"text/{each}" for each in said))
    tables.add("now", ["heading"], lambda said: (f"now/{each}" for each in said))
    tables.add("even-then", CORE, _even_then)
    tables.add("beyond", ["verdict", "led"], _beyond)


def _hope(known):
    return ("hope",) if known == (verdict.HOPED,) else ()


def _heading(stages, decisions, joint, basis):
    return filter(None, [verdict.heading(stages, decisions, joint, *basis)])


def _honest(headed, led, clash):
    """Nothing is called close where two answers clash, nor where work is led by those it is for."""
    return ("not-yet",) if headed == ("not-yet-close",) and (led or clash) else headed


def _beyond(said, led):
    return ("beyond",) * (said not in ((), ("likely",)) and not led)


def _even_then(*core):
    asked = verdict.even_then(*core)
    return ("/".join(["even-then", *asked]),) if asked else ()


def _add_step(tables, check):
    steps = {step.id: step for step in check.steps}
    tables.add(
        "weakest",
        [*CORE, "basis"],
        lambda *core: filter(None, [verdict.weakest(*core[:3], *core[3])]),
    )
    tables.add("left-out", DECIDES, lambda *decides: (verdict.left_out(*decides),))
    tables.add("is-fixed", [FIXED], lambda ticked: (FIXED,) * verdict.is_fixed(ticked))
    tables.add(
        "step",
        ["weakest", "led", "left-out", "is-fixed"],
        lambda weakest, led, out, fixed: _step(steps, weakest and (led or weakest), out, fixed),
    )


def _step(steps, base, left_out, fixed):
    """Yield the wording of a step, where a text has been written for how things are."""
    for identity in base:
        step, (partner,) = steps[identity], left_out
        if partner and step.where_left_out:
            yield f"step/{identity}/left-out/{partner}"
        elif fixed and step.where_fixed:
            yield f"step/{identity}/fixed"
        else:
            yield f"step/{identity}"


def _add_considerations(tables, check):
    for asked in CONSIDERED:
        line = (f"before/{asked}",)
        tables.add(line[0], [asked], lambda answer, line=line: line * (answer == NO))
    pay = next(each for each in check.considerations if each.id == SUPPORT).given.pay
    tables.add("support-note", [SUPPORT, GIVEN], lambda *given: _support_note(*given, pay))


def _support_note(answer, ticked, pay):
    if answer not in (YES, PARTLY):
        return ()
    if not ticked:
        return ("support/none",)
    return () if ticked & set(pay) else ("support/without-pay",)
