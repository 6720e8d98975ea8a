"""Encodings of text: base64, percent encoding, character sets."""

import base64
import binascii
import re

from obslint.terraform.functions.data import MAX_TEXT, Data, FunctionError, TooLargeError, UndecidedError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_CODECS = {
    "us-ascii": "ascii",
    "utf-8": "utf-8",
    "utf-16": "utf-16-be",
    "utf-16be": "utf-16-be",
    "utf-16le": "utf-16-le",
    "latin1": "iso-8859-1",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    **{name: name for name in ("ibm437", "ibm850", "ibm852", "ibm855", "ibm866", "koi8-r", "koi8-u", "euc-kr", "gb18030", "gbk")},
    **{f"iso-8859-{part}": f"iso-8859-{part}" for part in (*range(1, 11), 13, 14, 15, 16)},
    **{f"windows-125{part}": f"cp125{part}" for part in range(9)},
}
"""IANA names, in lower case, for which Python has the same table as Go."""


@FUNCTIONS.define("str: string")
def base64encode(text: str) -> Data:
    """The UTF-8 form of a string in base64."""
    return to_base64(text.encode())


@FUNCTIONS.define("str: string")
def base64decode(text: str) -> Data:
    """Text from base64 of its UTF-8 form."""
    return _utf8(from_base64(text))


@FUNCTIONS.define("str: string")
def base64gunzip(text: str) -> Data:
    """Text from base64 of its compressed UTF-8 form."""
    import zlib

    machine = zlib.decompressobj(wbits=31)
    try:
        data = machine.decompress(from_base64(text), MAX_TEXT + 1)
    except zlib.error as error:
        raise FunctionError(f"failed to gunzip bytestream: {error}") from error
    if len(data) > MAX_TEXT:
        raise TooLargeError
    if not machine.eof:
        raise FunctionError("failed to read gunzip raw data: unexpected end")
    return _utf8(data)


@FUNCTIONS.define("string: string, encoding: string")
def textencodebase64(text: str, encoding: str) -> Data:
    """Text in a character set, in base64."""
    mark = b"\xfe\xff" if encoding.lower() == "utf-16" else b""
    try:
        return to_base64(mark + text.encode(_codec(encoding)))
    except UnicodeEncodeError as error:
        raise FunctionError(f"the given string contains characters that cannot be represented in {encoding}") from error


@FUNCTIONS.define("source: string, encoding: string")
def textdecodebase64(source: str, encoding: str) -> Data:
    """Text from base64 of its form in a character set."""
    data = from_base64(source)
    codec = _codec(encoding)
    if encoding.lower() == "utf-16" and data[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        data, codec = data[2:], "utf-16-be" if data[:1] == b"\xfe" else "utf-16-le"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise FunctionError(f"the given string contains symbols that are not defined for {encoding}") from error
    if "\ufffd" in text:
        raise FunctionError(f"the given string contains symbols that are not defined for {encoding}")
    return text


@FUNCTIONS.define("str: string")
def urlencode(text: str) -> Data:
    """Text as part of a query: a space is a plus sign."""
    from urllib.parse import quote_plus

    return quote_plus(text, safe="")


@FUNCTIONS.define("str: string")
def urldecode(text: str) -> Data:
    """The reverse of `urlencode`."""
    from urllib.parse import unquote_to_bytes

    if wrong := re.search(r"%(?![0-9A-Fa-f]{2})", text):
        raise FunctionError(f'failed to decode URL: invalid URL escape "{text[wrong.start() : wrong.start() + 3]}"')
    return unquote_to_bytes(text.replace("+", " ")).decode("utf-8", "replace")


def to_base64(data: bytes) -> str:
    """Bytes in base64."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes:
    """Bytes from base64, padded; line ends in it do not matter. Raises `FunctionError`."""
    plain = text.replace("\r", "").replace("\n", "")
    if not re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", plain):
        raise FunctionError("failed to decode base64 data")
    try:
        return base64.b64decode(plain, validate=True)
    except binascii.Error as error:
        raise FunctionError("failed to decode base64 data") from error


def _utf8(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise FunctionError("the result of decoding the provided string is not valid UTF-8") from error


def _codec(encoding: str) -> str:
    """Python's name of a character set. Other sets that Terraform may know are undecided."""
    if (codec := _CODECS.get(encoding.lower())) is None:
        raise UndecidedError(f'the character set "{encoding}" is not supported here')
    return codec
