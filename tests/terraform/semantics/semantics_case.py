"""A small configuration and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from obslint.model import Absent, Fields, Known, Reference, Symbolic, Unit, Unknown, Value, settle
from obslint.source import Sources
from obslint.terraform import load
from obslint.terraform.values import Invalid


@dataclass(frozen=True)
class Unclear:
    """What is not known: `why` is part of the reason; `options` are the candidates, where they are listed."""

    why: str = ""
    options: tuple[object, ...] = ()
    refused: bool = False

    def matches(self, found: Value) -> bool:
        if not isinstance(found, Unknown) or self.why not in found.why or self.refused != isinstance(found, Invalid):
            return False
        return not self.options or [shown(option.value) for option in found.candidates] == list(self.options)


def unknown(why: str) -> Unclear:
    """Not known, and why."""
    return Unclear(why)


def one_of(*options: object, why: str = "") -> Unclear:
    """Not known, but one of these."""
    return Unclear(why, options)


def refused(why: str = "") -> Unclear:
    """Refused by Terraform."""
    return Unclear(why, refused=True)


@dataclass(frozen=True)
class Text:
    """Text with references, which stand between angle brackets."""

    parts: str


GONE = "(there is no such resource or output)"


@dataclass(frozen=True)
class Case:
    """`files` by name, separated by lines like `-- main.tf --`; `expected` by address and attribute, or by output.

    `peer` is false where Terraform cannot be asked: it lacks the provider, would refuse, or must be the root module.
    """

    name: str
    files: str
    expected: Mapping[str, object] = field(default_factory=dict)
    peer: bool = True

    def split(self) -> dict[str, str]:
        """The files by their names."""
        files: dict[str, str] = {}
        name = "main.tf"
        for line in self.files.strip("\n").splitlines(keepends=True):
            if line.startswith("-- ") and line.endswith(" --\n"):
                name = line[3:-4]
            else:
                files[name] = files.get(name, "") + line
        return files


def write(files: Mapping[str, str], folder: Path) -> None:
    """Puts files into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def load_files(files: Mapping[str, str], folder: Path) -> Unit:
    """The unit of the root module in `folder` itself."""
    write(files, folder)
    endings = (".tf", ".tofu", ".tf.json", ".tofu.json")
    folders = sorted({path.parent for path in folder.rglob("*") if path.name.endswith(endings) and ".terraform" not in path.parts})
    return next(unit for unit in load(Sources(folder), folders) if unit.path == ".")


def shown(value: Value) -> object:
    """A value as plain data; text with references as `Text`, what is not known as `Unclear`."""
    value = settle(value)
    if isinstance(value, Absent):
        return None
    if isinstance(value, Symbolic):
        return Text("".join(f"<{part}>" if isinstance(part, Reference) else part for part in value.parts))
    if isinstance(value, Unknown):
        return Unclear(value.why, tuple(shown(option.value) for option in value.candidates), isinstance(value, Invalid))
    assert isinstance(value, Known)
    if isinstance(value.data, tuple):
        return [shown(item) for item in value.data]
    return {key: shown(value.data[key]) for key in value.data} if isinstance(value.data, Fields) else value.data


def found(unit: Unit, subject: str) -> Value | str:
    """The output, or the attribute of a resource, that is called so; `GONE` when there is none."""
    if subject.startswith("output."):
        wanted = f'output "{subject.removeprefix("output.")}"'
        return next((export.value for export in unit.exports_of() if export.label == wanted), GONE)
    address, _, attribute = subject.rpartition(".")
    resource = next((each for each in unit.resources if each.address == address), None)
    if resource is None:
        return GONE
    if attribute in {"presence", "region"}:
        return resource.presence if attribute == "presence" else resource.region
    return resource.fields[attribute] if attribute in resource.fields else Absent()
