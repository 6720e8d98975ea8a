"""Hashes of strings, and of bytes for the functions over files."""

from collections.abc import Callable

from obslint.terraform.functions.data import Data, FunctionError
from obslint.terraform.functions.encoding import to_base64
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_NAMESPACES = {
    "dns": "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "url": "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
    "oid": "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
    "x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
}


def digest(name: str, data: bytes) -> str:
    """The hash that a function such as `sha1` or `base64sha256` gives for bytes."""
    import hashlib

    algorithm = name.removeprefix("base64")
    hashed = hashlib.new(algorithm, data, usedforsecurity=False)
    return to_base64(hashed.digest()) if name.startswith("base64") else hashed.hexdigest()


def _hash(name: str) -> Callable[[str], Data]:
    def run(text: str) -> Data:
        return digest(name, text.encode())

    return run


for _name in ("md5", "sha1", "sha256", "sha512", "base64sha256", "base64sha512"):
    FUNCTIONS.define("str: string", _name)(_hash(_name))


@FUNCTIONS.define("namespace: string, name: string")
def uuidv5(namespace: str, name: str) -> Data:
    """The UUID of a name in a namespace, which is a UUID or one of dns, url, oid and x500."""
    import hashlib
    import re
    import uuid

    text = _NAMESPACES.get(namespace, namespace)
    form = r"(?i:urn:uuid:)?([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})|\{[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}|[0-9a-f]{32}"
    if not re.fullmatch(form, text, re.IGNORECASE):
        raise FunctionError(f"uuidv5() doesn't support namespace {namespace}")
    hashed = hashlib.sha1(uuid.UUID(text).bytes + name.encode(), usedforsecurity=False)
    return str(uuid.UUID(bytes=hashed.digest()[:16], version=5))
