"""The pages of a session, as they are drawn: what each says, and what none may tell."""

import gzip
import re
from pathlib import Path

import a_session
import pytest
from a_session import name_of, receipt_of, stages
from read_pages import Text, said

from widgets.course.loading import load_course
from widgets.group import drawing, stage
from widgets.group import session as sessions
from widgets.group.assets import group_assets
from widgets.group.floor import GROUPS

COURSE = load_course()
SAYS = COURSE.words.group
HERE = drawing.Here(COURSE)
STAGES = stages()
EVERY_STAGE = pytest.mark.parametrize("name", STAGES)
JOIN, QR = "https://example.org/join", '<svg viewBox="0 0 9 9"></svg>'
LINKS = drawing.HostLinks("https", JOIN, f"{JOIN}/KMPTWX?test=1", QR, "https://example.org", QR)
STAFF = receipt_of("staff", 0)
DAY = "2026-11-30"
PACKAGE = Path(drawing.__file__).parents[1]


def phone(session, receipt=STAFF, **more):
    return drawing.draw_phone(HERE, session, name_of(receipt), receipt, **more)


def room(session, **more):
    return drawing.draw_room(HERE, session, JOIN, QR, **more)


def host(session, **more):
    return drawing.draw_host(HERE, session, LINKS, **more)


def pages(session):
    """Return every page of a session, and all that is sent of it besides."""
    return {
        "phone": phone(session),
        "talking": phone(session, "talking"),
        "room": room(session),
        "host": host(session),
        "report": drawing.draw_report(HERE, session, DAY),
        "word": drawing.report_word(HERE, session, DAY),
        "file": drawing.report_file(session, DAY).model_dump_json(),
        "phones' state": stage.phones_state(session),
        "room's state": stage.room_state(session),
    }


@EVERY_STAGE
def test_every_page_has_one_heading_of_the_first_order_and_no_id_twice(name):
    drawn = pages(STAGES[name])
    for page in ("phone", "talking", "room", "host", "report"):
        text = Text(drawn[page])
        assert text.tags.count("h1") == 1, page
        assert len(text.ids) == len(set(text.ids)), page
        assert set(text.labels) <= set(text.ids), page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            a_session.DIFFER,
            (
                [a_session.PARTLY] * 5,
                [*["yes-fully"] * 2, "dont-know", "rather-not", "partly"],
                [*["yes-fully"] * 4, "not-now", "not-now"],
            ),
        ),
        (
            a_session.NOT_KNOWN,
            (
                ["rather-not"] * 5,
                [*["yes-fully"] * 3, "not-now", "not-now"],
                [*["yes-fully"] * 5, "partly"],
            ),
        ),
    ],
    ids=["differ", "unknown"],
)
def test_two_worlds_with_equal_words_give_the_same_bytes(one, other):
    assert pages(a_session.shown(one)) == pages(a_session.shown(other))


def test_who_has_not_answered_makes_no_difference_once_words_are_equal():
    """A seventh and an eighth member of staff, of whom one stays silent."""
    begun = a_session.begun((5, 5, 8))
    here = [*a_session.DIFFER[:2], ["yes-fully"] * 7]
    there = [*a_session.DIFFER[:2], ["yes-fully"] * 8]
    one, other = (a_session.shown(said, session=begun) for said in (here, there))
    assert pages(one) == pages(other)


def test_while_a_question_is_open_only_the_total_tells_of_answers():
    opened = a_session.ask(a_session.begun())
    one, other = (
        sessions.send(opened, name_of(receipt_of(group, 3)), "1", response)
        for group, response in (("carers", "yes-fully"), ("staff", "not-now"))
    )
    assert pages(one) == pages(other)
    before, after = pages(opened), pages(one)
    assert [name for name in before if before[name] != after[name]] == [
        "room",
        "host",
        "room's state",
    ]
    assert stage.room_state(one)["answered"] == 1
    for page in ("room", "host"):
        assert "Phones that have answered: 1 of 16" in said(after[page])


def test_the_room_screen_and_hosts_see_who_joins_until_it_is_fixed_who_counts():
    session = a_session.gathered((5, 0, 6))
    assert stage.room_state(session)["numbers"] == {"lived_experience": 5, "staff": 6}
    assert "numbers" not in stage.phones_state(session)
    assert stage.room_state(a_session.begun((5, 0, 6)))["numbers"] == {}
    assert "Lived experience 5 Staff 6 Each group" in said(room(session))
    assert "Lived experience 5 Carers 0 Staff 6" in said(host(session))


def test_hosts_are_told_of_a_group_that_is_too_small_for_as_long_as_it_is():
    text = said(host(a_session.gathered((5, 2, 0))))
    assert ("Carers: 2. Ask them to join another group, or only to talk, or use cards.") in text
    assert "Staff: 0" not in text
    assert "Ask them to join" not in said(host(a_session.gathered((5, 0, 6))))


def test_pages_with_numbers_are_fetched_anew_as_a_group_comes_to_be_there_or_large_enough():
    numbers = ((5, 0, 6), (5, 1, 6), (5, 4, 6), (5, 5, 6))
    sessions_there = [a_session.gathered(each) for each in numbers]
    assert len({stage.room_state(each)["screen"] for each in sessions_there}) == 4
    assert len({stage.phones_state(each)["screen"] for each in sessions_there}) == 1
    enough = a_session.gathered((6, 5, 7))
    assert stage.room_state(enough)["screen"] == stage.room_state(sessions_there[3])["screen"]


def test_the_room_screen_says_where_to_join_and_that_heads_are_counted():
    assert said(room(STAGES["gather"])) == (
        "Join a session On your phone, open example.org/join and type this code KMPTWX or scan this"
        " Phones in each group Lived experience 5 Carers 5 Staff 6 Each group needs five phones or"
        " more. If one has fewer, everyone uses cards. A group with nobody in it is left out."
        " Hosts count heads. If the numbers differ, everyone uses cards."
    )


def test_a_room_screen_that_phones_can_not_reach_says_so():
    html = drawing.draw_room(HERE, STAGES["gather"], "", "")
    assert SAYS.host.no_reach in said(html)
    assert SAYS.room.scan not in said(html)


def test_what_a_round_comes_to_is_shown_in_words_with_a_sentence_for_each_group():
    text = said(phone(STAGES["shown"]))
    assert text.startswith(
        "Your answer was not sent in time, so it is not counted. It is only on this phone. What"
        " you chose Where we see it differently · two steps apart Equal decisions"
        " Will people with lived experience, and"
        " carers whom it touches, have a role equal to that of staff in making decisions? How many"
        " of those who answered in each group chose ‘An equal role’ Group fewer than half about"
        " half more than half chose it Lived experience fewer than half Carers fewer than half"
        " Staff more than half Of those with lived experience who answered, fewer than half chose"
        " ‘An equal role’. Of the carers who answered, fewer than half chose ‘An equal role’. Of"
        " the staff who answered, more than half chose ‘An equal role’. This is not yet in place"
        " for most of each group. A group is not one voice."
    )


@pytest.mark.parametrize("draw", [phone, room], ids=["phone", "room"])
def test_a_second_time_shows_two_words_for_each_group(draw):
    text = said(draw(STAGES["shown-twice"]))
    assert (
        "Group At first After talking apart"
        " Lived experience At first: fewer than half After talking apart: fewer than half"
        " Carers At first: fewer than half After talking apart: fewer than half"
        " Staff At first: more than half After talking apart: about half"
    ) in text
    assert "At first two steps apart, then one step apart." in text


ALIKE = ([a_session.NO] * 5, [a_session.NO] * 5, [a_session.NO] * 6)


def test_where_a_second_time_shows_equal_words_the_heading_says_so_on_every_page():
    again = a_session.shown_twice(ALIKE)
    for html in (phone(again), room(again), drawing.draw_report(HERE, again, DAY)):
        text = said(html)
        assert SAYS.shown.missing in text
        assert SAYS.shown.differ not in text
        assert "At first two steps apart, then no step apart." in text


@pytest.mark.parametrize(
    ("session", "is_apart"),
    [
        (a_session.shown(), True),
        (a_session.shown(ALIKE), False),
        (a_session.shown(a_session.NOT_KNOWN), False),
        (a_session.shown_twice(ALIKE), False),
    ],
    ids=["apart", "alike", "not known", "alike the second time"],
)
def test_a_group_speaks_first_only_where_groups_are_apart(session, is_apart):
    for html in (phone(session), room(session)):
        assert (SAYS.shown.quiet in said(html)) == is_apart
        assert (SAYS.shown.quiet_alike in said(html)) != is_apart
    for lines, are_said in (
        (SAYS.host.reveal_say, is_apart),
        (SAYS.host.reveal_say_alike, not is_apart),
    ):
        assert (f"‘{lines[-1]}’" in said(host(session))) == are_said


def test_what_a_step_is_stands_beside_steps_and_nowhere_else():
    assert SAYS.shown.steps in said(phone(a_session.shown()))
    assert SAYS.shown.steps in said(phone(a_session.shown_twice(ALIKE)))
    assert SAYS.shown.steps not in said(phone(a_session.shown(ALIKE)))


def test_hosts_have_the_sentences_to_read_out_those_of_the_second_time_where_it_shows():
    first = said(host(a_session.shown()))
    assert (
        "Read out Of those with lived experience who answered, fewer than half chose ‘An" in first
    )
    assert "Of the staff who answered, more than half chose" in first
    again = said(host(a_session.shown_twice()))
    assert "Of the staff who answered, about half chose" in again
    assert "Of the staff who answered, more than half chose" not in again


@pytest.mark.parametrize("draw", [phone, room], ids=["phone", "room"])
def test_a_second_time_without_the_very_same_phones_leaves_the_first_standing(draw):
    text = said(draw(STAGES["not-shown-twice"]))
    assert SAYS.shown.not_again in text
    assert "Staff more than half" in text
    assert SAYS.shown.first not in text


def test_headings_come_in_their_order_and_the_widest_gap_first():
    text = said(drawing.draw_report(HERE, a_session.finished(), DAY))
    headings = [SAYS.shown.missing, SAYS.shown.differ, SAYS.shown.unknown]
    in_place = f"{SAYS.shown.mostly} {COURSE.readiness_check.asked[3].text}"
    places = [text.index(each) for each in [*headings, in_place, SAYS.shown.by_cards]]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["phone", "room", "report"])
def test_no_closed_round_is_hidden_also_where_nothing_may_show(name):
    # At the end, the wall holds only what was agreed.
    session = a_session.settled() if name == "room" else a_session.finished()
    text = said(pages(session)[name])
    for asked in COURSE.readiness_check.asked:
        was_asked = asked.id != "responsibilities"
        assert (asked.text in text) == was_asked, asked.id
    assert SAYS.shown.nothing in text


def test_a_room_screen_at_the_end_holds_what_was_agreed_and_leaves_results_to_phones():
    text = said(room(a_session.finished()))
    assert SAYS.shown.so_far not in text
    assert f"{SAYS.shown.said_yes_to} {a_session.ACTION} {SAYS.shown.not_everyone} Pay" in text


def test_mostly_in_place_without_one_of_the_two_sides_is_not_called_in_place():
    said_yes = (["yes-fully"] * 5, [], ["yes-fully"] * 6)
    both = a_session.shown(said_yes, session=a_session.begun((5, 0, 6)))
    assert SAYS.shown.in_place in said(phone(both))
    alone = (["yes-fully"] * 5, ["yes-fully"] * 5, [])
    one = a_session.shown(alone, session=a_session.begun((5, 5, 0)))
    assert SAYS.shown.needs_both in said(phone(one, receipt_of("carers", 0)))
    assert SAYS.shown.in_place not in said(phone(one, receipt_of("carers", 0)))
    assert SAYS.shown.mostly_yes in said(phone(one, receipt_of("carers", 0)))
    assert SAYS.shown.mostly not in said(phone(one, receipt_of("carers", 0)))


def test_a_group_that_does_not_know_has_no_place_among_the_others():
    text = said(room(STAGES["unknown"]))
    assert "Lived experience more than half don’t know yet or would rather not say" in text
    assert "is-unknown" not in room(STAGES["unknown"])
    assert SAYS.shown.not_said in text


@pytest.mark.parametrize(
    ("name", "why"),
    [("heads-differ", "heads_differ"), ("chosen-cards", "chosen")],
)
def test_where_cards_are_used_every_page_says_why(name, why):
    session = STAGES[name]
    for html in (phone(session), room(session), host(session)):
        assert getattr(SAYS.cards, why) in said(html)


def test_cards_for_one_question_are_told_from_cards_for_good():
    for html in (phone(STAGES["nothing"]), room(STAGES["nothing"])):
        assert SAYS.cards.this_question in said(html)
        assert SAYS.cards.title not in said(html)
    assert SAYS.host.cards_once in said(host(STAGES["nothing"]))


def test_questions_to_come_are_whole_and_those_of_the_plan_come_first():
    html = host(STAGES["ready"])
    asked = COURSE.readiness_check.asked
    text = said(html[: html.index('value="ask"') + 10_000])
    first = [f"{each.text} {SAYS.host.in_plan}" for each in asked[:2]]
    others = [each.text for each in asked[2:]]
    assert " ".join([SAYS.host.choose_label, *first, *others, SAYS.host.ask_it]) in text


def test_hosts_delete_a_session_only_once_they_said_that_they_are_sure():
    html = host(STAGES["shown"])
    [sure] = re.findall(r'<input type="checkbox"[^>]*>', html)
    assert 'name="sure" value="yes" required' in sure


def test_hosts_can_type_the_room_screen_s_address_into_another_computer():
    text = said(host(STAGES["gather"]))
    assert f"{SAYS.host.room_screen_at} https://example.org/room/KMPTWX" in text


def test_what_happened_last_is_what_shows():
    later = a_session.shown(a_session.DIFFER, "responsibilities", a_session.settled())
    assert said(room(a_session.settled())).startswith("Everyone who was asked said yes")
    assert said(room(later)).startswith(SAYS.shown.differ)


def test_an_action_shows_as_one_of_two_sentences_without_a_count_or_a_group():
    for session, verdict in (
        (a_session.settled(), "Everyone who was asked said yes"),
        (a_session.settled(False), "Not yet everyone"),
    ):
        html = room(session)
        first = said(html[: html.index('class="so-far"')] + "</main>")
        assert first == f"{verdict} KMPTWX {a_session.ACTION} {SAYS.room.next}"


def test_a_phone_reads_a_plain_notice_before_any_question():
    text = said(drawing.draw_notice(HERE, STAGES["gather"], "receipt"))
    assert text == " ".join(
        [
            SAYS.join.before,
            *SAYS.join.lines,
            *(SAYS.join.seat, SAYS.join.seat_hint),
            *(getattr(SAYS.seats, each) for each in (*GROUPS, "only_talking")),
            SAYS.join.join,
        ]
    )


def test_a_phone_that_comes_later_joins_to_talk_and_is_asked_nothing():
    assert SAYS.join.groups_fixed in said(drawing.draw_notice(HERE, STAGES["ready"], "receipt"))
    html = phone(STAGES["question"], "talking")
    assert SAYS.phone.others_answer in said(html)
    assert 'name="said"' not in html


def test_a_phone_that_tests_is_told_that_it_never_counts():
    notice = drawing.draw_notice(HERE, STAGES["gather"], "receipt", is_test=True)
    assert SAYS.join.is_test in said(notice)
    assert SAYS.phone.is_test in said(phone(STAGES["gather"], "test"))


def test_more_time_is_offered_once_it_is_said_that_a_round_closes_and_once_to_each_phone():
    def offers(session, receipt=STAFF):
        return 'value="more-time"' in phone(session, receipt, closes_in=50.0)

    closing = STAGES["closing"]
    assert 'value="more-time"' not in phone(STAGES["question"])
    assert offers(closing)
    assert not offers(closing, "talking")
    once = sessions.ask_for_time(closing, name_of(STAFF))
    assert not offers(once)
    assert offers(once, receipt_of("carers", 1))
    twice = sessions.ask_for_time(once, name_of(receipt_of("carers", 1)))
    assert not offers(twice, receipt_of("carers", 2))
    assert SAYS.phone.more_time_asked in said(phone(twice, closes_in=90.0))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (140.0, "This round closes in about 2 min."),
        (59.0, "This round closes in about 1 min."),
        (12.0, "This round closes in less than half a minute."),
    ],
)
def test_when_a_round_closes_is_said_in_minutes(seconds, words):
    assert words in said(phone(STAGES["closing"], closes_in=seconds))


def test_an_answer_that_came_late_stays_on_its_phone_marked_as_not_counted():
    html = phone(STAGES["shown"], problem="closed", late="partly")
    text = said(html)
    late = f"{SAYS.phone.late} {SAYS.phone.late_chosen} Some decisions, or some people"
    assert text.startswith(late)
    named = 'data-problem="closed" role="group" aria-labelledby="too-late" tabindex="-1">'
    assert f'<div class="notice late" data-late-of="1" {named}' in html


def test_a_screen_s_id_tells_when_a_page_changes_and_nothing_of_who_sent():
    ids = {name: stage.screen_of(session) for name, session in STAGES.items()}
    assert ids["question"] == ids["sent"]
    assert ids["gather"] == ids["too-few"]
    different = {name: ids[name] for name in ids if name not in ("sent", "too-few")}
    assert len(set(different.values())) == len(different)


def test_what_hosts_typed_is_shown_as_they_typed_it():
    session = a_session.proposed(text="<script>alert(1)</script> & more")
    for html in (phone(session), room(session), host(session)):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html


def test_hosts_do_say_and_ask_what_suits_the_moment():
    text = said(host(STAGES["shown"]))
    asked = [COURSE.words.session.ask_next.differ, "Who has the last word on money?"]
    for words in (*SAYS.host.reveal_do, *asked):
        assert words in text
    for words in SAYS.host.reveal_say:
        assert f"‘{words}’" in text


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("gather", {"begin", "cards", "earlier", "forget"}),
        ("ready", {"ask", "propose", "finish", "cards", "earlier", "forget"}),
        ("too-few", {"begin", "cards", "earlier", "forget"}),
        ("question", {"close-announce", "close-now", "earlier", "forget"}),
        ("closing", {"close-now", "earlier", "forget"}),
        ("shown", {"apart", "ask", "propose", "finish", "cards", "earlier", "forget"}),
        ("apart", {"ask-again", "ask", "propose", "finish", "cards", "earlier", "forget"}),
        ("shown-twice", {"ask", "propose", "finish", "cards", "earlier", "forget"}),
        ("action", {"settle", "withdraw", "earlier", "forget"}),
        ("finished", {"forget"}),
    ],
)
def test_hosts_are_offered_what_can_be_done_now_and_nothing_else(name, acts):
    assert set(re.findall(r'name="act" value="([\w-]+)"', host(STAGES[name]))) == acts


@pytest.mark.parametrize(
    ("reach", "words"), [("", SAYS.host.no_reach), ("http", SAYS.host.unencrypted), ("https", "")]
)
def test_hosts_read_plainly_whether_phones_can_come(reach, words):
    plans = [each for each in COURSE.sessions if not each.invented]
    text = said(drawing.draw_hosts(HERE, [], plans, reach))
    warned = [each for each in (SAYS.host.no_reach, SAYS.host.unencrypted) if each in text]
    assert warned == ([words] if words else [])


def test_a_page_for_hosts_alone_leads_to_a_session_with_cards():
    html = drawing.draw_not_host(HERE)
    assert said(html) == " ".join([SAYS.host.for_hosts, SAYS.host.for_hosts_why, SAYS.host.run])
    assert 'href="coach/run"' in html


def problems():
    """Yield the id of every reason for which something can't be done now."""
    for file in [*(PACKAGE / "group").rglob("*.py"), *(PACKAGE / "app").rglob("*.py")]:
        yield from re.findall(r'NotNow\("([\w-]+)"\)', file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("reason", sorted({*problems()}))
def test_every_reason_why_not_has_words_on_each_page(reason):
    words = getattr(SAYS.problems, reason.replace("-", "_"))
    # On a phone that is no fault of its owner's.
    on_phone = SAYS.phone.late if reason == "closed" else words
    drawn = [phone(STAGES["ready"], problem=reason), host(STAGES["ready"], problem=reason)]
    for html, told in zip(drawn, (on_phone, words), strict=True):
        assert told in said(html)
        assert f"<title>{COURSE.words.problem}: " in html


def test_every_word_of_a_session_with_phones_stands_on_some_page():
    sources = [*(PACKAGE / "group").rglob("*.html"), *(PACKAGE / "group").rglob("*.py")]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    # Looked up by what they are about.
    by_name = {"words", "within", "sentences", "seats", "cards", "problems"}
    names = {name for name in names_in(SAYS, by_name)}
    assert {name for name in names if not re.search(rf"\b{name}\b", text)} == {
        *("finish_who", "finish_how", "finish_by")
    }


def names_in(words, left_out):
    for name in type(words).model_fields:
        value = getattr(words, name)
        if hasattr(type(value), "model_fields"):
            yield from names_in(value, left_out) if name not in left_out else ()
        else:
            yield name


def test_a_join_page_with_its_style_is_small_and_so_is_its_script():
    assets = group_assets()
    sizes = {
        name: len(gzip.compress(body, 9))
        for name, body in {
            "style": assets["room.css"].body,
            "notice": drawing.draw_notice(HERE, STAGES["gather"], "receipt").encode(),
            "question": phone(STAGES["question"]).encode(),
            "script": assets["room.js"].body,
        }.items()
    }
    # It holds its style.
    assert sizes["notice"] <= 15_000
    assert sizes["style"] + sizes["question"] <= 15_000
    assert sizes["script"] <= 8_000
