"""Markdown -> what a page shows of it: its links, pictures and headings, and the HTML in it."""

import re
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape
from html.parser import HTMLParser

import mistune

from .faults import Finding

# As nbconvert reads Markdown.
PLUGINS = ("strikethrough", "table", "url", "task_lists", "def_list")
MATHEMATICS = re.compile(r"(?s)(?<![$\\])\$.+?(?<!\\)\$|\\\\[\[(]|\\begin\{")
# A picture of Markdown's: pages carry it with them, but not one that is written as HTML.
PICTURE = "markdown-picture"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MADE = HEADINGS | {
    *("a", "p", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "input", PICTURE),
}
WRITTEN = ("abbr", "cite", "details", "kbd", "mark", "p", "q", "small", "span", "sub", "summary")
TAGS = MADE | {*WRITTEN, "sup"}
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr", PICTURE),
}
ANYWHERE = {"class", "dir", "id", "lang", "title"}
ATTRIBUTES = {
    "a": {"href"},
    "details": {"open"},
    "ol": {"start"},
    PICTURE: {"src"},
    "input": {"checked", "disabled", "type"},
    "td": {"style"},
    "th": {"style"},
}
# A box that is ticked or not; else someone could write in it.
NEEDED = {"input": {"disabled", "type"}}
VALUES = {"style": re.compile(r"text-align:(left|center|right)"), "type": re.compile("checkbox")}
WHOLE = re.compile(
    r"<[a-zA-Z][\w-]*(\s+[a-zA-Z-]+(\s*=\s*(\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'=<>`]+))?)*\s*/?>"
)
# Swallowed where something before it is left open.
END = "hr"
TAGS_WANTED = "one of the tags that notebooks may hold"
TAGS_CURE = f"write it in Markdown, or with one of: {', '.join((*WRITTEN, 'sup'))}"


@dataclass
class Prose:
    """What Markdown shows; links are (address, text), faults begin with what and where they are."""

    links: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    faults: list[tuple[str, str, Finding]] = field(default_factory=list)


def read_prose(source: str) -> Prose:
    """Return what a page shows of Markdown."""
    reader = _Reader()
    mathematics = MATHEMATICS.search(source)
    if mathematics:
        cure = "write it in words, and a sign of money as \\$"
        reader.refuse(mathematics[0], "words", "signs of mathematics", cure, "text")
    reader.read(_markdown()(source))
    return reader.prose


class _Renderer(mistune.HTMLRenderer):
    def __init__(self):
        super().__init__(escape=False, allow_harmful_protocols=True)

    def image(self, text, url, title=None):
        return f'<{PICTURE} src="{escape(url)}">'

    def block_code(self, code, info=None):
        # A page takes this one for what it is written in.
        drawing = info and info.startswith("mermaid")
        return f"<pre>{code}</pre>" if drawing else super().block_code(code, info)


@cache
def _markdown():
    return mistune.create_markdown(renderer=_Renderer(), plugins=PLUGINS)


class _Reader(HTMLParser):
    """Reads HTML more strictly than any browser does, so that both see the same."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.prose, self.open, self.texts, self.ended = Prose(), [], {}, False

    def read(self, html):
        self.feed(f"{html}<{END} id={END}>")
        self.close()
        if not self.ended:
            self.refuse("", "tags and comments that end", "one that does not", "mend it")
        elif self.open and not self.prose.faults:
            tag, markup = self.open[-1]
            cure = f"write </{tag}> after it in the same cell"
            self.refuse(markup, "tags that are closed", f"{markup} left open", cure)

    def refuse(self, written, expected, found, cure, what="HTML"):
        self.prose.faults.append((what, written, Finding((), expected, found, cure)))

    def handle_starttag(self, tag, attributes):
        markup = self.get_starttag_text()
        self.ended = attributes == [("id", END)]
        if self.ended:
            return
        if not WHOLE.fullmatch(markup):
            self.refuse(markup, "a whole tag", f"'{markup}'", "mend it, or write `&lt;` for <")
        elif tag not in TAGS:
            self.refuse(markup, TAGS_WANTED, f"<{tag}>", TAGS_CURE)
        else:
            self._attributes(tag, dict(attributes), markup)
        if tag not in VOID:
            self.open.append((tag, markup))
        if tag in HEADINGS or tag == "a":
            self.texts[tag] = (dict(attributes).get("href"), [])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in self.texts:
            address, text = self.texts.pop(tag)
            if tag in HEADINGS:
                self.prose.headings.append("".join(text))
            elif address is not None:
                self.prose.links.append((address, " ".join("".join(text).split())))
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            last = f"</{self.open[-1][0]}> first" if self.open else "no such end of a tag"
            self.refuse(f"</{tag}", last, f"</{tag}>", "take it out, or open and close in turn")

    def handle_data(self, data):
        if "<" in data:
            cure = "mend it, or write `&lt;` for <"
            self.refuse(data[data.index("<") :], "a whole tag", f"'{data}'", cure)
        self._add(data)

    def handle_entityref(self, name):
        self._add(unescape(f"&{name};"))

    def handle_charref(self, name):
        self.handle_entityref(f"#{name}")

    def handle_comment(self, data):
        self._refuse_aside(f"<!--{data[:20]}")

    def handle_decl(self, declared):
        self._refuse_aside(f"<!{declared[:20]}")

    def handle_pi(self, data):
        self._refuse_aside(f"<?{data[:20]}")

    def unknown_decl(self, data):
        self._refuse_aside(f"<![{data[:20]}")

    def _add(self, text):
        for _, texts in self.texts.values():
            texts.append(text)

    def _refuse_aside(self, markup):
        self.refuse(markup, "what a page shows", f"'{markup}…'", "take it out")

    def _attributes(self, tag, attributes, markup):
        self.prose.ids += filter(None, [attributes.get("id")])
        if tag == PICTURE:
            self.prose.pictures.append(attributes.get("src") or "")
        if not NEEDED.get(tag, set()) <= attributes.keys():
            self.refuse(markup, TAGS_WANTED, f"<{tag}>", TAGS_CURE)
        for name, value in attributes.items():
            known = name in ANYWHERE or name in ATTRIBUTES.get(tag, ())
            if not known or (name in VALUES and not VALUES[name].fullmatch(value or "")):
                expected, found = "a tag without it", f"'{name}' in <{tag}>"
                self.refuse(markup, expected, found, "take it out")
