"""Which directories are roots, and loading them."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from obslint.model import Inputs, Unit, Writer
from obslint.source import SourceFile, Sources
from obslint.terraform.ast import Literal
from obslint.terraform.config import Config, configs_of, merge, parse, variable_files
from obslint.terraform.given import NO_INPUTS
from obslint.terraform.tree import load_roots


def load(sources: Sources, directories: Sequence[Path], inputs: Inputs = NO_INPUTS) -> tuple[Unit, ...]:
    """The units of all roots among the directories.

    A root is a directory that no other one calls, or that has a backend or variable files of its own. Directories that
    only call each other in a circle are roots as well, so that nothing is left out.
    """
    configs = configs_of(sources)
    return load_roots(sources, find_roots(configs, directories), configs, _writer(), inputs)


def _writer() -> Writer:
    from obslint.terraform.writer import HclWriter

    return HclWriter()


def find_roots(config_of: Callable[[Path], Config], directories: Iterable[Path]) -> list[Path]:
    """The directories that are deployed by themselves."""
    directories = sorted(set(directories))
    called = {target for directory in directories for target in local_calls(config_of(directory)) if target != directory}
    roots = [d for d in directories if config_of(d).present and (d not in called or config_of(d).backend or any(variable_files(d)))]
    reached = reachable(config_of, roots)
    for directory in directories:
        if directory not in reached and config_of(directory).present:
            roots.append(directory)
            reached |= reachable(config_of, [directory])
    return sorted(roots)


def local_calls(config: Config) -> set[Path]:
    """The directories that the local module calls of a directory name."""
    found = set()
    for block in config.calls.values():
        source = block.body.attributes.get("source")
        text = source.expr.data if source and isinstance(source.expr, Literal) else None
        if isinstance(text, str) and text.startswith(("./", "../")):
            found.add(Path(os.path.normpath(config.directory / text)))
    return found


def reachable(config_of: Callable[[Path], Config], directories: Iterable[Path]) -> set[Path]:
    """The directories and everything they call, however far."""
    reached: set[Path] = set()
    waiting = list(directories)
    while waiting:
        directory = waiting.pop()
        if directory not in reached:
            reached.add(directory)
            waiting += local_calls(config_of(directory))
    return reached


def owners(sources: Sources, directories: Sequence[Path], changed: Collection[Path]) -> tuple[Path, ...]:
    """Of the directories, those needed to analyse the changed ones: their callers, and all that these call."""
    config_of = configs_of(sources)
    changed = set(changed)
    callers = [d for d in find_roots(config_of, directories) if reachable(config_of, [d]) & changed]
    return tuple(sorted(reachable(config_of, [*callers, *changed])))


def load_text(file: SourceFile, inputs: Inputs = NO_INPUTS) -> Unit:
    """A single file as a root of its own, for standard input. Modules and variable files are not looked for."""
    directory = Path(os.path.normpath(Path.cwd() / ".obslint-stdin"))
    sources = Sources(Path.cwd())
    config = Config(directory, files=[file])
    body, problems = parse(sources, file)
    config.problems.extend(problems)
    merge(config, [(Path(file.path).name, body)])
    return load_roots(sources, [directory], lambda path: config if path == directory else Config(path), _writer(), inputs)[0]
