"""Twelve pieces of work: who answers the check, what they answer, what a colleague would say."""

from dataclasses import dataclass, field

YES, PARTLY, NO, UNKNOWN = "yes-fully", "partly", "not-now", "dont-know"
HAPPENED, HOPE = frozenset({"happened"}), frozenset({"hope"})


@dataclass(frozen=True)
class Case:
    """One way to answer, and what is to come of it; a name not given is no name."""

    work: str
    who: str
    core: tuple[str, str, str]
    colleague: str
    verdict: str
    title: str
    step: str
    more: dict = field(default_factory=dict)
    before: tuple[str, ...] = ()
    names: dict = field(default_factory=dict)
    clashes: tuple[str, ...] = ()

    @property
    def answers(self):
        asked = ("all-stages", "equal-decisions", "jointly-responsible")
        return dict(zip(asked, self.core, strict=True)) | self.more


def facts(partner, decides, delivers):
    return {f"{partner}-decides": decides, f"{partner}-delivers": delivers}


LIVED, CARERS = "lived-experience", "carers"
TOUCHED = {"carers": "yes"}

CASES = [
    Case(
        work="A commissioner has fixed what a service is; how it is delivered is open",
        who="a service manager",
        core=(PARTLY, NO, PARTLY),
        more=facts(LIVED, "told", "some-roles") | {"fixed": frozenset({"who-pays"})},
        colleague=(
            "Do not call it co-production. Say what the commissioner fixed, and share the first"
            " thing that is left, which is how it is delivered."
        ),
        verdict="not-as-it-stands",
        title="not co-production as it stands",
        step="equal-decisions/not-now/fixed",
        names={LIVED: "inform"},
    ),
    Case(
        work="A group led by peers wants the help of staff with rooms and money",
        who="a member of the group",
        core=(PARTLY, NO, PARTLY),
        more=facts(LIVED, "they-decide", "they-alone"),
        colleague=(
            "They decide, and that is as it should be. The question is what they want of staff,"
            " not how to share what is theirs."
        ),
        verdict="not-as-it-stands",
        title="not co-production as it stands",
        step="led",
        names={LIVED: "led-by-them"},
    ),
    Case(
        work="A research bid must pass an ethics board by a date; the design is joint so far",
        who="a researcher",
        core=(PARTLY, YES, YES),
        more={"all-stages-evidence": HOPE, "fixed": frozenset({"our-organisation"})}
        | facts(LIVED, "together", "together"),
        colleague="It is close. Find the stage where someone is missing, and say that it is so.",
        verdict="not-yet",
        title="not co-production yet, and close",
        step="all-stages/partly/fixed",
        names={LIVED: "shared-in-part"},
    ),
    Case(
        work="A crisis service is made anew; people are asked, and staff will run it",
        who="a nurse",
        core=(PARTLY, NO, NO),
        more=facts(LIVED, "asked", "others-alone")
        | TOUCHED
        | facts(CARERS, "asked", "others-alone"),
        colleague="That is consulting. Say so, and share one choice that is still open.",
        verdict="not-as-it-stands",
        title="not co-production as it stands",
        step="equal-decisions/not-now",
        names={LIVED: "consult", CARERS: "consult"},
    ),
    Case(
        work="One person with lived experience sits on a board of twelve",
        who="that person",
        core=(YES, YES, PARTLY),
        more={"power": NO} | facts(LIVED, "talked-over", "others-alone"),
        colleague=(
            "One vote in twelve is no equal say. You said yes and no to the same thing; think again"
            " which decisions you meant, before you call it close."
        ),
        verdict="not-yet",
        title="not co-production yet",
        step="against",
        before=("power",),
        names={LIVED: "withheld"},
        clashes=("equal-without-power", "equal-yet-others-decide"),
    ),
    Case(
        work="A Welsh-speaking group plans its own evenings with staff; papers come in English",
        who="a member of staff",
        core=(YES, YES, YES),
        more={"support": PARTLY, "support-given": frozenset({"pay", "expenses"})}
        | facts(LIVED, "together", "together"),
        colleague="Likely, but ask them how they see it. Nobody ticked language as a support.",
        verdict="likely",
        title="likely to suit co-production, as you see it",
        step="likely-as-seen",
        names={LIVED: "co-produce"},
    ),
    Case(
        work="A supplier's digital tool is tried out; the design is shared, the tool is bought",
        who="a project lead",
        core=(PARTLY, PARTLY, PARTLY),
        more=facts(LIVED, "together", "others-alone") | {"fixed": frozenset({"supplier"})},
        colleague="It is co-design. Say what the contract fixes, and share what it leaves open.",
        verdict="not-yet",
        title="not co-production yet",
        step="equal-decisions/partly/fixed",
        names={LIVED: "co-design"},
    ),
    Case(
        work="A panel to appoint a colleague, planned and run with people with lived experience",
        who="a member of the panel",
        core=(YES, YES, YES),
        more={f"{asked}-evidence": HAPPENED for asked in ("all-stages", "equal-decisions")}
        | {"jointly-responsible-evidence": HAPPENED}
        | facts(LIVED, "together", "together")
        | {"carers": "no"},
        colleague="That is what it looks like. Look back together, as it can slip.",
        verdict="likely",
        title="likely to suit co-production",
        step="likely-firm",
        names={LIVED: "co-produce"},
    ),
    Case(
        work="Carers are shut out while people with lived experience are equals",
        who="a carer",
        core=(PARTLY, PARTLY, PARTLY),
        more=facts(LIVED, "together", "together") | TOUCHED | facts(CARERS, "told", "others-alone"),
        colleague=(
            "Two things are true: people with lived experience share it in part, and carers are"
            " only told. Bring carers into the next choice."
        ),
        verdict="not-yet",
        title="not co-production yet",
        step="equal-decisions/partly/left-out/carers",
        names={LIVED: "shared-in-part", CARERS: "inform"},
    ),
    Case(
        work="Everything is shared and there is no money to pay anyone",
        who="a volunteer",
        core=(YES, YES, YES),
        more={"support": NO, "jointly-responsible-evidence": HOPE}
        | facts(LIVED, "together", "together"),
        colleague="Likely, if what is hoped for holds. Before anything, say who will pay for what.",
        verdict="likely",
        title="likely to suit co-production, if what you hope for holds",
        step="likely-hoped",
        before=("support",),
        names={LIVED: "co-produce"},
    ),
    Case(
        work="All of it has been decided by the law and by our own board",
        who="a manager",
        core=(NO, NO, NO),
        more=facts(LIVED, "told", "others-alone")
        | {"fixed": frozenset({"law", "our-organisation"}), "responsibilities": NO},
        colleague="Tell people plainly and why. Then see if anything at all is left to choose.",
        verdict="not-as-it-stands",
        title="not co-production as it stands",
        step="all-three-no/fixed",
        names={LIVED: "inform"},
    ),
    Case(
        work="A first team that knows nothing yet",
        who="a new member of staff",
        core=(UNKNOWN, UNKNOWN, UNKNOWN),
        more=facts(LIVED, "dont-know", "dont-know"),
        colleague="Good: nothing is settled. Ask one person of each kind how they see it.",
        verdict="find-out",
        title="find out more first",
        step="all-three-unknown",
        names={},
    ),
]
