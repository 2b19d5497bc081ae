"""What one's answers to two stories come to: a sentence, compiled for every count of answers."""

# Of five answers, so many more or fewer have to be what the course argues for. Where every answer
# is a toss of a coin, up to six in a hundred are then told of a change towards it by chance.
CLEAR = 3
NOTHING, ONLY_BEFORE, ONLY_AFTER = "nothing", "only-before", "only-after"
TOWARDS, AWAY, UNCLEAR = "towards", "away", "unclear"
# A story that is not answered, or not to its end.
MISSING = None


def change(before: int | None, after: int | None) -> str:
    """Return the id of what to say, by how many answers were what the course argues for."""
    if before is MISSING or after is MISSING:
        return NOTHING if before is after else ONLY_AFTER if before is MISSING else ONLY_BEFORE
    if abs(after - before) < CLEAR:
        return UNCLEAR
    return TOWARDS if after > before else AWAY


def compile_change(questions: int) -> dict[str, str]:
    """Return what to say for every two counts, by both with a space between."""
    counts = [MISSING, *range(questions + 1)]
    return {f"{_key(b)} {_key(a)}": change(b, a) for b in counts for a in counts}


def _key(count):
    return "" if count is MISSING else str(count)
