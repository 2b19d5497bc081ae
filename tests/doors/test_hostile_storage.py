"""Whatever a browser's storage or a progress file holds: pages work, and what is good stays."""

import json

import pytest
from visitor import Host, Phone

from widgets.course.loading import load_course

COURSE = load_course()
SAYS = COURSE.words.group
# Every component that reads what is kept stands on one of these.
PAGES = ["", "what-it-is", "readiness-check", "plan", "certificate", "before", "change"]
PAGES += ["templates/decision-log", "recall/2", "check-your-project"]
OURS = f"coproduction/{COURSE.id}/"
RECORD = {"response": "x", "fingerprint": "x", "checked": True, "done": True, "at": 1}
# What throws where it is taken for text or a number.
NO_TEXT = {"toString": 1, "valueOf": None}
DEEP = "[" * 50_000 + "]" * 50_000
# Where one value stands under every key at once, storage has no room for more of each.
LONGEST, LESS_DEEP = 20_000, "[" * 9_000 + "]" * 9_000
VALUES = {
    "nothing": "",
    "half of it": '{"response": ["staff"], "finger',
    "null": "null",
    "a number": "5",
    "a list": '["yes-fully"]',
    "a text": '"yes"',
    "nesting": DEEP,
    "control signs": "\0\u2028\ufeff\ud83d",
    "what is no record": json.dumps({"constructor": 1, "length": 3}),
    "another prototype": '{"__proto__": {"response": "x"}, "constructor": {"prototype": 1}}',
    "a first version": json.dumps({"answer": "x", "version": 0}),
    "a response that is no text": json.dumps(RECORD | {"response": NO_TEXT}),
    "a list of no texts": json.dumps(RECORD | {"response": [NO_TEXT, None, 5, []]}),
    "a deep response": json.dumps(RECORD | {"response": []}).replace("[]", f"[{DEEP}]"),
    "prototypes chosen": json.dumps(RECORD | {"response": ["__proto__", "constructor", ""]}),
    "prototypes answered": json.dumps(RECORD | {"response": ["__proto__=x", "result=toString"]}),
    "no texts around it": json.dumps({name: NO_TEXT for name in RECORD} | {"response": "x"}),
    "lists around it": json.dumps({name: [] for name in RECORD}),
    "depth around it": json.dumps(RECORD).replace("1", DEEP),
    "numbers of no end": json.dumps(RECORD).replace("1", "1e999"),
    "half an emoji": json.dumps(RECORD | {"response": "\ud83d"}),
    "a long text": json.dumps(RECORD | {"response": "=<b>\u202e" * 1_500}),
    "a long list": json.dumps(RECORD | {"response": ["x"] * 3_000}),
}
DAYS = ["2026-01-31", "2020-01-01", "2026-13-01", "9999-99-99", "__proto__", "", "x" * 5000]
# What the scripts ask for, as they ask for it, and where checks and devices are told of.
WATCH = """() => {
    const asked = globalThis.askedFor = new Set();
    const original = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) { asked.add(key); return original.call(this, key); };
    globalThis.put = original.put = (storage, entries) => {
        for (const [key, value] of Object.entries(entries)) storage.setItem(key, value);
    };
}"""
FILL = """([values, more]) => {
    const keys = [...askedFor, ...more].filter(key => key.startsWith("coproduction/"));
    const told = () => document.dispatchEvent(
        new CustomEvent("coproduction/", {detail: {key: null, from: null}}));
    for (const value of values) {
        for (const storage of [sessionStorage, localStorage]) {
            for (const key of keys) storage.setItem(key, value);
            for (const answer of [value.slice(0, 99), "yes"])
                storage.setItem("coproduction/own-device", answer);
            told();
        }
        sessionStorage.clear();
        told();
        localStorage.clear();
    }
    return keys.length;
}"""
MIX = """([values, more]) => {
    const keys = [...askedFor, ...more].filter(key => key.startsWith("coproduction/"));
    for (const [index, key] of keys.entries()) {
        sessionStorage.setItem(key, values[index % values.length]);
        localStorage.setItem(key, values[(index * 7 + 3) % values.length]);
    }
    localStorage.setItem("coproduction/own-device", "yes");
    sessionStorage.removeItem("coproduction/own-device");
}"""


@pytest.fixture
def watched(page):
    """Return a page with the faults that its console told of, and every key that it asked for."""
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on(
        "console",
        lambda said: said.type == "error" and page.faults.append(f"{said.text} {said.location}"),
    )
    page.add_init_script(f"({WATCH})()")
    return page


@pytest.mark.parametrize("address", PAGES)
def test_whatever_is_stored_a_page_is_awake_and_tells_of_no_fault(watched, served, address):
    watched.goto(served.url(address))
    more = [f"{OURS}{form}-history/{day}" for form in ("readiness-check", "x") for day in DAYS]
    more += ["coproduction/", OURS, f"{OURS}x", "coproduction/forget"]
    values = [value.replace(DEEP, LESS_DEEP) for value in VALUES.values()]
    assert max(map(len, values)) <= LONGEST
    assert watched.evaluate(FILL, [values, more]) > len(more)
    asleep = watched.locator("[data-form]:not([data-awake])")
    for turn in range(2):
        watched.evaluate(MIX, [values[turn:] + values[:turn], more])
        watched.reload()
        assert asleep.count() == 0
    assert watched.faults == []


GOOD = json.dumps(
    {"response": ["consultation"], "fingerprint": "x", "checked": False, "done": True, "at": 5}
)
GOOD_TEXT = json.dumps({"response": "Kept", "fingerprint": "x", "done": True, "at": 5})
DAMAGED = ["nothing", "half of it", "null", "a list", "what is no record", "nesting"]
DAMAGED += ["a response that is no text", "a list of no texts", "a deep response"]
KEYS = {"one-of-each/name-of-it": GOOD, "one-of-each/work-name": GOOD_TEXT}


def shown(page):
    chosen = page.locator("[data-question=name-of-it] input:checked")
    written = page.get_by_role("textbox", name="What will you call it?")
    return [*chosen.evaluate_all("all => all.map(({value}) => value)"), written.input_value()]


def test_what_is_damaged_in_a_tab_hides_and_overwrites_nothing_good_on_the_device(
    watched, served_examples
):
    watched.goto(served_examples.url("first"))
    for name in DAMAGED:
        watched.evaluate(
            """([good, value]) => {
                for (const [place, record] of Object.entries(good)) {
                    localStorage.setItem(`coproduction/examples/${place}`, record);
                    sessionStorage.setItem(`coproduction/examples/${place}`, value);
                }
                localStorage.setItem("coproduction/own-device", "yes");
            }""",
            [KEYS, VALUES[name]],
        )
        watched.reload()
        assert shown(watched) == ["consultation", "Kept"], name
    kept = watched.evaluate("({...localStorage})")
    assert {place: json.loads(kept[f"coproduction/examples/{place}"]) for place in KEYS} == {
        place: json.loads(record) for place, record in KEYS.items()
    }
    assert watched.faults == []


def test_what_is_said_of_a_device_in_no_words_of_ours_is_asked_again(watched, served_examples):
    watched.goto(served_examples.url("first"))
    watched.evaluate("localStorage.setItem('coproduction/own-device', 'perhaps')")
    watched.reload()
    form = watched.locator("[data-form=one-of-each]")
    form.get_by_text("Consultation", exact=True).click()
    watched.keyboard.press("Enter")
    watched.locator("[data-own-device]:visible").first.wait_for()


PROGRESS = {"kind": "coproduction-progress", "version": 1, "course": "examples"}
ANSWER = {"response": "Brought", "fingerprint": "x", "checked": True, "done": True, "at": 9}
PLACE = "one-of-each/work-name"


def progress(record, place=PLACE):
    return json.dumps(PROGRESS | {"answers": {place: record}})


FILES = {
    "half of it": progress(ANSWER)[:-20],
    "nesting": DEEP,
    "nesting in its place": progress(ANSWER).replace('"Brought"', DEEP),
    "no texts in its place": progress(ANSWER | {"response": [NO_TEXT]}),
    "no words": progress(ANSWER | {"fingerprint": NO_TEXT}),
    "a prototype's place": progress(ANSWER, "__proto__/x"),
    "a place upwards": progress(ANSWER, "../own-device"),
    "its answers a list": json.dumps(PROGRESS | {"answers": [ANSWER]}),
    "its answers a text": json.dumps(PROGRESS | {"answers": "x"}),
    "a version of no end": progress(ANSWER).replace("1", "1e999", 1),
    "two of it": progress(ANSWER) * 2,
    "signs that end a text": progress(ANSWER) + "\0",
}
SOUND = {
    "a mark in front": "\ufeff" + progress(ANSWER),
    "no texts around it": progress({"response": "Brought", "fingerprint": "x"} | {"at": NO_TEXT}),
    "depth around it": progress(ANSWER).replace("9", DEEP),
    "a prototype around it": progress(ANSWER).replace('"at"', '"__proto__": {"x": 1}, "at"'),
    "the same twice": progress(ANSWER).replace("{", '{"course": "other", ', 1),
}


def bring(page, content):
    status = page.locator("[data-memory] [role=status]")
    status.evaluate("status => status.replaceChildren()")
    file = {"name": "p.json", "mimeType": "application/json", "buffer": content.encode()}
    page.get_by_label(COURSE.words.bring_back).set_input_files([])
    page.get_by_label(COURSE.words.bring_back).set_input_files(file)
    page.wait_for_function("() => document.querySelector('[data-memory] [role=status]').innerText")
    return status.inner_text()


def test_a_progress_file_that_is_none_changes_nothing_and_is_told_of(watched, served_examples):
    watched.goto(served_examples.url())
    watched.evaluate("put(sessionStorage, {'coproduction/examples/a/b': '{\"response\": \"x\"}'})")
    before = watched.evaluate("JSON.stringify({...sessionStorage})")
    for name, content in FILES.items():
        assert bring(watched, content).startswith("That is not a progress file"), name
        assert watched.evaluate("JSON.stringify({...sessionStorage})") == before, name
    assert watched.faults == []


def test_of_a_progress_file_with_damage_around_an_answer_only_the_answer_is_kept(
    watched, served_examples
):
    watched.goto(served_examples.url())
    for name, content in SOUND.items():
        watched.evaluate("sessionStorage.clear()")
        assert bring(watched, content).startswith("Your answers are back in this tab."), name
        [kept] = watched.evaluate("Object.values({...sessionStorage})")
        kept = json.loads(kept)
        assert kept.items() <= ANSWER.items() and kept["response"] == "Brought", name
    watched.goto(served_examples.url("first"))
    assert watched.get_by_role("textbox", name="What will you call it?").input_value() == "Brought"
    assert watched.faults == []


ELSEWHERE = {"address": "https://elsewhere.invalid/", "body": "act=leave", "text": "x"}
ON_A_PHONE = {
    **{name: VALUES[name] for name in ("half of it", "null", "a number", "a list", "nesting")},
    "no texts": json.dumps({name: NO_TEXT for name in ("receipt", "waiting", "late")}),
    "parts of no kind": json.dumps({"receipt": [], "waiting": 5, "late": {"of": [], "text": {}}}),
    "what is sent elsewhere": json.dumps({"receipt": "../x?&#", "waiting": ELSEWHERE}),
    "markup": json.dumps({"receipt": "x", "late": {"of": "1", "text": "<img src=x onerror=x()>"}}),
}


def test_whatever_a_phone_kept_it_joins_and_sends_nothing_elsewhere(watched, served_examples):
    code = Host(served_examples).enter().create("short")
    asked = []
    watched.on("request", lambda request: asked.append(request.url))
    watched.goto(served_examples.url("join"))
    for name, value in ON_A_PHONE.items():
        watched.evaluate(
            "([key, value]) => sessionStorage.setItem(key, value)",
            [f"coproduction-phone/{code}", value],
        )
        watched.goto(served_examples.url(f"join/{code}"))
        join = watched.get_by_role("button", name=SAYS.join.join)
        assert join.is_visible(), name
    watched.get_by_label(SAYS.seats.staff).check()
    join.click()
    watched.locator("main[data-receipt]").wait_for()
    assert Phone(served_examples, code=code).get(f"api/room/{code}").status == 200
    assert {url for url in asked if not url.startswith(served_examples.url())} == set()
    assert watched.faults == []
