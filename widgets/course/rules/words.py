"""Words on buttons and in messages: what is filled in stands in braces."""

import re
from collections.abc import Iterator

from ..faults import Finding
from ..plain import mappings

PLACEHOLDERS = {
    "embed.whole": {"title"},
    "embed.quiz": {"title"},
    "embed.quiz_in_words": {"title"},
    "embed.shown": {"title", "place"},
    "lesson": {"number", "total"},
    "minutes": {"minutes"},
    "progress": {"done", "total"},
    "choose_one": {"question"},
    "choose_any": {"question"},
    "choose_day": {"question"},
    "write_something": {"question"},
    "you_are": {"role"},
    "go_on_to": {"number"},
    "checked": {"date"},
    "responsible.named": {"name"},
    "change.before": {"title"},
    "change.after": {"title"},
    "plan.commitment": {"number"},
    "plan.ask": {"step"},
    "moved.from_to": {"name", "before", "now"},
    "certificate.opening": {"name"},
    "template.entry": {"name", "number"},
    "compare.view": {"number"},
    "compare.own": {"number"},
    **{f"compare.talk_first.{kind}": {"name"} for kind in ("apart", "missing", "near", "unknown")},
    "compare.facts.of_partner": {"partner", "fact"},
    "session.place": {"number", "last"},
    "session.about": {"minutes"},
    "session.lead": {"step"},
    "session.clock": {"spent", "whole"},
    "session.cards.choice": {"letter"},
    "session.groups.table": {"number"},
    "group.phone.closes_in": {"minutes"},
    "group.shown.gap_moved": {"before", "now"},
    "group.shown.caption": {"answer"},
    **{f"group.shown.sentences.{word}": {"group", "answer"} for word in ("fewer", "half", "more")},
    "group.shown.sentences.unknown": {"group"},
    "group.host.too_few": {"group", "number"},
    "group.host.open": {"code"},
    "group.host.code": {"code"},
    "group.host.made": {"day"},
    "group.host.earlier_there": {"day"},
    "group.report.day": {"day"},
    "group.report.moved": {"before", "now"},
    "gift.if_left_out": {"option"},
    "compare.paper.of_two": {"row", "column"},
    "compare.paper.example": {"row", "column", "letter"},
}


def check_words(data: object) -> Iterator[Finding]:
    """Yield every text with other braces than those that are filled in."""
    for path, words in mappings(data, "words"):
        yield from _texts_with_braces(words, path)


def _texts_with_braces(words, path, group=""):
    for name, text in words.items():
        if isinstance(text, str):
            wanted = PLACEHOLDERS.get(f"{group}{name}", set())
            yield from _placeholders(text, wanted, (*path, name))
        elif isinstance(text, dict):
            yield from _texts_with_braces(text, (*path, name), f"{group}{name}.")


def _placeholders(text, wanted, place):
    found = set(re.findall(r"{(\w*)}", text))
    lone = re.search(r"[{}]", re.sub(r"{\w*}", "", text))
    if found != wanted or lone:
        expected = _braces(wanted) or "no words in braces"
        cure = "braces mark what is filled in: keep exactly those"
        shown = "a brace without its partner" if lone else _braces(found) or "none"
        yield Finding(place, expected, shown, cure)


def _braces(names):
    return " and ".join(f"{{{name}}}" for name in sorted(names))
