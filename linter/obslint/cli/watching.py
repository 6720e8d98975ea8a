"""What `obslint scan --watch` does: looks at the files again and again, and prints what came and went.

The disk is asked when files were written, instead of waiting for it to tell: that needs no other package, works on network and
container mounts where such messages get lost, and what has to be looked at is known exactly, since it is what the run has read. The
pause grows with the time that a look takes, so that a large tree costs a few percent of one core.
"""

import os
import sys
import time
from dataclasses import replace

import click

from obslint.cli.options import Options, settled, to_request
from obslint.cli.terminal import columns, emit, say, wants_colour
from obslint.lint.estate import describe
from obslint.lint.live import Live
from obslint.lint.request import UsageError
from obslint.lint.result import Report, ReportedFinding
from obslint.report import Style
from obslint.report.concise import finding_line
from obslint.report.printable import one_line
from obslint.report.summary import counted, headline

PAUSE = 0.5
"""The shortest time between two looks in seconds."""

_SHARE = 20
"""The pause in times of what an idle look takes."""

_CLEAN = 0


def watch(options: Options) -> int:
    """Prints until it is interrupted or nobody reads any more. Raises `click.UsageError` for a request that makes no sense."""
    colour = wants_colour(options.colour, sys.stdout, os.environ)
    try:
        watcher = Watcher(options, Style(colour=colour, width=columns(sys.stdout)))
        while watcher.turn():
            time.sleep(watcher.pause)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        say("")
    return _CLEAN


class Watcher:
    """One session: what was printed last, and how long to wait."""

    def __init__(self, options: Options, style: Style) -> None:
        self.pause = PAUSE
        self._options, self._style = options, style
        self._live = Live(to_request(settled(options)))
        self._before: Report | None = None
        self._said: str | None = None

    def turn(self) -> bool:
        """Looks once, and tells whether somebody still reads what is printed."""
        started = time.perf_counter()
        try:
            self._live.ask(to_request(settled(self._options)))
            changed = self._live.look()
        except UsageError as error:
            if self._before is None:
                raise
            self._say(str(error))
            return True
        except Exception as error:  # half a word typed must not end the session, even where it hits a defect of ours
            self._say(describe(error))
            return True
        taken = time.perf_counter() - started
        if not changed:
            self.pause = max(PAUSE, _SHARE * taken)
            return True
        self._said = None
        return self._print(taken)

    def _say(self, error: str) -> None:
        if error != self._said:
            say(f"error: {error}")
        self._said = error

    def _print(self, taken: float) -> bool:
        report = self._live.report()
        report = replace(report, summary=replace(report.summary, seconds=taken))
        before, self._before = self._before, report
        lines = [*self._came_and_went(before, report), *_not_analysed(before, report), self._status(report)]
        for error in self._live.errors:
            self._say(error)
        if before is None:
            files = counted(len(self._live.own), "file")
            lines.append(f"watching {files} in {', '.join(self._options.places)}; Ctrl-C ends")
        return emit("\n".join(lines) + "\n", colour=self._style.colour)

    def _came_and_went(self, before: Report | None, now: Report) -> list[str]:
        """The findings of the first look, then those that are gone and those that are new."""
        old, new = _by_print(before), _by_print(now)
        signs = ("", "") if before is None else (self._style.paint("- ", "removed"), self._style.paint("+ ", "added"))
        gone = [signs[0] + self._line(found) for key, found in old.items() if key not in new]
        return gone + [signs[1] + self._line(found) for key, found in new.items() if key not in old]

    def _line(self, finding: ReportedFinding) -> str:
        return finding_line(finding, self._style, fixes=False)

    def _status(self, report: Report) -> str:
        said = headline(report, self._style)
        timed = said if not report.findings else f"{said}, {report.summary.seconds:.1f} s"
        return f"{time.strftime('%H:%M:%S')} {timed}"


def _by_print(report: Report | None) -> dict[tuple[str, str], ReportedFinding]:
    return {(finding.fingerprint, finding.message): finding for finding in report.findings} if report else {}


def _not_analysed(before: Report | None, now: Report) -> list[str]:
    known = set(before.not_analysed) if before else set()
    return [f"{one_line(one.path)}: not analysed: {one_line(one.reason)}" for one in now.not_analysed if one not in known]
