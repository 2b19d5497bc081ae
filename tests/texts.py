"""What a learner reads of the course, as text: its words counted, its minutes reckoned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import mistune
import nbformat
from pydantic import BaseModel

from widgets.course.lessons import PLAN, READINESS_CHECK, SHOWS
from widgets.course.loading import notebooks_folder
from widgets.course.values import NOT_BLANK

# Silent reading of non-fiction takes most adults 200 to 260 words a minute.
WORDS_A_MINUTE = 200
SECONDS_A_CHOICE = 20
SECONDS_A_TEXT = 45
# Names and numbers, which nobody can put in plainer words.
NOT_SAID = {"Contact.name", "Helpline.name", "Helpline.number"}
_markdown = mistune.create_markdown(renderer="ast", plugins=["table"])


@dataclass
class Reading:
    """Sentences to read, and how often one chooses or writes."""

    texts: list[str] = field(default_factory=list)
    choices: int = 0
    written: int = 0

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.texts)

    @property
    def minutes(self) -> float:
        doing = self.choices * SECONDS_A_CHOICE + self.written * SECONDS_A_TEXT
        return self.words / WORDS_A_MINUTE + doing / 60


def read_notebook(course, course_file, notebook, *, tagged=None) -> Reading:
    """Return what is read on the way through a notebook, or through its cells with one tag."""
    reading = Reading()
    cells = nbformat.read(notebooks_folder(course_file) / notebook, as_version=4).cells
    for cell in cells:
        if cell.source.startswith("## Sources") or (
            tagged and tagged not in cell.metadata.get("tags", [])
        ):
            continue
        if cell.cell_type == "markdown":
            reading.texts += prose(cell.source)
        for form in re.findall(
            r'(?:Quiz|Scenario)\("([\w-]+)"\)|(ReadinessCheck|Plan)\(\)', cell.source
        ):
            add_form(reading, course, form[0] or SHOWS[form[1]])
        if "Care()" in cell.source:
            reading.texts += [course.care.pause, course.care.leave, course.care.danger]
    return reading


def add_form(reading, course, form_id):
    """Add one way through a form: each option read, and what one answer brings."""
    if form_id == READINESS_CHECK:
        add_check(reading, course)
    elif form_id == PLAN:
        add_plan(reading, course)
    elif form_id in {scenario.id for scenario in course.scenarios}:
        add_scenario(reading, course.scenario(form_id))
    else:
        for asked in course.quiz(form_id).questions:
            add_question(reading, asked)


def add_question(reading, asked):
    reading.texts += [asked.in_full, asked.hint or "", *(option.text for option in asked.options)]
    if asked.options:
        reading.choices += 1
        reading.texts.append(max((option.feedback for option in asked.options), key=len))
    else:
        reading.written += 1


def add_scenario(reading, scenario):
    reading.texts += [scenario.content_note or "", scenario.opening]
    path = max(paths(scenario), key=lambda path: len(" ".join(path_texts(path))))
    reading.texts += path_texts(path)
    reading.choices += len(path)


def add_check(reading, course):
    """Add the three questions, and a result of middling length.

    All that one may look at more closely can be left out.
    """
    check = course.readiness_check
    for asked in check.questions:
        reading.texts += [asked.text, asked.hint or "", *(answer.text for answer in asked.answers)]
        reading.choices += 1
    reading.texts += middling([[said.title, said.text] for said in check.verdicts])
    reading.texts += [check.beyond, *middling([[step.yours, step.ask] for step in check.steps])]


def middling(groups) -> list[str]:
    """Return the group of texts that is neither among the longest nor among the shortest."""
    return sorted(groups, key=lambda texts: len(" ".join(texts)))[len(groups) // 2]


def add_plan(reading, course):
    """Add one commitment, with what it needs and nothing more."""
    reading.texts.append(course.plan.introduction)
    for asked in course.plan.questions:
        if not asked.optional:
            add_question(reading, asked)


def paths(scenario, decision=None) -> Iterator[list]:
    """Yield each way through a scenario as (decision, option) pairs."""
    decisions = {decision.id: decision for decision in scenario.decisions}
    decision = decision or scenario.decisions[0]
    for option in decision.options:
        if option.then is None:
            yield [(decision, option)]
        else:
            for rest in paths(scenario, decisions[option.then]):
                yield [(decision, option), *rest]


def path_texts(path) -> list[str]:
    texts = []
    for decision, option in path:
        texts += [decision.role, decision.in_full, *(offered.text for offered in decision.options)]
        parts = (
            option.consequence,
            option.mechanism,
            option.principle,
            option.phrase,
            option.way_back,
        )
        texts += [part for part in parts if part]
    return texts


def every_text_of(part) -> Iterator[str]:
    """Yield what a part of course.yml says, without its ids and addresses."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for item in part:
            yield from every_text_of(item)
    elif isinstance(part, dict):
        yield from every_text_of(list(part.values()))
    elif isinstance(part, BaseModel):
        for name in texts_in(type(part)):
            if f"{type(part).__name__}.{name}" not in NOT_SAID:
                yield from every_text_of(getattr(part, name))


@cache
def texts_in(model) -> list[str]:
    """Return the keys of a part that hold text or parts, and no ids, addresses or numbers."""
    schema = model.model_json_schema()["properties"]
    return [name for name in schema if {NOT_BLANK, "$ref"} & set(_steps(schema[name]))]


def _steps(schema):
    """Yield the keys and texts of a JSON Schema, however deep."""
    if isinstance(schema, dict):
        yield from schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from _steps(each)
    else:
        yield schema


def prose_of(course_file, notebook) -> list[str]:
    """Return the paragraphs of a notebook, without its list of sources."""
    cells = nbformat.read(notebooks_folder(course_file) / notebook, as_version=4).cells
    return [text for cell in cells if cell.cell_type == "markdown" for text in prose(cell.source)]


def prose(markdown) -> list[str]:
    """Return the paragraphs, list items and table cells of Markdown as plain text."""
    return [text for token in _markdown(markdown) for text in _blocks(token)]


def _blocks(token):
    if token["type"] in ("paragraph", "block_text", "table_cell"):
        yield inline_text(token)
    elif token["type"] not in ("heading", "block_html"):
        for child in token.get("children", []):
            yield from _blocks(child)


def inline_text(token) -> str:
    """Return what a Markdown token says, without links, pictures and marks."""
    if token["type"] in ("inline_html", "image"):
        return ""
    if token["type"] in ("softbreak", "linebreak"):
        return " "
    return token.get("raw", "") + "".join(map(inline_text, token.get("children", [])))
