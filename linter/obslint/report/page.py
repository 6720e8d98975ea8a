"""The frame of every HTML page of obslint: self-contained, without scripts, and loading nothing from elsewhere.

A page brings its title, its own rules of style, and its body in parts. Nothing in the body may carry a `style` attribute or a script:
the policy of the page admits its one sheet, by its hash, and nothing else.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape

from obslint import __version__
from obslint.lint.result import Location
from obslint.report.page_style import BASE
from obslint.report.printable import one_line, printable
from obslint.source import SourceFile


def page(title: str, head: Iterable[str], body: Iterable[str], *, skip: tuple[str, str], style: str = "") -> str:
    """A whole page. `skip` is the id and the name of what the skip link leads to; `head` is what the header holds, `body` the rest."""
    sheet = BASE + style
    inner = "\n".join((*_top(title, sheet, *skip), "<header>", *head, "</header>", "<main>", *body, "</main>"))
    return f'{inner}\n<footer class="faint">obslint {literal(__version__)}</footer>\n</body>\n</html>\n'


def _top(title: str, sheet: str, target: str, name: str) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(sheet)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{literal(title)}</title>\n<style>{sheet}</style>\n</head>\n<body>"
    yield f'<p class="skip"><a href="#{literal(target)}">{literal(name)}</a></p>'


def policy(sheet: str) -> str:
    """What a page may load: nothing, and no style but its own sheet."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def literal(text: str) -> str:
    """Text of the code as text of the page: on one line, without control characters, and never markup."""
    return escape(one_line(text))


def place(location: Location) -> str:
    """Where something stands."""
    return f"<code>{literal(f'{location.path}:{location.line}:{location.column}')}</code>"


def source(location: Location, files: Mapping[str, SourceFile]) -> str:
    """The first line of a place, what counts of it marked; nothing when the file cannot be shown."""
    file = files.get(location.path)
    if file is None or not file.text or location.line > len(file.line_starts):
        return ""
    line = file.line(location.line)
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    before, marked, after = (escape(printable(part)) for part in (line[: location.column - 1], line[location.column - 1 : end], line[end:]))
    return f'<pre tabindex="0"><span class="number">{location.line} </span>{before}<mark>{marked}</mark>{after}</pre>'


def table(label: str, columns: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    """A table that scrolls by itself, reachable by keyboard. Rows are written out; their first cell is a `<th scope="row">`."""
    yield f'<div class="scroll" role="region" aria-label="{literal(label)}" tabindex="0"><table>'
    headings = "".join(f'<th scope="col">{literal(name)}</th>' for name in columns)
    yield f"<thead><tr>{headings}</tr></thead><tbody>"
    yield from rows
    yield "</tbody></table></div>"
