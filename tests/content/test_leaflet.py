"""Mind's leaflet `Co-production at Mind`: where the course teaches and asks each thing it says."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from texts import every_text_of, prose_of

from widgets.course.lessons import READINESS_CHECK
from widgets.course.loading import load_course

COURSE = load_course()
LEAFLET = Path(__file__).parents[3] / "shared" / "leaflet.txt"
RUN = 8
# Names, titles and the one term that has no shorter form.
NAMES = [
    "people with lived experience of mental health problems",
    "4Pi National Involvement Standards",
    "Co-production Network for Wales",
    "Principles, Purpose, Presence, Process and Impact",
    "Influence and Participation Toolkit",
    "National Survivor User Network",
    "Social Care Institute for Excellence",
]


@dataclass(frozen=True)
class Said:
    """A thing the leaflet says, the lesson with the words that carry it, and what asks for it."""

    statement: str
    module: str
    phrases: list[str]
    asked: list[str]


TABLE = [
    Said(
        "People who use services, carers and professionals are partners",
        "what-it-is",
        ["There are three partners"],
        ["meaning-practice/who-to-invite"],
    ),
    Said(
        "The partnership is more equal",
        "what-it-is",
        ["a way of working as equals"],
        ["meaning-practice/one-vote-each"],
    ),
    Said(
        "It covers activities, projects or services",
        "what-it-is",
        ["an activity, a project or a whole service"],
        ["meaning-practice/who-to-invite"],
    ),
    Said(
        "It covers designing and delivering",
        "what-it-is",
        ["the partners share the delivery too"],
        ["now-staff-deliver"],
    ),
    Said(
        "The relationship is genuinely equal and reciprocal",
        "what-it-is",
        ["each partner gives, and each gets"],
        ["your-partners/who-brings-what"],
    ),
    Said(
        "Both parties’ contribution is valuable",
        "what-it-is",
        ["What each of them brings is valuable"],
        ["your-partners/who-brings-what"],
    ),
    Said(
        "Mind works in England and Wales",
        "welcome",
        ["works in England and Wales"],
        ["your-work/work-name"],
    ),
    Said(
        "Mind works hard to understand needs and experiences; this drives everything it does",
        "what-it-is",
        ["need and live through", "That drives all that it does"],
        ["meaning-practice/who-to-invite"],
    ),
    Said(
        "People with lived experience must be at the centre of everything",
        "what-it-is",
        ["must be at the heart of"],
        ["meaning-practice/who-to-invite"],
    ),
    Said(
        "Co-production challenges the notion that people cannot take part on an equal level",
        "what-it-is",
        ["can challenge an old idea", "on a level with professionals"],
        ["meaning-practice/one-vote-each"],
    ),
    Said(
        "It can be an extremely effective way to influence change",
        "what-it-is",
        ["a strong influence on change"],
        ["meaning-practice/one-vote-each"],
    ),
    Said(
        "Input is given equal weight to input from staff",
        "what-it-is",
        ["to input from staff"],
        ["meaning-practice/one-vote-each"],
    ),
    Said(
        "Equal weight helps to design and deliver services or a project together",
        "what-it-is",
        ["they design the work together"],
        ["now-staff-deliver"],
    ),
    Said(
        "Question 1: all stages",
        "is-it-co-production",
        ["work with staff at all stages"],
        ["venue-chosen", "first-go/all-stages"],
    ),
    Said(
        "Question 2: an equal role in making decisions",
        "is-it-co-production",
        ["When decisions are made, will their role"],
        ["meaning-practice/one-vote-each", "first-go/equal-decisions"],
    ),
    Said(
        "Question 3: jointly responsible for designing and delivering",
        "is-it-co-production",
        ["jointly responsible, both for designing"],
        ["naming-practice/two-of-the-tasks", "first-go/jointly-responsible"],
    ),
    Said(
        "Three yeses: likely to suit a co-production approach",
        "is-it-co-production",
        ["the work can be developed with co-production"],
        ["naming-practice/honest-invitation", "readiness-check"],
    ),
    Said(
        "Challenge 1: is the balance of power in decisions truly equal?",
        "power-and-support",
        ["really equal, and not only"],
        ["power-and-support-practice/who-passes-it-on", "your-lever/lever-to-share"],
    ),
    Said(
        "Challenge 2: mutually agreed responsibilities and expectations",
        "power-and-support",
        ["Has everyone agreed their responsibilities"],
        ["power-and-support-practice/opening-night"],
    ),
    Said(
        "Challenge 3: support to take part in the development and the delivery",
        "power-and-support",
        ["both in the planning and in"],
        ["power-and-support-practice/opening-night"],
    ),
    Said(
        "And how will you do this?",
        "power-and-support",
        ["And how will you do it?"],
        [
            "power-and-support-practice/opening-night",
            "power-and-support-practice/thank-you-vouchers",
        ],
    ),
    Said(
        "More information is in Mind’s toolkit",
        "power-and-support",
        ["names three things to think about"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Mind has signed up to 4Pi; it is a framework for meaningful involvement",
        "five-standards",
        ["Mind has signed up to it", "a framework for meaningful involvement"],
        ["standards-practice/after-the-launch"],
    ),
    Said(
        "A partnership of organisations and people with lived experience developed it",
        "five-standards",
        ["made in partnership by organisations"],
        ["standards-practice/reasons-differ"],
    ),
    Said(
        "NSUN hosts and leads it",
        "five-standards",
        ["or NSUN, hosts and leads"],
        ["standards-practice/after-the-launch"],
    ),
    Said(
        "Principles, Purpose, Presence, Process, Impact",
        "five-standards",
        ["Principles, Purpose, Presence, Process and Impact"],
        ["standards-practice/reasons-differ", "your-standard/needs-attention-first"],
    ),
    Said(
        "The standards make co-production effective, and experiences of services better",
        "five-standards",
        ["make co-production effective", "experience of services and support better"],
        ["standards-practice/after-the-launch"],
    ),
    Said(
        "SCIE has four principles to consider when co-producing",
        "four-principles",
        ["equality, diversity, accessibility and"],
        ["principles-practice/more-equal-meeting"],
    ),
    Said(
        "Equality: no one is more important; everyone has skills, abilities and time",
        "four-principles",
        ["No person or group matters more", "skills, abilities and time"],
        ["principles-practice/more-equal-meeting"],
    ),
    Said(
        "Diversity: as inclusive and diverse as possible; efforts to include seldom heard groups",
        "four-principles",
        ["as wide a mix of people", "unless you make a special effort"],
        ["usual-three", "your-missing-voices/who-is-missing"],
    ),
    Said(
        "Accessibility: an equal opportunity to take part fully, in the way that suits people best",
        "four-principles",
        ["same chance to take a full part", "in the way that suits them"],
        ["principles-practice/meeting-for-three"],
    ),
    Said(
        "Reciprocity: people get something back for putting something in",
        "four-principles",
        ["those who put something in"],
        ["now-staff-deliver", "your-partners/who-brings-what"],
    ),
    Said(
        "Formal ways, such as time banks; or more equal relationships",
        "four-principles",
        ["There are formal ways to do it", "you give an hour of help", "a more equal relationship"],
        ["now-staff-deliver", "your-partners/who-brings-what"],
    ),
    Said(
        "The Network is inclusive, led by its members, who help each other to do better",
        "keep-going",
        ["is inclusive, and led by its members", "Members support each other"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Events, resources, evidence, mentoring and training",
        "keep-going",
        ["training, mentoring, events, evidence and other resources"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "They contribute to the laws that make Wales a more enabling state",
        "keep-going",
        ["contribute to laws, too", "a more enabling state"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Members: citizens, volunteers, people who use services, carers",
        "keep-going",
        ["citizens, volunteers, carers and people"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Members: professionals, researchers, academics",
        "keep-going",
        ["professionals, researchers and academics"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Members: community leaders, frontline workers, managers, directors",
        "keep-going",
        ["community leaders, frontline workers, managers and directors"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Members: civil servants, policy makers, government people",
        "keep-going",
        ["policy makers and people in government"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "The Network’s names and its motto",
        "keep-going",
        ["All in this together"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Write to the lived experience team for help with co-production and other work",
        "keep-going",
        ["write to the lived experience team", "with other Influence and Participation work"],
        ["next-step-practice/where-to-ask"],
    ),
    Said(
        "Find your coach, and the toolkit, on the intranet",
        "keep-going",
        ["Mind’s intranet tells you who your coach"],
        ["next-step-practice/where-to-ask"],
    ),
]


def lesson(course_file, module_id):
    return " ".join(prose_of(course_file, COURSE.module(module_id).notebook))


@pytest.mark.parametrize("said", TABLE, ids=lambda said: said.statement)
def test_each_thing_it_says_is_taught_in_a_lesson(said, course_file):
    for phrase in said.phrases:
        assert phrase in lesson(course_file, said.module)


@pytest.mark.parametrize("said", TABLE, ids=lambda said: said.statement)
def test_each_thing_it_says_is_asked_for(said):
    shown = {form for module in COURSE.modules for form in module.forms}
    questions = {f"{quiz.id}/{asked.id}" for quiz in COURSE.quizzes for asked in quiz.questions}
    known = {*questions, *(scenario.id for scenario in COURSE.scenarios), READINESS_CHECK}
    assert said.asked
    for asked in said.asked:
        assert asked in known and asked.split("/")[0] in shown, asked


def test_every_lesson_but_the_check_carries_some_of_it():
    taught = {said.module for said in TABLE}
    assert taught >= {module.id for module in COURSE.modules} - {"check-your-project"}


def test_people_outside_mind_have_somewhere_to_turn():
    open_to = {contact.audience for contact in COURSE.contacts}
    assert open_to == {"mind", "anyone"}
    addresses = {contact.id: contact.address for contact in COURSE.contacts}
    assert addresses["mind-lived-experience-team"] == "mailto:livedexp@mind.org.uk"
    for contact in COURSE.contacts:
        assert contact.audience == "mind" or "intranet" not in contact.text


def words(text):
    for name in NAMES:
        text = re.sub(re.escape(name), " | ", text, flags=re.I)
    return re.findall(r"[\w’'-]+|\|", text.lower().replace("'", "’"))


def runs(text):
    found = words(text)
    starts = range(len(found) - RUN + 1)
    return {tuple(found[start : start + RUN]) for start in starts}


def test_no_run_of_eight_words_is_the_leaflets(course_file):
    if not LEAFLET.exists():
        pytest.skip("the leaflet is not at hand")
    notebooks = [part.notebook for part in (*COURSE.modules, *COURSE.pages)]
    notebooks.append(COURSE.readiness_check.notebook)
    ours = [text for notebook in notebooks for text in prose_of(course_file, notebook)]
    theirs = {run for run in runs(LEAFLET.read_text(encoding="utf-8")) if "|" not in run}
    for text in (*ours, *every_text_of(COURSE)):
        assert not runs(text) & theirs, text


def test_a_run_of_eight_words_is_found():
    one, other = "a b c d e f g h i", "x a b c d e f g h"
    assert runs(one) & runs(other) == {tuple("abcdefgh")}
