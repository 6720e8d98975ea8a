"""Conditions as a network of gates through which what is known spreads.

Spreading takes time in proportion to the size of the network and never enumerates combinations. It finds what follows gate
by gate (unit propagation); a consequence that only shows after trying cases is not found, which errs on the side of doubt.
"""

from collections.abc import Iterable
from typing import Literal

Kind = Literal["atom", "not", "and", "or"]
State = list[bool | None]


MAX_INPUTS = 8
"""Wider gates are built as trees, so that looking at a gate costs little."""


class Network:
    """Gates by number. Conditions have a name and are gates with one input, so that they can be used before they are defined."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self._kinds: list[Kind] = []
        self._inputs: list[list[int]] = []
        self._outputs: list[list[int]] = []
        self._groups: list[list[int] | None] = []
        self._constants: list[tuple[int, bool]] = []

    def add(self, kind: Kind, inputs: Iterable[int] = (), group: list[int] | None = None) -> int:
        """A new gate and its number. Of the gates in a group, at most one holds."""
        wired = list(inputs)
        while len(wired) > MAX_INPUTS:
            wired = [self.add(kind, wired[at : at + MAX_INPUTS]) for at in range(0, len(wired), MAX_INPUTS)]
        number = len(self._kinds)
        self._kinds.append(kind)
        self._inputs.append([])
        self._outputs.append([])
        self._groups.append(group)
        if group is not None:
            group.append(number)
        self.connect(number, wired)
        return number

    def connect(self, gate: int, inputs: Iterable[int]) -> None:
        """Gives a gate its inputs."""
        for number in inputs:
            self._inputs[gate].append(number)
            self._outputs[number].append(gate)

    def settle(self, gate: int, value: bool) -> int:
        """Declares that a gate has a value in every state."""
        self._constants.append((gate, value))
        return gate

    def settled(self) -> State:
        """What follows from the settled gates alone. A contradiction among them leaves the rest open."""
        state: State = [None] * len(self._kinds)
        spread(self, state, self._constants)
        return state

    def assign(self, state: State, facts: Iterable[tuple[int, bool]]) -> State | None:
        """A copy of the state with more facts and all that follows; None when they contradict each other."""
        copy = list(state)
        return copy if spread(self, copy, facts) else None

    def named(self, state: State) -> dict[str, bool]:
        """The conditions that have a side in a state."""
        return {name: value for name, gate in self.names.items() if (value := state[gate]) is not None}

    def consequences(self, gate: int, state: State) -> Iterable[tuple[int, bool]]:
        """What a newly settled gate settles at its inputs, its outputs and its group."""
        yield from self._downward(gate, state)
        for output in self._outputs[gate]:
            yield from self._upward(output, state)
            yield from self._downward(output, state)
        group = self._groups[gate]
        if group is not None and state[gate]:
            yield from ((other, False) for other in group if other != gate)

    def _upward(self, gate: int, state: State) -> Iterable[tuple[int, bool]]:
        kind, values = self._kinds[gate], [state[number] for number in self._inputs[gate]]
        if kind == "not":
            if values[0] is not None:
                yield gate, not values[0]
            return
        decisive = kind == "or"
        if decisive in values:
            yield gate, decisive
        elif None not in values:
            yield gate, not decisive

    def _downward(self, gate: int, state: State) -> Iterable[tuple[int, bool]]:
        value, inputs, kind = state[gate], self._inputs[gate], self._kinds[gate]
        if value is None or not inputs:
            return
        decisive = kind == "or"
        if kind == "not":
            yield inputs[0], not value
        elif value is not decisive:
            yield from ((number, value) for number in inputs)
        elif decisive not in (state[number] for number in inputs):
            left = [number for number in inputs if state[number] is None]
            if len(set(left)) == 1:
                yield left[0], decisive


def spread(network: Network, state: State, facts: Iterable[tuple[int, bool]]) -> bool:
    """Writes facts and all that follows into the state; False as soon as two contradict each other."""
    waiting = list(facts)
    while waiting:
        gate, value = waiting.pop()
        if state[gate] is None:
            state[gate] = value
            waiting.extend(network.consequences(gate, state))
        elif state[gate] is not value:
            return False
    return True
