"""What is said about an error that nobody foresaw."""

import os
import traceback

ISSUES = "https://github.com/obslint/obslint/issues"


def describe(error: BaseException) -> str:
    """Names the error and where it arose, and asks to report it; with the traceback when OBSLINT_DEBUG is set.

    An error of the operating system (a full disk, a directory that is gone) is no bug and is only named.
    """
    if isinstance(error, OSError) and not os.environ.get("OBSLINT_DEBUG"):
        return f"error: {error}; OBSLINT_DEBUG=1 shows where"
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    line = f"internal error: {type(error).__name__}: {error}{where}"
    request = f"this is a bug in obslint; please report it at {ISSUES}"
    if os.environ.get("OBSLINT_DEBUG"):
        return "".join(traceback.format_exception(error)) + f"{line}\n{request}"
    return f"{line}\n{request} (with OBSLINT_DEBUG=1 it says more)"
