"""Terraform's and OpenTofu's functions over plain data.

`call` evaluates one. A family of functions is imported when one of them is called for the first time. `try`, `can`, `convert`,
`templatefile` and `templatestring` are not here: they are part of the evaluator. `list` and `map`, which Terraform dropped with
0.15, still mean what they meant.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module

from obslint.terraform.functions.data import Data, FunctionError, TfSet, TooLargeError, UndecidedError, equal, measured
from obslint.terraform.functions.scope import FileScope

__all__ = [
    "IMPURE",
    "UNKNOWABLE",
    "Data",
    "FileScope",
    "FunctionError",
    "TfSet",
    "TooLargeError",
    "UndecidedError",
    "call",
    "equal",
    "is_function",
]

_ANOTHER_EACH_RUN = "gives another result on every run"
UNKNOWABLE: Mapping[str, str] = {
    "abspath": "depends on where Terraform runs",
    "base64gzip": "depends on the compressor that Terraform was built with",
    "bcrypt": _ANOTHER_EACH_RUN,
    "ephemeralasnull": "depends on whether the value is ephemeral, which is not followed",
    "issensitive": "depends on whether the value is sensitive, which is not followed",
    "plantimestamp": _ANOTHER_EACH_RUN,
    "rsadecrypt": "decrypts a secret",
    "timestamp": _ANOTHER_EACH_RUN,
    "uuid": _ANOTHER_EACH_RUN,
}
"""Functions whose result cannot be known here, and why, to be read after the name of the function."""

IMPURE = frozenset(UNKNOWABLE)

_FAMILIES = {
    "numeric": "abs ceil floor log max min parseint pow signum sum range",
    "text": "chomp endswith indent join lower replace split startswith strcontains strrev substr title trim trimprefix trimspace "
    "trimsuffix upper",
    "pattern": "regex regexall",
    "formatting": "format formatlist",
    "collection": "alltrue anytrue chunklist coalesce coalescelist compact concat contains distinct element flatten index length list "
    "matchkeys one reverse slice sort",
    "mapping": "keys lookup map merge transpose values zipmap",
    "sets": "setintersection setproduct setsubtract setunion",
    "conversion": "nonsensitive sensitive tobool tolist tomap tonumber toset tostring",
    "assume": "assumeequal assumelistlength assumelistlengthmax assumelistlengthmin assumemaplength assumemaplengthmax "
    "assumemaplengthmin assumenotnull assumesetlength assumesetlengthmax assumesetlengthmin assumestringprefix",
    "encoding": "base64decode base64encode base64gunzip textdecodebase64 textencodebase64 urldecode urlencode",
    "json": "jsondecode jsonencode",
    "csv": "csvdecode",
    "yaml": "yamldecode yamlencode",
    "dates": "formatdate timeadd timecmp",
    "hashing": "base64sha256 base64sha512 md5 sha1 sha256 sha512 uuidv5",
    "network": "cidrcontains cidrhost cidrnetmask cidrsubnet cidrsubnets",
    "paths": "basename dirname pathexpand",
    "files": "file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512",
}


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {name: family for family, names in _FAMILIES.items() for name in names.split()}


def is_function(name: str) -> bool:
    """Whether `call` knows a function, or knows that its result cannot be known."""
    return name in _families() or name in IMPURE


def call(name: str, args: Sequence[Data], scope: FileScope | None) -> Data:
    """The result of a function for wholly known arguments.

    `scope` is what file functions may read, None when they may read nothing. Raises `FunctionError` when Terraform would
    refuse the call, and its kind `UndecidedError` when the call may be fine but its result cannot be known here.
    """
    from obslint.terraform.functions.signature import Family, bind

    if name in UNKNOWABLE:
        raise UndecidedError(UNKNOWABLE[name])
    if name not in _families():
        raise FunctionError("there is no such function")
    functions: Family = import_module(f"{__name__}.{_families()[name]}").FUNCTIONS
    function = functions[name]
    try:
        bound = bind(function, [measured(arg) for arg in args])
        return measured(function.run(scope, *bound) if function.scoped else function.run(*bound))
    except (RecursionError, MemoryError) as error:
        raise TooLargeError("the value") from error
    except UnicodeError as error:
        raise FunctionError("a string is not valid Unicode text") from error
