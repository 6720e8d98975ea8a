"""Reads a page as far as its tests ask."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "wbr", "br", "link", "img", "input", "hr"}


@dataclass(slots=True)
class Page:
    """What stands in a page: its links, ids and tags, and what is wrong with how its tags are nested."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    id_count: int = 0
    tags: set[str] = field(default_factory=set)
    language: str = ""
    problems: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page, self.open = Page(), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.page.tags.add(tag)
        if tag not in _VOID:
            self.open.append(tag)
        if identity := given.get("id"):
            self.page.ids.add(identity)
            self.page.id_count += 1
        self.page.links += [target for name in ("href", "src", "xlink:href") if (target := given.get(name))]
        self.page.language = given.get("lang") or self.page.language

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.page.problems.append(f"line {self.getpos()[0]}: </{tag}> closes nothing, or something else")


def parse(text: str) -> Page:
    """Reads a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.page.problems += [f"<{tag}> is not closed" for tag in reader.open]
    return reader.page
