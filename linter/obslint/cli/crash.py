"""What is said about an error that nobody foresaw."""

import os
import traceback

ISSUES = "https://github.com/obslint/obslint/issues"


def ask_to_report(lost: str = "") -> str:
    """The request to report a bug; `lost` says what it did to this run."""
    return f"this is a bug in obslint{lost and ', ' + lost}; please report it at {ISSUES}"


def describe(error: BaseException) -> str:
    """One line that names the error and where it arose; the traceback as well when OBSLINT_DEBUG is set."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    line = f"internal error: {type(error).__name__}: {error}{where}"
    if os.environ.get("OBSLINT_DEBUG"):
        return "".join(traceback.format_exception(error)) + line
    return f"{line}; OBSLINT_DEBUG=1 shows more"
