"""`Fn::Cidr`: a block of addresses cut into smaller ones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from obslint.cloudformation.tree import Mapping, Node, elements, walk
from obslint.model import Known, Problem, Value, settle
from obslint.model.compare import as_number

if TYPE_CHECKING:
    from obslint.cloudformation.scope import Scope, World

MOST = 256
"""So many blocks CloudFormation gives at most."""

Arguments = tuple[str, int, int]


class CidrError(Exception):
    """What is asked for cannot be given; the message says why."""


def arguments(scope: "Scope", node: Node) -> tuple[Value, ...]:
    """The block, the count and the bits, evaluated; fewer or more when it is written so."""
    return tuple(settle(scope.evaluate(item)) for item in elements(node))


def certain(values: tuple[Value, ...]) -> Arguments | None:
    """The arguments when all are known and none is of another kind."""
    data = [value.data if isinstance(value, Known) else None for value in values]
    if len(data) != 3 or not isinstance(data[0], str):
        return None
    numbers = [as_number(item) if isinstance(item, str | int | float) else None for item in data[1:]]
    whole = [int(number) for number in numbers if number is not None and number.is_integer()]
    return (data[0], whole[0], whole[1]) if len(whole) == 2 else None


def blocks(block: str, count: int, bits: int) -> tuple[str, ...]:
    """The blocks, which leave `bits` for the host. Raises `CidrError`."""
    import ipaddress

    try:
        network = ipaddress.ip_network(block, strict=False)
    except ValueError:
        raise CidrError(f"{block} is not a block of addresses") from None
    if not 1 <= count <= MOST:
        raise CidrError(f"it gives 1 to {MOST} blocks, not {count}")
    length = network.max_prefixlen - bits
    if not (bits >= 1 and length >= network.prefixlen):
        raise CidrError(f"blocks with {bits} bits for hosts do not fit into {block}")
    if count > 2 ** (length - network.prefixlen):
        raise CidrError(f"{block} has room for {2 ** (length - network.prefixlen)} blocks with {bits} bits for hosts, not for {count}")
    first, step = int(network.network_address), 2**bits
    return tuple(f"{type(network.network_address)(first + index * step)}/{length}" for index in range(count))


def cidr_problems(world: "World", scope: "Scope") -> Iterator[Problem]:
    """The calls whose arguments are all certain and cannot be carried out."""
    root = world.template.document.root
    if root is None or "Cidr" not in world.template.file.text:
        return
    for node in walk(root):
        if isinstance(node, Mapping) and len(node.pairs) == 1 and node.pairs[0].key.text == "Fn::Cidr":
            given = certain(arguments(scope, node.pairs[0].value))
            try:
                _ = blocks(*given) if given else ()
            except CidrError as error:
                yield Problem(f"Fn::Cidr: {error}", scope.place(node), "correct its arguments: block, count, bits for hosts")
