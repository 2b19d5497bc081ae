"""The readiness check as tables: which of its texts are shown, by what is answered and ticked."""

from functools import cache

from . import names, verdict
from .consideration_tables import GIVEN, add_considerations
from .name_tables import add_names
from .readiness import SEAT, ReadinessCheck
from .readiness_questions import (
    CARERS,
    CORE,
    DECISIONS,
    NO,
    PARTNERS,
    POWER,
    SUPPORT,
    YES,
)
from .tables import Tables

FIXED = "fixed"
# What is read into the three is then to be doubted.
READS_WELL = ((verdict.LIKELY,), (verdict.NOT_YET,))
DECIDES = [f"{partner}-decides" for partner in PARTNERS]


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
    add_names(tables)
    _add_verdict(tables, check)
    _add_step(tables, check)
    add_considerations(tables, check)
    tables.add("fixed-by", [FIXED], lambda t: (f"fixed/{by}" for by in verdict.says_of_fixed(t)))
    tables.add("view", [SEAT], lambda seat: (f"view/{seat}" if seat else "view",))
    for asked in check.asked:
        tables.add(f"answer/{asked.id}", [asked.id], _texts(f"answer/{asked.id}"))
    return tables


@cache
def first_tables(check: ReadinessCheck) -> Tables:
    """Return the tables of the three questions alone: the verdict, how each stands, the step."""
    tables = Tables(
        {asked.id: [answer.id for answer in asked.answers] for asked in check.questions}, {}
    )
    steps = {step.id: step for step in check.steps}
    for asked in CORE:
        tables.add(f"stands/{asked}", [asked], _texts(f"stands/{asked}"))
    tables.add("headed", CORE, lambda *core: _heading(*core, ("",)))
    tables.add("title", ["headed"], lambda said: (f"title/{each}" for each in said))
    tables.add("text", ["headed"], lambda said: (f"text/{each}" for each in said))
    tables.add("verdict", CORE, lambda *core: filter(None, [verdict.verdict(*core)]))
    tables.add("even-then", CORE, lambda *core: _even_then(*core, ()))
    tables.add("beyond", ["verdict"], _beyond)
    tables.add("weakest", CORE, lambda *core: filter(None, [verdict.weakest(*core, "")]))
    tables.add("step", ["weakest"], lambda weakest: _step(steps, weakest, ("",), ()))
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
    tables.add("led", DECIDES, _led)
    clash = (f"clash/{names.EQUAL_WITHOUT_POWER}",)
    tables.add("clash", [DECISIONS, POWER], lambda d, power: clash * ((d, power) == (YES, NO)))
    _add_against(tables)
    tables.add("heading", ["headed", "led", "doubtful"], _honest)
    tables.add("title", ["heading"], lambda said: (f"title/{each}" for each in said))
    tables.add("text", ["heading", "led"], _text)
    tables.add("now", ["heading"], lambda said: (f"now/{each}" for each in said))
    tables.add("even-then", [*CORE, "led"], _even_then)
    tables.add("beyond", ["verdict"], _beyond)


def _hope(known):
    return ("hope",) if known == (verdict.HOPED,) else ()


def _heading(stages, decisions, joint, basis):
    return filter(None, [verdict.heading(stages, decisions, joint, *basis)])


def _led(*decides):
    partners = verdict.led_by(*decides)
    return ("/".join(["led", *partners]),) if partners else ()


def _honest(headed, led, doubtful):
    return (verdict.honest(each, bool(led), bool(doubtful)) for each in headed)


def _beyond(said):
    return ("beyond",) * (said not in ((), (verdict.LIKELY,)))


def _text(said, led):
    return () if led else (f"text/{each}" for each in said)


def _even_then(*core_and_led):
    *core, led = core_and_led
    asked = () if led else verdict.even_then(*core)
    return ("/".join(["even-then", *asked]),) if asked else ()


def _add_against(tables):
    """Add what is said where other answers say less of a partner than the three do."""
    for partner in PARTNERS:
        called = f"called/{partner}"
        tables.add(f"withheld/{partner}", [called], lambda said: ("yes",) * ("withheld" in said))
    withheld = [f"withheld/{partner}" for partner in PARTNERS]
    tables.add("against", ["verdict", *withheld], _against)
    tables.add("doubtful", ["verdict", "clash", "against"], _doubtful)


def _against(said, *withheld):
    return ("against",) * (said in READS_WELL and any(withheld))


def _doubtful(said, clash, against):
    return (verdict.AGAINST,) * bool(against or (clash and said != (verdict.NOT_AS_IT_STANDS,)))


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
        ["weakest", "led", "doubtful", "left-out", "is-fixed"],
        lambda weakest, led, doubtful, *how: _step(
            steps, weakest and ((verdict.LED,) * bool(led) or doubtful or weakest), *how
        ),
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
