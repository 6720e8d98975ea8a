"""Functions over IP networks."""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from obslint.terraform.functions.data import Data, FunctionError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

_LEADING_ZEROS = re.compile(r"(?<![0-9A-Fa-f:])0+(?=\d)")


@FUNCTIONS.define("prefix: string, hostnum: integer")
def cidrhost(prefix: str, number: int) -> Data:
    """The address with a number in a network; negative numbers count from its end."""
    network = _network(prefix)
    if not -network.num_addresses <= number < network.num_addresses:
        raise FunctionError(f"prefix of {network.prefixlen} does not accommodate a host numbered {number}")
    return str(network[number])


@FUNCTIONS.define("prefix: string")
def cidrnetmask(prefix: str) -> Data:
    """The netmask of an IPv4 network."""
    network = _network(prefix)
    if isinstance(network, IPv6Network):
        raise FunctionError(f"IPv6 addresses cannot have a netmask: {prefix}")
    return str(network.netmask)


@FUNCTIONS.define("prefix: string, newbits: whole, netnum: integer")
def cidrsubnet(prefix: str, newbits: int, number: int) -> Data:
    """The network with a number among those that are smaller by some bits."""
    network = _network(prefix)
    if network.prefixlen + newbits > network.max_prefixlen:
        raise FunctionError(f"insufficient address space to extend prefix of {network.prefixlen} by {newbits}")
    if newbits < 0 or not 0 <= number < 2**newbits:
        raise FunctionError(f"prefix extension of {newbits} does not accommodate a subnet numbered {number}")
    return str(_subnet(network, int(network.network_address), network.prefixlen + newbits, number))


@FUNCTIONS.define("prefix: string, *newbits: whole")
def cidrsubnets(prefix: str, *newbits: int) -> Data:
    """Networks of several sizes one after the other, each at the next place where it can start."""
    network = _network(prefix)
    start = int(network.network_address)
    end = start + network.num_addresses
    results: list[Data] = []
    if newbits and start == 0:
        raise FunctionError("not enough remaining address space")  # Terraform starts at the network before, and there is none
    for bits in newbits:
        length = network.prefixlen + bits
        if bits < 1:
            raise FunctionError("must extend prefix by at least one bit")
        if length > network.max_prefixlen:
            raise FunctionError(f"would extend prefix to {length} bits, which is too long for an IPv{network.version} address")
        size = 2 ** (network.max_prefixlen - length)
        start = -(-start // size) * size
        if start + size > end:
            raise FunctionError(f"not enough remaining address space for a subnet with a prefix of {length} bits")
        results.append(str(_subnet(network, start, length, 0)))
        start += size
    return results


@FUNCTIONS.define("containing_prefix: string, contained_ip_or_prefix: string")
def cidrcontains(containing: str, contained: str) -> Data:
    """Whether a network holds an address or a whole other network."""
    outer = _network(containing)
    try:
        inner = _network(contained) if "/" in contained else ip_network(_address(contained))
    except FunctionError as error:
        raise FunctionError(f"invalid IP address or prefix: {contained}") from error
    if outer.version != inner.version:
        raise FunctionError(f"address family mismatch: {containing} vs. {contained}")
    return inner.network_address in outer and inner.broadcast_address in outer


def _subnet(network: Network, start: int, length: int, number: int) -> Network:
    first = start + number * 2 ** (network.max_prefixlen - length)
    return IPv4Network((first, length)) if isinstance(network, IPv4Network) else IPv6Network((first, length))


def _network(text: str) -> Network:
    """A network from CIDR notation; bits behind the prefix do not matter."""
    address, slash, length = text.partition("/")
    if not slash or not re.fullmatch(r"\d{1,3}", length, re.ASCII):
        raise FunctionError(f"invalid CIDR expression: invalid CIDR address: {text}")
    try:
        return ip_network((_address(address), int(length)), strict=False)
    except (ValueError, FunctionError) as error:
        raise FunctionError(f"invalid CIDR expression: invalid CIDR address: {text}") from error


def _address(text: str) -> Address:
    """An address; Terraform takes zeros before the decimal numbers of IPv4."""
    try:
        if "%" in text:
            raise ValueError("zones are not part of an address here")
        return ip_address(text if ":" in text else _LEADING_ZEROS.sub("", text))
    except ValueError as error:
        raise FunctionError(f"invalid IP address: {text}") from error
