"""What an unquoted text of YAML 1.2 stands for: true, false, nothing, a number, or itself."""

import re

TAG = "tag:yaml.org,2002:"
RESOLVED_TAGS = {TAG + name for name in ("int", "float", "bool", "null")}
TEXT_TAGS = {TAG + name for name in ("str", "timestamp", "merge", "value")} | {"!"}
PLAIN_TAGS = {None, TAG + "map", TAG + "seq", *RESOLVED_TAGS, *TEXT_TAGS}
LONGEST_NUMBER = 20
WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
FIRST_OF_NUMBERS = frozenset("+-.0123456789")
INTEGER = re.compile(r"[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9_]+)")
FLOAT = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)"
    r"|\.[0-9_]+(?:[eE][-+][0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
BASES = {"0b": 2, "0o": 8, "0x": 16}


def plain_value(text: str) -> object:
    """Return what an unquoted text stands for; a number too long to be meant stays text."""
    if text[:1] not in FIRST_OF_NUMBERS:
        return WORDS.get(text, text)
    if len(text) > LONGEST_NUMBER:
        return text
    digits = text.replace("_", "").lower()
    try:
        if INTEGER.fullmatch(text):
            return _integer(digits)
        if FLOAT.fullmatch(text):
            return float(digits.replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:  # Nothing but a sign or underscores.
        pass
    return text


def _integer(digits):
    base = BASES.get(digits.lstrip("+-")[:2])
    return int(digits, base) if base else int(digits)
