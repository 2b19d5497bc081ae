"""What a session leaves: a page, a Word document and a file that a later session opens."""

import io

import a_session
from docx import Document
from read_pages import said

from widgets.course.loading import load_course
from widgets.group import drawing
from widgets.group.report import Report

COURSE = load_course()
SAYS = COURSE.words.group
HERE = drawing.Here(COURSE)
DAY = "2026-11-30"


def lines(session):
    document = Document(io.BytesIO(drawing.report_word(HERE, session, DAY)))
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_the_file_holds_what_was_shown_and_agreed_and_nothing_else():
    report = drawing.report_file(a_session.finished(), DAY)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert report.model_dump(mode="json") == {
        "format": "co-production-session",
        "version": 1,
        "day": "2026-11-30",
        "shown": [
            {
                "question": "equal-decisions",
                "words": {"lived_experience": "fewer", "carers": "fewer", "staff": "more"},
                "joint": {"lived_experience": "fewer", "carers": "fewer", "staff": "half"},
            },
            *(
                {"question": question, "words": words, "joint": None}
                for question, words in (
                    ("all-stages", dict.fromkeys(a_session.GROUPS, "fewer")),
                    (
                        "jointly-responsible",
                        {"lived_experience": "unknown", "carers": "more", "staff": "more"},
                    ),
                    ("power", dict.fromkeys(a_session.GROUPS, "more")),
                )
            ),
        ],
        "agreed": [
            {"text": a_session.ACTION, "said_yes": True},
            {"text": "Pay carers from January.", "said_yes": False},
        ],
        "telling": ["A host and a carer", "By text", "18 December"],
    }


def test_a_session_by_cards_leaves_a_report_too():
    session = a_session.begun(heads_agree=False)
    assert SAYS.report.nothing in said(drawing.draw_report(HERE, session, DAY))
    assert ("Normal", SAYS.report.nothing) in lines(session)
    assert drawing.report_file(session, DAY).shown == ()


def test_the_word_document_has_headings_questions_and_words_by_group():
    told = lines(a_session.finished())
    assert told[:10] == [
        ("Heading 1", "What we did today"),
        ("Normal", "A session on 30 November 2026"),
        ("Heading 1", "Where we agree something is missing"),
        ("Heading 2", COURSE.readiness_check.questions[0].text),
        ("Normal", "How many of those who answered in each group chose ‘At all stages’"),
        ("List Bullet", "Lived experience: fewer than half"),
        ("List Bullet", "Carers: fewer than half"),
        ("List Bullet", "Staff: fewer than half"),
        (
            "Normal",
            "Of those with lived experience who answered, fewer than half chose ‘At all stages’. Of"
            " the carers who answered, fewer than half chose ‘At all stages’. Of the staff who"
            " answered, fewer than half chose ‘At all stages’.",
        ),
        ("Normal", "This is not yet in place for most of each group."),
    ]
    assert told[-9:] == [
        ("Heading 1", "What everyone who was asked said yes to"),
        ("List Bullet", a_session.ACTION),
        ("Heading 1", "Not yet everyone"),
        ("List Bullet", "Pay carers from January."),
        ("Heading 1", "Who tells us what came of it, also if it is a no"),
        ("List Bullet", "A host and a carer"),
        ("List Bullet", "By text"),
        ("Heading 1", "By when"),
        ("Normal", "18 December"),
    ]


def test_the_word_document_tells_of_the_second_time_and_how_the_steps_changed():
    told = [text for _, text in lines(a_session.shown_twice())]
    at = told.index("At first")
    assert told[at : at + 12] == [
        "At first",
        *("Lived experience: fewer than half", "Carers: fewer than half", "Staff: more than half"),
        "After talking apart",
        *("Lived experience: fewer than half", "Carers: fewer than half", "Staff: about half"),
        "Of those with lived experience who answered, fewer than half chose ‘An equal role’. Of the"
        " carers who answered, fewer than half chose ‘An equal role’. Of the staff who answered,"
        " about half chose ‘An equal role’.",
        "At first two steps apart, then one step apart.",
        "This is not yet in place for most of each group.",
        SAYS.shown.not_one_voice,
    ]
    assert told[at + 12] == SAYS.shown.steps


def test_what_moved_since_an_earlier_session_is_told_by_group_with_the_gap():
    text = said(drawing.draw_report(HERE, a_session.meeting_again(), DAY))
    moved = text[text.index(SAYS.shown.since) : text.index(SAYS.shown.said_yes_to)]
    names = {each.id: each.text for each in COURSE.readiness_check.asked}
    assert moved.strip() == " ".join(
        [
            "What moved since we last met",
            names["equal-decisions"],
            "Lived experience: about half, now fewer than half",
            "Carers: about half, now fewer than half",
            "Staff: about half, now about half",
            "The gap is wider than last time.",
            names["power"],
            "Lived experience: fewer than half, now more than half",
            "Staff: more than half, now more than half",
            "The gap is smaller than last time.",
            SAYS.shown.not_compared,
        ]
    )


def test_the_word_document_tells_what_moved_too():
    told = lines(a_session.meeting_again())
    assert ("Heading 1", "What moved since we last met") in told
    assert ("List Bullet", "Staff: about half, now about half") in told
    assert ("Normal", "The gap is wider than last time.") in told


def test_signs_that_mean_something_to_word_do_not_spoil_the_document():
    session = a_session.proposed(a_session.shown(), "Ring the bell & <stop>")
    settled = a_session.sessions.close(session)
    assert ("List Bullet", "Ring the bell & <stop>") in lines(settled)
