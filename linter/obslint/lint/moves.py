"""Following addresses through the `moved` blocks of a unit."""

from collections.abc import Sequence

Moves = Sequence[tuple[str, str]]


def moved_to(address: str, moves: Moves) -> str:
    """What an address is called now; itself when it did not move. Each move counts once, so that a circle ends."""
    left = list(moves)
    while move := next((one for one in left if _is_within(address, one[0])), None):
        left.remove(move)
        address = move[1] + address[len(move[0]) :]
    return address


def _is_within(address: str, of: str) -> bool:
    """Whether an address is that of a resource or module, or of what is in it."""
    return address == of or address.startswith((f"{of}.", f"{of}["))
