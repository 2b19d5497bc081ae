"""The texts of the readiness check, by the ids that its tables know them by."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from .readiness import InTwoWordings, ReadinessCheck, Titled
from .readiness_questions import CONSIDERED, CORE, PARTNERS, SUPPORT, Answer

CheckText = str | InTwoWordings | Titled | Answer


@cache
def texts_of(check: ReadinessCheck) -> dict[str, CheckText]:
    """Return every text that a table may show: a step, a name and an answer as they are."""
    texts = dict(_of_the_verdict(check)) | dict(_steps(check))
    for asked in check.asked:
        texts |= {f"answer/{asked.id}/{answer.id}": answer for answer in asked.answers}
    texts |= dict(_before(check))
    given = next(asked.given for asked in check.considerations if asked.id == SUPPORT)
    texts |= {"support/none": given.none, "support/without-pay": given.without_pay}
    texts |= {"support/without-language": given.without_language}
    texts |= {f"fixed/{option.id}": option.says for option in check.fixed.options}
    texts |= {"view": check.seat.view}
    texts |= {f"view/{seat.id}": seat.view for seat in check.seat.options}
    return texts | dict(_names(check))


def _of_the_verdict(check) -> Iterator[tuple[str, CheckText]]:
    for said in check.verdicts:
        yield f"title/{said.id}", said.title
        yield f"text/{said.id}", said.text
        yield f"now/{said.id}", said.title
    yield from (("beyond", check.beyond), ("against", check.against), ("hope", check.evidence.note))
    within = {partner.id: partner.within for partner in check.partners}
    for partner in PARTNERS:
        yield f"led/{partner}", check.led.replace("{partners}", within[partner])
    yield "/".join(["led", *PARTNERS]), check.led.replace("{partners}", check.both_partners)
    for asked in CORE:
        for said in check.stands:
            yield f"stands/{asked}/{said.id}", said.text
    # One of the three is not known, so that two at most can be partly so.
    names = {asked.id: asked.name for asked in check.questions}
    for partly in (*combinations(CORE, 1), *combinations(CORE, 2)):
        listed = "; ".join(names[asked] for asked in partly)
        yield "/".join(["even-then", *partly]), check.even_then.replace("{names}", listed)


def _before(check):
    lines = {asked.id: asked.before for asked in check.considerations}
    for count in range(1, len(CONSIDERED) + 1):
        for lacking in combinations(CONSIDERED, count):
            yield "/".join(["before", *lacking]), "; ".join(lines[each] for each in lacking) + "."


def _steps(check):
    for step in check.steps:
        yield f"step/{step.id}", InTwoWordings(yours=step.yours, ask=step.ask)
        if step.where_fixed:
            yield f"step/{step.id}/fixed", step.where_fixed
        if step.where_left_out:
            for partner in check.partners:
                yield (
                    f"step/{step.id}/left-out/{partner.id}",
                    _said_of(partner, step.where_left_out),
                )


def _said_of(partner, step):
    return InTwoWordings(yours=_naming(partner, step.yours), ask=_naming(partner, step.ask))


def _naming(partner, text):
    return text.replace("{partner}", partner.within)


def _names(check):
    for partner in check.partners:
        other = next(each for each in check.partners if each is not partner)
        yield f"withheld/{partner.id}", partner.name
        for name in check.names:
            yield f"name/{partner.id}/{name.id}", name
        for note in check.notes:
            yield f"note/{partner.id}/{note.id}", _naming(other, note.text)
        for reason in check.unnamed:
            yield f"none/{partner.id}/{reason.id}", _naming(other, reason.text)
    for clash in check.clashes:
        yield f"clash/{clash.id}", clash.text
    yield "withheld", check.withheld
    yield "names-today", check.names_today
    yield "difference/same", check.difference.same
    yield "difference/differ", check.difference.differ
