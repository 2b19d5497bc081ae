"""What to call the work today, as tables: a name, a reason for none or a clash, by partner."""

from . import names
from .names import Name, Part
from .readiness_questions import (
    CARERS,
    DECISIONS,
    JOINT,
    LIVED_EXPERIENCE,
    PARTNERS,
    STAGES,
    UNKNOWN,
)
from .tables import Tables

OTHER = {LIVED_EXPERIENCE: CARERS, CARERS: LIVED_EXPERIENCE}
NO_PART = ("", "")


def add_names(tables: Tables) -> None:
    """Add the tables of both partners' names, and of what is said of the two."""
    for partner in PARTNERS:
        tables.add(f"part/{partner}", [f"{partner}-decides", f"{partner}-delivers"], _part)
        tables.add(f"brief/{partner}", [f"part/{partner}"], _brief)
    for partner in PARTNERS:
        _add_name(tables, partner)
    parts = [f"part/{partner}" for partner in PARTNERS]
    tables.add("names-today", parts, lambda *parts: ("names-today",) * (parts != (NO_PART,) * 2))
    tables.add("difference", [f"called/{partner}" for partner in PARTNERS], _difference)


def _part(decides, delivers):
    part = Part(decides, delivers)
    if not part.is_known:
        return NO_PART
    is_open = part.decides == names.THEY_DECIDE or delivers == UNKNOWN
    return (decides, "" if is_open else delivers)


def _brief(part):
    brief = Part(*part).brief
    return (brief.decides, brief.delivers)


def _add_name(tables, partner):
    of = [f"part/{partner}", f"brief/{OTHER[partner]}", DECISIONS, JOINT]
    tables.add(f"name/{partner}", of, _name)
    # Carers are named where the work touches them.
    touches = [CARERS] if partner == CARERS else []
    tables.add(
        f"called/{partner}",
        [f"name/{partner}", STAGES, *touches],
        lambda name, stages, touches="yes": _called(partner, name, stages) * (touches == "yes"),
    )


def _name(part, other, decisions, joint):
    name = names.name_at_all_stages(Part(*part), Part(*other), decisions, joint)
    return (name.id, *name.why)


def _called(partner, name, stages):
    name = names.at_stages(stages, Name(name[0], name[1:]))
    if name.id == names.UNNAMED:
        return (f"none/{partner}/{name.why[0]}",)
    if name.id == names.WITHHELD:
        return (f"withheld/{partner}", *(f"clash/{why}" for why in name.why), "withheld")
    return (f"name/{partner}/{name.id}", *(f"note/{partner}/{why}" for why in name.why))


def _difference(one, other):
    called = [said[0].split("/") for said in (one, other) if said]
    if len(called) < 2 or any(kind != "name" for kind, *_ in called):
        return ()
    return ("difference/same",) if called[0][2] == called[1][2] else ("difference/differ",)
