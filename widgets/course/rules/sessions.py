"""What a session must keep to: steps that are there, each about what its kind needs."""

from collections.abc import Iterator

from ..faults import Finding, one_of
from ..plain import as_list, id_of, ids, mappings
from ..session import CHOICES, OF_NOTHING, OF_QUESTION, OF_STORY


def check_sessions(data: object) -> Iterator[Finding]:
    """Yield every step that is not there, and every one about something else than it needs."""
    steps = [step for _, step in mappings(data, "session_steps") if id_of(step)]
    kinds = {id_of(step): _text(step.get("kind")) for step in steps}
    known = {
        **dict.fromkeys(OF_QUESTION, ("a question", ids(data, "readiness_check", "questions"))),
        **dict.fromkeys(OF_STORY, ("a scenario", ids(data, "scenarios"))),
    }
    stories = {id_of(story): story for _, story in mappings(data, "scenarios")}
    for path, planned in mappings(data, "sessions", "steps"):
        name, about = _text(planned.get("step")), _text(planned.get("about"))
        if name and name not in kinds:
            yield Finding((*path, "step"), "the id of a step", f"'{name}'", one_of(kinds))
        elif name:
            yield from _about(path, kinds[name], about, known)
            if kinds[name] == "story-cards":
                yield from _choices(path, stories.get(about))


def _choices(path, story):
    first = next(iter(as_list((story or {}).get("decisions"))), None)
    count = len(as_list(first.get("options"))) if isinstance(first, dict) else 0
    if count > len(CHOICES):
        cure = "take a story whose first decision has fewer"
        expected = f"a story with cards for its choices, which are {', '.join(CHOICES)}"
        yield Finding((*path, "about"), expected, f"{count} choices", cure)


def _about(path, kind, about, known):
    place = (*path, "about")
    if kind in OF_NOTHING and about is not None:
        cure = "take this key out"
        yield Finding(place, f"nothing for a step of kind '{kind}'", f"'{about}'", cure)
    elif kind in known:
        what, there = known[kind]
        if about not in there:
            found = f"'{about}'" if about else "nothing"
            yield Finding(place, f"the id of {what}", found, one_of(there))


def _text(value):
    return value if isinstance(value, str) else None
