"""What the readiness check says, walked through for every way to answer it."""

from itertools import product

import pytest
from taking_the_check import SHOWN

from widgets.course import verdict
from widgets.course.check_tables import check_tables
from widgets.course.check_texts import texts_of
from widgets.course.guidance import judge
from widgets.course.loading import load_course
from widgets.course.names import Name, Part, name_of
from widgets.course.walk import PARTS, every_core

COURSE = load_course()
CHECK = COURSE.readiness_check
TABLES, TEXTS = check_tables(CHECK), texts_of(CHECK)
CORE = ("all-stages", "equal-decisions", "jointly-responsible")
YES, PARTLY, NO, UNKNOWN = ("yes-fully", "partly", "not-now", "dont-know")
LESS = ("told", "asked", "talked-over")
CORES = list(every_core())
# Every pair of parts: the second may be a partner that the work does not touch.
PAIRS = list(product(PARTS, [*PARTS, Part()]))


def answers(core, part=None, other=None, **more):
    given = dict(zip(CORE, core, strict=True)) | more
    for partner, its in (("lived-experience", part), ("carers", other)):
        if its and known(its):
            given |= {"carers": "yes"} if partner == "carers" else {}
            given |= {f"{partner}-decides": its.decides, f"{partner}-delivers": its.delivers}
    return given


def known(part):
    return part.decides not in ("", UNKNOWN)


def every_name():
    """Yield the three answers, a partner's part, the other's, and what the part is called."""
    for core, (part, other) in product(CORES, PAIRS):
        yield core, part, other, name_of(part, other, *core)


@pytest.fixture(scope="module")
def named():
    return list(every_name())


def test_the_verdict_rests_on_the_three_questions_as_the_leaflet_asks_them():
    counts = {}
    for core in CORES:
        found = verdict.verdict(*core)
        counts[found] = counts.get(found, 0) + 1
        assert (found == "likely") == (set(core) == {YES})
        assert (found == "not-as-it-stands") == (NO in core)
        assert (found == "find-out") == (NO not in core and UNKNOWN in core)
    assert counts == {"likely": 1, "not-as-it-stands": 37, "find-out": 19, "not-yet": 7}


def test_no_other_answer_changes_the_verdict():
    more = [
        {"power": NO, "responsibilities": NO, "support": NO},
        {"lived-experience-decides": "told", "fixed": frozenset({"law"})},
        {"lived-experience-decides": "they-decide", "carers-decides": "told"},
        {f"{asked}-evidence": frozenset({"hope"}) for asked in CORE},
    ]
    for core, others in product(CORES, more):
        assert judge(CHECK, answers(core) | others).verdict == verdict.verdict(*core)


@pytest.mark.parametrize("missing", CORE)
def test_until_all_three_are_answered_there_is_no_verdict(missing):
    given = dict.fromkeys(CORE, YES)
    assert judge(CHECK, given | {missing: ""}) is None
    assert TABLES.look_up(given | {missing: ""})["title"] == ()


@pytest.mark.parametrize(
    ("ticked", "heading"),
    [
        ([(), (), ()], "likely-as-seen"),
        ([("happened",), ("people-say",), ("written",)], "likely-firm"),
        ([("happened",), ("people-say",), ()], "likely-as-seen"),
        ([("happened",), ("people-say",), ("hope",)], "likely-hoped"),
        ([("hope",), (), ()], "likely-hoped"),
        ([("hope", "happened"), ("happened",), ("written",)], "likely-firm"),
    ],
)
def test_likely_is_headed_by_what_it_rests_on(ticked, heading):
    evidence = {f"{asked}-evidence": frozenset(t) for asked, t in zip(CORE, ticked, strict=True)}
    found = TABLES.look_up(answers((YES, YES, YES)) | evidence)
    assert found["title"] == (f"title/{heading}",)


def test_a_likely_beside_a_name_that_is_withheld_is_headed_as_one_sees_it():
    firm = {f"{asked}-evidence": frozenset({"happened"}) for asked in CORE}
    given = answers((YES, YES, YES)) | firm
    assert TABLES.look_up(given)["title"] == ("title/likely-firm",)
    given = answers((YES, YES, YES), Part("told", "others-alone")) | firm
    assert TABLES.look_up(given)["title"] == ("title/likely-as-seen",)


def test_two_yeses_and_a_partly_are_close_and_nothing_else_is():
    close = {core for core in CORES if verdict.heading(*core, "") == "not-yet-close"}
    assert close == {(YES, YES, PARTLY), (YES, PARTLY, YES), (PARTLY, YES, YES)}


def test_what_stays_partly_so_is_named_where_there_is_something_to_find_out():
    found = {core: TABLES.look_up(answers(core))["even-then"] for core in CORES}
    assert found[UNKNOWN, PARTLY, YES] == ("even-then/equal-decisions",)
    assert TEXTS["even-then/equal-decisions"] == (
        "Whatever you find out, this stays partly so: Equal decisions."
    )
    for core, said in found.items():
        assert bool(said) == (NO not in core and UNKNOWN in core and PARTLY in core)


def test_the_step_comes_from_the_weakest_answer():
    for core in CORES:
        step = verdict.weakest(*core, "")
        by_question = dict(zip(CORE, core, strict=True))
        if set(core) == {NO}:
            assert step == "all-three-no"
        elif set(core) == {UNKNOWN}:
            assert step == "all-three-unknown"
        elif set(core) == {YES}:
            assert step == "likely-as-seen"
        else:
            weakest = next(each for each in (NO, UNKNOWN, PARTLY) if each in core)
            first = next(
                asked
                for asked in ("equal-decisions", "all-stages", "jointly-responsible")
                if by_question[asked] == weakest
            )
            assert step == f"{first}/{weakest}"


def test_every_way_to_answer_has_one_verdict_one_step_and_one_word_for_each_partner(named):
    texts = set(TEXTS)
    parts = {part: Part(*part) for part in {("", ""), *((p.decides, p.delivers) for p in PARTS)}}
    for core in CORES:
        for part in parts.values():
            found = TABLES.look_up(answers(core, part, Part("told", "others-alone")))
            assert len(found["title"]) == len(found["step"]) == 1
            # What they lead is not read as something to be shared.
            assert len([*found["text"], *found["led"]]) == 1
            for partner in ("lived-experience", "carers"):
                kinds = [text.split("/")[0] for text in found[f"called/{partner}"]]
                withheld = f"withheld/{partner}" in found[f"called/{partner}"]
                assert sum(kind in ("name", "none") for kind in kinds) + withheld == 1
            assert {text for name in SHOWN for text in found[name]} <= texts


def test_no_text_is_missing_and_none_is_idle():
    shown = {
        text
        for table in TABLES.tables
        if table.name in SHOWN
        for said in table.outcomes
        for text in said
    }
    assert shown == set(TEXTS)


def test_co_produce_stands_beside_nothing_but_likely_and_only_where_all_share_all(named):
    called = [(core, part, other) for core, part, other, name in named if name.id == "co-produce"]
    assert called
    for core, part, other in called:
        assert set(core) == {YES}
        for each in (part, other):
            assert not known(each) or (each.decides, each.delivers) == ("together", "together")


def test_what_they_decide_is_led_by_them_whatever_else_is_so(named):
    for _, part, _, name in named:
        assert (part.decides == "they-decide") == (name.id == "led-by-them")


def test_carers_shut_out_beside_equals_never_make_both_informing(named):
    for core, part, other, name in named:
        if part.decides == "together" and other.decides in LESS:
            assert name.name not in ("inform", "consult", "engage")
            assert name_of(other, part, *core).name in ("inform", "consult", "engage", "withheld")


def test_a_name_is_withheld_where_two_answers_point_different_ways_and_nowhere_else(named):
    for core, part, other, name in named:
        _, decisions, joint = core
        answered_for = [each for each in (part, other) if known(each)]
        points_apart = {
            "equal-yet-others-decide": part.decides in LESS and decisions == YES,
            "joint-yet-others-decide": part.decides in ("told", "asked") and joint == YES,
            "joint-yet-others-deliver": part.delivers in ("others-alone", "some-roles")
            and joint == YES,
            "unequal-yet-decided-together": decisions == NO
            and all(each.decides == "together" for each in answered_for),
            "not-joint-yet-done-together": joint == NO
            and all((each.decides, each.delivers) == ("together",) * 2 for each in answered_for),
        }
        can_be = known(part) and part.decides != "they-decide"
        why = tuple(clash for clash, is_so in points_apart.items() if can_be and is_so)
        assert (name.id == "withheld") == bool(why), (core, part, other)
        assert name.id != "withheld" or name.why == why


def test_one_thing_not_known_takes_no_name_away_that_the_others_settle():
    for core in CORES:
        if NO in core or YES in core[1:]:
            continue
        assert name_of(Part("asked", "others-alone"), Part(), *core).id == "consult"
        assert name_of(Part("together", "others-alone"), Part(), *core).id == "co-design"


def test_there_is_no_name_only_where_something_is_not_known(named):
    for core, part, other, name in named:
        if name.id == "none":
            said = (*core, part.decides, part.delivers, other.delivers)
            assert {"", UNKNOWN} & set(said), (core, part, other)


def test_why_there_is_no_name_is_said():
    yes = (YES, YES, YES)
    for decides in ("", UNKNOWN):
        assert name_of(Part(decides), Part(), *yes) == Name("none", ("decides-unknown",))
    for delivers in ("", UNKNOWN):
        name = name_of(Part("together", delivers), Part(), *yes)
        assert name == Name("none", ("delivers-unknown",))
    shared = Part("together", "together")
    for unknown in ("", UNKNOWN):
        for core in ((YES, unknown, YES), (YES, YES, unknown)):
            assert name_of(shared, Part(), *core) == Name("none", ("answers-unknown",))
        stages = Name("shared-in-part", ("all-stages-unknown",))
        assert name_of(shared, Part(), unknown, YES, YES) == stages
    assert name_of(shared, Part(), NO, YES, YES) == Name("shared-in-part", ("all-stages",))
    other = Part("together", UNKNOWN)
    assert name_of(shared, other, *yes) == Name("none", ("other-unknown",))


def test_who_works_without_a_say_is_told_of(named):
    for _, part, _, name in named:
        if name.id in ("inform", "consult", "engage"):
            works = part.delivers in ("some-roles", "together", "they-alone")
            assert name.why == (("work-without-say",) if works else ())


def test_what_is_shared_in_part_says_what_is_not(named):
    for core, _, _, name in named:
        if name.id == "shared-in-part":
            assert name.why
            lacking = {asked for asked, answer in zip(CORE, core, strict=True) if answer != YES}
            said = {why.removesuffix("-unknown") for why in name.why} - {"other-partner"}
            assert said == lacking


def test_two_names_get_one_sentence_on_the_difference():
    co_design, consult = Part("together", "others-alone"), Part("asked", "others-alone")
    core = (PARTLY, PARTLY, PARTLY)
    assert TABLES.look_up(answers(core, co_design, consult))["difference"] == ("difference/differ",)
    assert TABLES.look_up(answers(core, consult, consult))["difference"] == ("difference/same",)
    assert TABLES.look_up(answers(core, consult, Part()))["difference"] == ()


def test_a_yes_to_equal_decisions_and_a_no_to_equal_power_are_said_to_clash():
    result = judge(CHECK, answers((YES, YES, YES), power=NO))
    assert result.clashes == (TEXTS["clash/equal-without-power"],)
    assert judge(CHECK, answers((YES, PARTLY, YES), power=NO)).clashes == ()


def test_who_leads_or_is_left_out_or_what_is_fixed_chooses_the_wording_of_the_step():
    no_say = answers((PARTLY, NO, PARTLY))
    together, told = Part("together", "together"), Part("told", "others-alone")

    def step(**more):
        (said,) = TABLES.look_up(no_say | more)["step"]
        return said

    def parts(part, other):
        return answers((PARTLY, NO, PARTLY), part, other)

    assert step() == "step/equal-decisions/not-now"
    assert step(fixed=frozenset({"law"})) == "step/equal-decisions/not-now/fixed"
    assert step(fixed=frozenset({"nothing"})) == "step/equal-decisions/not-now"
    assert step(**parts(together, told)) == "step/equal-decisions/not-now/left-out/carers"
    assert step(**parts(told, together)) == "step/equal-decisions/not-now/left-out/lived-experience"
    assert step(**parts(Part("they-decide"), Part())) == "step/led"
    # What one partner leads does not hide that the other is left out.
    assert step(**parts(Part("they-decide"), told)) == step(**parts(together, told))


@pytest.mark.parametrize(
    ("answer", "ticked", "said"),
    [
        (YES, (), ("support/none",)),
        (PARTLY, ("expenses", "language"), ("support/without-pay",)),
        (YES, ("cover",), ("support/without-pay", "support/without-language")),
        (YES, ("pay", "language"), ()),
        (NO, ("expenses",), ()),
        ("", (), ()),
    ],
)
def test_support_without_pay_or_language_is_pointed_at(answer, ticked, said):
    given = {"support": answer, "support-given": frozenset(ticked)}
    assert TABLES.look_up(given)["support-note"] == said


def test_what_is_fixed_is_said_and_leaves_no_nothing():
    ticked = frozenset({"law", "supplier", "nothing"})
    assert TABLES.look_up({"fixed": ticked})["fixed-by"] == ("fixed/law", "fixed/supplier")
    assert TABLES.look_up({"fixed": frozenset({"nothing"})})["fixed-by"] == ("fixed/nothing",)
    assert verdict.says_of_fixed({"nothing", "dont-know"}) == ("nothing",)


def test_an_answer_holds_ninety_words_at_most():
    shown = ("title", "text", "even-then", "beyond", "before", "step")
    shown = (*shown, *(f"stands/{asked}" for asked in CORE))
    around = COURSE.words.readiness
    names = {f"stands/{asked.id}": asked.name for asked in CHECK.questions}
    fixed = " ".join([around.result, around.first_step, around.yours, around.ask, *names.values()])
    longest = 0
    for core in CORES:
        for ticked in (frozenset(), frozenset({"hope"}), frozenset({"happened"})):
            evidence = {f"{asked}-evidence": ticked for asked in CORE}
            found = TABLES.look_up(answers(core) | evidence)
            said = [TEXTS[text] for name in shown for text in found[name]]
            said = [t if isinstance(t, str) else f"{t.yours} {t.ask}" for t in said]
            longest = max(longest, len(f"{fixed} {' '.join(said)}".split()))
    assert longest <= 90
