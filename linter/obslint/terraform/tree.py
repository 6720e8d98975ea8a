"""A root module and everything it calls, as a unit."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from obslint.model import Export, Gap, Inputs, Reference, Resource, Unit, Value, Writer
from obslint.source import Place, Sources, UnreadableError
from obslint.terraform.ast import Block, Literal
from obslint.terraform.calls import exports
from obslint.terraform.config import Config
from obslint.terraform.cycles import find_cycles
from obslint.terraform.depth import Evaluation
from obslint.terraform.functions import FileScope
from obslint.terraform.given import NO_INPUTS, given_values
from obslint.terraform.joins import Joins, Top
from obslint.terraform.mentions import depended_on
from obslint.terraform.module import Module
from obslint.terraform.moved import moves
from obslint.terraform.stray import Strays, stray_files

MAX_MODULE_DEPTH = 30
MAX_MODULES = 2000


@dataclass(eq=False)
class Tree:
    """The evaluation of one root. Nothing of it is shared with other roots but the parsed files."""

    sources: Sources
    root: Path
    config_of: Callable[[Path], Config]
    writer: Writer | None = None
    gaps: list[Gap] = field(default_factory=list)
    evaluation: Evaluation = field(default_factory=Evaluation)
    modules: int = 0
    config_at: dict[str, Config] = field(default_factory=dict)
    joins: Joins | None = None
    reads: set[str] = field(default_factory=set)
    strays: Strays | None = None

    def note(self, other: "Tree") -> None:
        """Another root from which a value is taken."""
        if other is not self:
            self.reads.add(self.sources.shown(other.root))

    def varied(self, way: tuple[str, ...], name: str, default: Value) -> Value:
        """The default of a variable; of the root's, all the values that files nobody named give it beside."""
        return default if way or self.strays is None else self.strays.over(name, default)

    def relative(self, directory: Path) -> str:
        """A directory as `path.module` shows it."""
        return Path(os.path.relpath(directory, self.root)).as_posix()

    def file_scope(self, module: Path) -> FileScope:
        """File functions may read below the root, below the module when that lies elsewhere, and beside both within what is scanned."""
        shared = Path(os.path.commonpath((self.root, module)))
        return FileScope(self.root, module, self._read, shared if shared.is_relative_to(self.sources.base) else None)

    def _read(self, path: Path) -> str:
        return self.sources.read(Path(os.path.normpath(path))).text

    @cached_property
    def installed(self) -> dict[str, str]:
        """Where `terraform init` put modules: key (`a.b`) to directory, as `.terraform/modules/modules.json` lists them."""
        try:
            file = self.sources.read(self.root / ".terraform" / "modules" / "modules.json")
            return {entry["Key"]: entry["Dir"] for entry in json.loads(file.text)["Modules"]}
        except (UnreadableError, ValueError, KeyError, TypeError):
            return {}

    def source_of(self, caller: Module, name: str, block: Block) -> tuple[Config, bool] | Gap:
        """The code a call refers to and whether it is the team's own, or why it was not read."""
        place = Place(block.file, block.header)
        address = f"{caller.prefix}module.{name}"
        self.modules += 1
        if len(caller.way) >= MAX_MODULE_DEPTH or self.modules > MAX_MODULES:
            return Gap(address, f"more than {MAX_MODULE_DEPTH} modules deep or {MAX_MODULES:,} modules in one root", place)
        source = block.body.attributes.get("source")
        text = source.expr.data if source and isinstance(source.expr, Literal) else None
        if not isinstance(text, str):
            return Gap(address, f'the source of module "{name}" is not a literal text', place)
        if text.startswith(("./", "../")):
            return self._local(address, name, caller, caller.config.directory / text, place)
        return self._installed(address, name, caller, text, place)

    def _local(self, address: str, name: str, caller: Module, directory: Path, place: Place) -> tuple[Config, bool] | Gap:
        directory = Path(os.path.normpath(directory))
        if directory in (*caller.above, caller.config.directory):
            return Gap(address, f'module "{name}" calls {self.sources.shown(directory)}, which is on its own way there: a circle', place)
        config = self.config_of(directory)
        if not config.files:
            return Gap(address, f'module "{name}": {self.sources.shown(directory)} holds no Terraform files', place)
        return config, ".terraform" not in directory.parts

    def _installed(self, address: str, name: str, caller: Module, text: str, place: Place) -> tuple[Config, bool] | Gap:
        key = ".".join(part.partition("[")[0] for part in (caller.prefix + f"module.{name}").split(".") if not part.startswith("module"))
        where = self.installed.get(key)
        config = self.config_of(Path(os.path.normpath(self.root / where))) if where else None
        if config is None or not config.files:
            return Gap(address, f'module "{name}" ({text}) is not on disk; run terraform init to have it analysed', place)
        return config, False


def load_roots(
    sources: Sources, roots: Sequence[Path], config_of: Callable[[Path], Config], writer: Writer | None, inputs: Inputs = NO_INPUTS
) -> tuple[Unit, ...]:
    """The units of root modules; what one leaves for another in its state or in parameters is known to that one."""

    def make(root: Path) -> Top:
        tree = Tree(sources, root, config_of, writer, joins=joins, evaluation=evaluation)
        config = config_of(root)
        given, problems = given_values(tree, config, inputs)
        if not inputs.var_files:
            tree.strays = Strays(tree, tuple(stray_files(root, sources.base)))
        return Top(Module(tree, config, arguments=given), problems)

    joins, evaluation = Joins(tuple(roots), make), Evaluation()
    return tuple(_unit(joins.top(root)) for root in roots)


def _unit(made: Top) -> Unit:
    """The unit of a root module: all resources of all module instances."""
    top, tree = made.module, made.module.tree
    modules = list(top.walk())
    tree.config_at.update({module.prefix: module.config for module in modules})
    resources: list[Resource] = []
    for module in modules:
        for kind, name in module.config.resources:
            resources += module.instances(kind, name)[1]
        resources += (resource for made in module.unread.values() for resource in made)
    for resource, targets in _depended_on(modules):
        resource.depends_on = targets
    configs = list({id(module.config): module.config for module in modules}.values())
    circles = find_cycles({module.way: module.config for module in modules})
    return Unit(
        tree.sources.shown(tree.root),
        "terraform",
        tuple(resources),
        tuple(file for found in configs for file in found.files),
        exports_of=lambda: _exports(top, modules),
        gaps=(*(gap for found in configs for gap in found.gaps), *dict.fromkeys(tree.gaps)),
        problems=(*(problem for found in configs for problem in found.problems), *made.problems, *circles),
        reads=lambda: frozenset(tree.reads),
        moves=lambda: tuple(move for module in modules for move in moves(module.prefix, module.config)),
    )


def _depended_on(modules: list[Module]) -> Iterator[tuple[Resource, tuple[Reference, ...]]]:
    """The resources with `depends_on`, and what they name there."""
    for module in modules:
        for key, block in module.config.resources.items():
            listed = block.body.attributes.get("depends_on")
            if listed is None:
                continue
            words = [found[: 3 if found[0] == "data" else 2] for found in depended_on(listed.expr, listed.file)]
            targets = tuple(_reference(module, ".".join(found[:-1]), found[-1]) for found in words)
            for resource in module.instances(*key)[1]:
                yield resource, targets


def _reference(module: Module, kind: str, name: str) -> Reference:
    known = module.instances(kind, name)[1] if (kind, name) in module.config.resources else ()
    return Reference(f"{module.prefix}{kind}.{name}", "", known[0] if known else None)


def _exports(top: Module, modules: list[Module]) -> tuple[Export, ...]:
    """Root outputs, and what modules hand to code that was not read."""
    found = []
    for name, block in top.config.outputs.items():
        found.append(Export(f'output "{name}"', top.output(name), Place(block.file, block.header)))
    return (*found, *(export for module in modules for export in exports(module)))
