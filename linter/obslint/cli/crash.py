"""What is said about an error that nobody foresaw."""

import os
import sys
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
    log = write_log(error)
    return f"{line}\n{request}, with what {log} says" if log else f"{line}\n{request} (with OBSLINT_DEBUG=1 it says more)"


def write_log(error: BaseException) -> str:
    """Keeps the traceback for a report, in the user's log directory (`OBSLINT_LOG_DIR`, or where the platform has it).

    Gives the path, or an empty text where nothing can be written.
    """
    from pathlib import Path

    from obslint import __version__

    try:
        folder = Path(os.environ.get("OBSLINT_LOG_DIR") or _log_directory())
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "crash.log"
        told = "".join(traceback.format_exception(error))
        file.write_text(f"obslint {__version__}, Python {sys.version}, {sys.platform}\n{sys.argv}\n\n{told}", encoding="utf-8")
    except OSError:
        return ""
    return str(file)


def _log_directory() -> str:
    from platformdirs import user_log_dir

    return user_log_dir("obslint", appauthor=False)
