"""The one representation at which both dialects arrive."""

from obslint.model.edit import Copied, Declined, Draft, Edit, Json, Link, Plain, Writer, named, relinked
from obslint.model.inputs import Inputs
from obslint.model.jsontext import decoded, encoded, written_as
from obslint.model.path import OUTSIDE, Part, Path, Pick, Reading, parse_path, path_text, read
from obslint.model.resource import Accepted, Dialect, Estate, Export, Gap, Problem, Resource, Unit
from obslint.model.truth import NO, YES, Doubt, Guard, Truth, all_of, any_of, assuming, at_default, ledger, truth, undecided
from obslint.model.value import (
    Absent,
    Candidate,
    Fields,
    Known,
    Member,
    PlainFields,
    Reference,
    Scalar,
    Step,
    Symbolic,
    Unknown,
    Value,
    Woven,
    WovenText,
    branches,
    references,
    settle,
    texts,
    via,
)

__all__ = [
    "NO", "OUTSIDE", "YES", "Absent", "Accepted", "Candidate", "Copied", "Declined", "Dialect", "Doubt", "Draft", "Edit", "Estate",
    "Export", "Fields", "Gap", "Guard", "Inputs", "Json", "Known", "Link", "Member", "Part", "Path", "Pick", "Plain",
    "PlainFields", "Problem", "Reading", "Reference", "Resource", "Scalar", "Step", "Symbolic", "Truth", "Unit", "Unknown",
    "Value", "Woven", "WovenText", "Writer", "all_of", "any_of", "assuming", "at_default", "branches", "decoded", "encoded",
    "ledger", "named", "parse_path", "path_text", "read", "references", "relinked", "settle", "texts", "truth", "undecided",
    "via", "written_as",
]  # fmt: skip
