"""What the tests of the views share."""

from collections.abc import Callable

from obslint.aws import Unit

Make = Callable[[str], Unit]
"""Makes a unit of a few lines of text."""
