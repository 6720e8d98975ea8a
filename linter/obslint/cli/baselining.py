"""What the commands of `obslint baseline` do."""

import os
from pathlib import Path

from obslint.cli.options import Options, settled, to_request
from obslint.cli.output import write_atomically
from obslint.cli.terminal import say
from obslint.lint.baseline import NAME, written
from obslint.lint.baselining import Way, changed_baseline
from obslint.lint.profile import baseline_file, home
from obslint.lint.request import UsageError
from obslint.lint.settings.read import settings_for
from obslint.report.summary import counted


def change(way: Way, options: Options, file: str | None, force: bool) -> int:
    """Writes the baseline and says what changed. Raises `UsageError` for what makes no sense."""
    path = Path(os.path.abspath(file)) if file else _default(options.places)
    if way == "create" and path.exists() and not force:
        raise UsageError(f"{os.path.relpath(path)} is there already; obslint baseline update changes it, --force writes it anew")
    found = changed_baseline(to_request(settled(options)), path, way)
    for broken in found.errors:
        say(f"error: {broken}")
    if found.errors:
        say("nothing was written, since the baseline would lack what these errors hit")
        return 2
    write_atomically(path, written(found.entries).encode("utf-8", "backslashreplace"))
    say(f"{os.path.relpath(path)}: {counted(len(found.entries), 'known finding')}, {len(found.added)} added, {len(found.removed)} removed")
    return 0


def _default(paths: tuple[str, ...]) -> Path:
    """The baseline that the settings name, else one beside them, else one in the working directory."""
    settings = settings_for(home(Path.cwd(), map(Path, paths)))
    return baseline_file(settings) if settings.values.baseline else (settings.directory or Path.cwd()) / NAME
