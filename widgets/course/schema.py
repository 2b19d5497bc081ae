"""The JSON Schemas by which editors know what each file of a course may hold."""

import json

from pydantic import TypeAdapter

from .model import Beside, Entry, OwnCheck
from .plan import Plan
from .readiness import ReadinessCheck
from .references import Care, Term
from .words import Words

KINDS = {
    "course": Entry,
    "lesson": Beside,
    "readiness-check": ReadinessCheck,
    "plan": Plan,
    "about": OwnCheck,
    "care": Care,
    "glossary": list[Term],
    "words": Words,
}


def json_schemas() -> dict[str, str]:
    """Return the JSON Schema of each kind of file, by the name of the schema's own file."""
    return {f"{name}.schema.json": _schema(kind) for name, kind in KINDS.items()}


def _schema(kind):
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= TypeAdapter(kind).json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
