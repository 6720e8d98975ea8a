"""Functions over paths, which only look at the text. Paths are those of Unix."""

from obslint.terraform.functions.data import Data, UndecidedError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("path: string")
def basename(path: str) -> Data:
    """The last part of a path."""
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


@FUNCTIONS.define("path: string")
def dirname(path: str) -> Data:
    """All but the last part of a path, tidied up."""
    import posixpath

    folder = path.rpartition("/")[0] + "/" * ("/" in path)
    tidy = posixpath.normpath(folder) if folder else "."
    return "/" + tidy.lstrip("/") if tidy.startswith("/") else tidy


@FUNCTIONS.define("path: string")
def pathexpand(path: str) -> Data:
    """The path; with a home folder at its start it cannot be known."""
    if path.startswith("~"):
        raise UndecidedError(f"{path} depends on the home folder of whoever runs Terraform")
    return path
