"""The declarations of one directory: all its files merged, overrides applied, before anything is evaluated."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from obslint.model import Gap, Problem
from obslint.source import Place, SourceFile, Sources, UnreadableError
from obslint.terraform.ast import Attribute, Block, Body
from obslint.terraform.jsonhcl import parse_json_syntax
from obslint.terraform.syntax import parse_hcl

CONFIG_ENDINGS = (".tf", ".tofu", ".tf.json", ".tofu.json")
VARIABLE_ENDINGS = (".tfvars", ".tofuvars", ".tfvars.json", ".tofuvars.json")
_AUTO = tuple(f".auto{ending}" for ending in VARIABLE_ENDINGS)


@dataclass(slots=True)
class Config:
    """What a directory declares. Resources and data sources are keyed by type and name, data types with `data.` before."""

    directory: Path
    files: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    variables: dict[str, Block] = field(default_factory=dict)
    locals: dict[str, Attribute] = field(default_factory=dict)
    resources: dict[tuple[str, str], Block] = field(default_factory=dict)
    calls: dict[str, Block] = field(default_factory=dict)
    outputs: dict[str, Block] = field(default_factory=dict)
    providers: list[Block] = field(default_factory=list)
    moves: list[Block] = field(default_factory=list)
    backend: bool = False
    backend_block: Block | None = None

    @property
    def present(self) -> bool:
        """Whether there are files, be they readable or not."""
        return bool(self.files or self.gaps)


def parse(sources: Sources, file: SourceFile) -> tuple[Body, tuple[Problem, ...]]:
    """The syntax of a configuration or variable file, parsed once."""
    return sources.derived(file, "terraform", parse_json_syntax if file.path.endswith(".json") else parse_hcl)


def config_files(directory: Path, unsaved: Iterable[Path] = ()) -> list[Path]:
    """The configuration files of a directory in Terraform's order; OpenTofu's win over Terraform's of the same name.

    `unsaved` are files that need not be on the disk yet, here or elsewhere.
    """
    try:
        found = {*os.listdir(directory), *(path.name for path in unsaved if path.parent == directory)}
    except OSError:
        return []
    present = {name for name in found if name.endswith(CONFIG_ENDINGS) and not name.startswith(".")}
    replaced = {name.replace(".tofu", ".tf") for name in present if name.endswith((".tofu", ".tofu.json"))}
    return [directory / name for name in sorted(present - replaced)]


def load_config(sources: Sources, directory: Path) -> Config:
    """Reads a directory. Files that cannot be read are gaps, syntax errors are problems."""
    config = Config(directory)
    bodies: list[tuple[str, Body]] = []
    for path in config_files(directory, sources.overlay):
        try:
            file = sources.read(path)
        except UnreadableError as error:
            config.gaps.append(Gap(sources.shown(path), str(error)))
            continue
        body, problems = parse(sources, file)
        config.files.append(file)
        config.problems.extend(problems)
        bodies.append((path.name, body))
    merge(config, bodies)
    return config


def configs_of(sources: Sources) -> Callable[[Path], Config]:
    """Reads the directories that are asked for, each once."""
    loaded: dict[Path, Config] = {}

    def config_of(directory: Path) -> Config:
        if directory not in loaded:
            loaded[directory] = load_config(sources, directory)
        return loaded[directory]

    return config_of


def merge(config: Config, bodies: Iterable[tuple[str, Body]]) -> None:
    """Adds the declarations of files, given by name; those of override files last."""
    ordered = sorted(bodies, key=lambda named: _is_override(named[0]))
    for name, body in ordered:
        for block in body.blocks:
            _declare(config, block, override=_is_override(name))


def _is_override(name: str) -> bool:
    stem = name.partition(".")[0]
    return stem == "override" or stem.endswith("_override")


def _declare(config: Config, block: Block, *, override: bool) -> None:
    kind, labels = block.type, block.labels
    if kind == "locals":
        _declare_locals(config, block, override=override)
    elif kind == "terraform":
        for inner in block.body.blocks:
            if inner.type in {"backend", "cloud"}:
                config.backend, config.backend_block = True, inner
    elif kind in {"provider", "moved"}:
        (config.providers if kind == "provider" else config.moves).append(block)
    elif kind in {"resource", "data"} and len(labels) == 2:
        key = (labels[0] if kind == "resource" else f"data.{labels[0]}", labels[1])
        config.resources[key] = _merged(config, ".".join(key), config.resources.get(key), block, override=override)
    elif labels and (table := _table(config, kind)) is not None:
        table[labels[0]] = _merged(config, f"{kind}.{labels[0]}", table.get(labels[0]), block, override=override)


def _declare_locals(config: Config, block: Block, *, override: bool) -> None:
    for name, attribute in block.body.attributes.items():
        first = config.locals.get(name)
        if first is None or override:
            config.locals[name] = attribute
        else:
            _twice(config, f"local.{name}", Place(first.file, first.span), Place(attribute.file, attribute.span))


def _twice(config: Config, address: str, first: Place, second: Place) -> None:
    """Lists a declaration that Terraform refuses; the first one stands.

    No error: directories of files that are copied elsewhere, each with the same declarations, are common and never deployed.
    """
    config.gaps.append(Gap(address, f"{address} is declared twice, first in {first.file.path}:{first.line}", second))


def _table(config: Config, kind: str) -> dict[str, Block] | None:
    return {"variable": config.variables, "module": config.calls, "output": config.outputs}.get(kind)


def _merged(config: Config, address: str, base: Block | None, block: Block, *, override: bool) -> Block:
    """An override replaces attributes, and blocks by their type; otherwise the first declaration stands."""
    if base is None:
        return block
    if not override:
        _twice(config, address, Place(base.file, base.header), Place(block.file, block.header))
        return base

    def body() -> Body:
        replaced = {made_type(inner) for inner in block.body.blocks}
        kept = tuple(inner for inner in base.body.blocks if made_type(inner) not in replaced)
        return Body(base.body.span, {**base.body.attributes, **block.body.attributes}, kept + block.body.blocks)

    return Block(base.file, base.type, base.labels, base.header, base.span, body, base.syntax)


def made_type(block: Block) -> str:
    """The type of a nested block; of a dynamic one, the type of the blocks that it makes."""
    return block.labels[0] if block.type == "dynamic" and block.labels else block.type


def variable_files(directory: Path) -> Iterator[Path]:
    """The variable files that Terraform loads by itself, in order of precedence, lowest first."""
    try:
        names = sorted(entry.name for entry in os.scandir(directory) if entry.name.endswith(VARIABLE_ENDINGS))
    except OSError:
        return
    for name in ("terraform.tfvars", "terraform.tofuvars", "terraform.tfvars.json", "terraform.tofuvars.json"):
        if name in names:
            yield directory / name
    for name in names:
        if name.endswith(_AUTO):
            yield directory / name
