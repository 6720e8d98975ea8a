"""`obslint scan --watch`, as a process that somebody types beside and then interrupts."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

TRAIL = 'resource "aws_cloudtrail" "main" {\n  name = "main"\n  s3_bucket_name = "logs"\n  is_multi_region_trail = false\n}\n'
REGION = "error single-region-trail trail records a single region (aws_cloudtrail.main)"
PATIENCE = 30


class Watched:
    """A running watch. Its two streams are one here, as on a terminal."""

    def __init__(self, folder: Path, environment: dict[str, str], *options: str) -> None:
        self.lines: Queue[str] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "obslint", "scan", "--watch", *options], cwd=folder, env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, pattern: str) -> list[str]:
        """The lines up to one that matches."""
        found = []
        while not found or not re.search(pattern, found[-1]):
            found.append(self.lines.get(timeout=PATIENCE))
        return found

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def watch(tmp_path, plain_environment):
    started = []

    def start(*options: str) -> Watched:
        started.append(Watched(tmp_path, plain_environment, *options))
        return started[-1]

    (tmp_path / "main.tf").write_text(TRAIL)
    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


def test_what_comes_and_goes(watch, tmp_path):
    run = watch("--select", "single-region-trail")
    first = run.until("Ctrl-C ends")
    assert first[0] == f"main.tf:4:3: {REGION}"
    assert re.fullmatch(r"\d\d:\d\d:\d\d 1 error, \d+\.\d s", first[1])
    assert first[2:] == ["watching 1 file in .; Ctrl-C ends"]
    (tmp_path / "main.tf").write_text(TRAIL.replace("= false", "= true"))
    went = run.until("no findings")
    assert went[:-1] == [f"- main.tf:4:3: {REGION}"]
    (tmp_path / "new").mkdir()
    (tmp_path / "new/main.tf").write_text("\n" + TRAIL)
    assert run.until("1 error")[:-1] == [f"+ new/main.tf:5:3: {REGION}"]
    assert run.interrupt() == 0
    assert run.lines.get(timeout=PATIENCE) == ""


def test_bad_input_does_not_end_it(watch, tmp_path):
    run = watch("--select", "single-region-trail")
    run.until("Ctrl-C ends")
    (tmp_path / "main.tf").write_text(TRAIL.replace("= false", "= {["))
    assert any("syntax-error" in line for line in run.until(r"^\d\d:"))
    (tmp_path / "main.tf").write_bytes(b"\xff\x00")
    run.until(r"^\d\d:")
    (tmp_path / "obslint.toml").write_text("persona = 'nobody'\n")
    assert "persona" in run.until("^error: ")[-1]
    (tmp_path / "main.tf").write_text(TRAIL)
    (tmp_path / "obslint.toml").unlink()
    assert f"+ main.tf:4:3: {REGION}" in run.until(r"^\d\d:.* 1 error")
    assert run.interrupt() == 0


def test_settings_are_asked_each_time(watch, tmp_path):
    run = watch()
    run.until("Ctrl-C ends")
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra/main.tf").write_text(TRAIL)
    assert any(line.startswith("+ extra/main.tf") for line in run.until(r"^\d\d:"))
    (tmp_path / "obslint.toml").write_text('exclude = ["extra"]\n')
    assert all(line.startswith("- extra/main.tf") for line in run.until(r"^\d\d:")[:-1])


def test_it_ends_with_its_reader(tmp_path, plain_environment):
    (tmp_path / "main.tf").write_text(TRAIL)
    process = subprocess.Popen(
        [sys.executable, "-m", "obslint", "scan", "--watch"], cwd=tmp_path, env=plain_environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    (tmp_path / "main.tf").write_text(TRAIL.replace("main", "other"))
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.parametrize(
    "options",
    [("--fix",), ("--diff",), ("--format", "sarif"), ("--output", "json=a.json"), ("--select", "no-such-rule"), ("-",)],
    ids=" ".join,
)
def test_what_makes_no_sense_ends_at_once(tmp_path, plain_environment, options):
    run = subprocess.run(
        [sys.executable, "-m", "obslint", "scan", "--watch", *options],
        cwd=tmp_path, env=plain_environment, capture_output=True, text=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.startswith("Usage: ")


def test_a_tree_without_anything_is_watched_until_there_is_something(watch, tmp_path):
    os.remove(tmp_path / "main.tf")
    run = watch("--select", "single-region-trail")
    assert "no findings" in run.until("Ctrl-C ends")[0]
    (tmp_path / "main.tf").write_text(TRAIL)
    assert run.until("1 error")[0] == f"+ main.tf:4:3: {REGION}"
