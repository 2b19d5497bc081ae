"""What a lesson says one can do by its end, one does: in a question, a story or a page to fill in.

Whoever writes an objective says here by which forms it is practised: those of its lesson, or those
of a page beside the lessons, such as a template or a set for recall.
"""

import pytest

from widgets.course.loading import load_course

COURSE = load_course()
PRACTISED = {
    "welcome": {
        "make a first choice, and see what follows from it": ["friday-deadline"],
        "name a piece of work to keep in mind as you go": ["your-work"],
    },
    "what-it-is": {
        "describe co-production in your own words": ["meaning-practice", "your-partners"],
        "tell equal weight from an equal number of votes, and design from delivery": [
            "now-staff-deliver",
            "meaning-practice",
        ],
        "give honest reasons to try it, and reasons to leave it alone": ["your-partners"],
    },
    "is-it-co-production": {
        "ask three questions of your own piece of work": ["first-go"],
        "explain what three full yeses mean, and what a no does not mean": ["recall-3"],
        "choose an honest name for the way people are involved": ["naming-practice"],
    },
    "power-and-support": {
        "spot the small places where power sits, and share one of them": [
            "power-and-support-practice",
            "your-lever",
            "who-decides-what",
        ],
        "agree roles, and a way to disagree, before they are needed": [
            "who-decides-what",
            "group-agreement",
        ],
        "plan support, pay and expenses with care": ["power-and-support-practice", "offer-of-pay"],
    },
    "four-principles": {
        "name SCIE’s four principles": ["recall-2"],
        "explain why equality needs a shift in power": ["usual-three", "principles-practice"],
        "turn each principle into something to try": ["principles-practice", "your-missing-voices"],
    },
    "five-standards": {
        "name the five standards of 4Pi": ["standards-practice", "recall-3"],
        "write a one-page plan with a heading for each": ["four-pi"],
        "choose the standard that needs attention first in your own work": ["your-standard"],
    },
    "check-your-project": {
        "use the readiness check with people in other roles": ["readiness-check"],
        "look for something that shows how you know": ["your-evidence"],
        "say what a result means, and what it does not mean": ["checking-practice"],
    },
    "keep-going": {
        "find help, inside Mind or outside it": ["next-step-practice"],
        "ask good questions before you say yes to taking part": ["next-step-practice"],
        "commit to one small step, and choose when to come back": ["plan"],
    },
}
# Told, and asked nowhere yet: such an objective is to be practised, or taken out.
ONLY_TOLD = {"say what the course is for, and who it is for"}
BESIDE = {form for page in COURSE.pages for form in page.forms}


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_each_objective_has_a_question_a_story_or_something_to_fill_in(module):
    practised = PRACTISED.get(module.id, {})
    asked = [objective for objective in module.objectives if objective not in ONLY_TOLD]
    assert [*practised] == asked, "say in PRACTISED which form practises each"
    for objective, forms in practised.items():
        assert forms, objective
        assert {*forms} <= {*module.forms} | BESIDE, objective
