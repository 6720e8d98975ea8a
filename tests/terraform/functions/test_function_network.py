import ipaddress

import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import FunctionError, call

CASES = [
    ("cidrhost", ["10.12.112.0/20", 16], "10.12.112.16"),
    ("cidrhost", ["10.12.112.0/20", 268], "10.12.113.12"),
    ("cidrhost", ["fd00:fd12:3456:7890:00a2::/72", 34], "fd00:fd12:3456:7890::22"),
    ("cidrhost", ["10.12.127.0/20", -1], "10.12.127.255"),
    ("cidrhost", ["10.0.0.0/30", -4], "10.0.0.0"),
    ("cidrhost", ["010.001.0.0/24", 1], "10.1.0.1"),
    ("cidrhost", ["::1/128", 0], "::1"),
    ("cidrhost", ["2001:db8::/32", 79228162514264337593543950335], "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("cidrhost", ["10.0.0.0/30", 4], REFUSED),
    ("cidrhost", ["10.0.0.0/30", -5], REFUSED),
    ("cidrhost", ["10.0.0.0/8", 1.5], REFUSED),
    ("cidrhost", ["10.0.0.5", 1], REFUSED),
    ("cidrhost", ["10.0.0.0/33", 1], REFUSED),
    ("cidrhost", ["10.0.0/24", 1], REFUSED),
    ("cidrhost", ["10.0.0.256/24", 1], REFUSED),
    ("cidrhost", ["10.0.0.0/+8", 1], REFUSED),
    ("cidrhost", ["fe80::%eth0/64", 1], REFUSED),
    ("cidrnetmask", ["172.16.0.0/12"], "255.240.0.0"),
    ("cidrnetmask", ["0.0.0.0/0"], "0.0.0.0"),
    ("cidrnetmask", ["2001::/12"], REFUSED),
    ("cidrsubnet", ["172.16.0.0/12", 4, 2], "172.18.0.0/16"),
    ("cidrsubnet", ["10.1.2.0/24", 4, 15], "10.1.2.240/28"),
    ("cidrsubnet", ["10.1.2.0/24", 0, 0], "10.1.2.0/24"),
    ("cidrsubnet", ["10.1.2.77/24", 1, 1], "10.1.2.128/25"),
    ("cidrsubnet", ["fd00:fd12:3456:7890::/56", 16, 162], "fd00:fd12:3456:7800:a200::/72"),
    ("cidrsubnet", ["2001:db8::/32", 64, 5], "2001:db8::5:0:0/96"),
    ("cidrsubnet", ["10.1.2.0/24", 4, 16], REFUSED),
    ("cidrsubnet", ["10.1.2.0/24", 9, 1], REFUSED),
    ("cidrsubnets", ["10.1.0.0/16", 4, 4, 8, 4], ["10.1.0.0/20", "10.1.16.0/20", "10.1.32.0/24", "10.1.48.0/20"]),
    (
        "cidrsubnets",
        ["fd00:fd12:3456:7890::/56", 16, 16, 16, 32],
        ["fd00:fd12:3456:7800::/72", "fd00:fd12:3456:7800:100::/72", "fd00:fd12:3456:7800:200::/72", "fd00:fd12:3456:7800:300::/88"],
    ),
    ("cidrsubnets", ["10.1.0.0/16"], []),
    ("cidrsubnets", ["10.1.0.0/16", 8, 4, 1], ["10.1.0.0/24", "10.1.16.0/20", "10.1.128.0/17"]),
    ("cidrsubnets", ["10.1.0.0/16", 0], REFUSED),
    ("cidrsubnets", ["10.1.0.0/16", 17], REFUSED),
    ("cidrsubnets", ["10.1.0.0/16", 1, 1, 1], REFUSED),
    ("cidrsubnets", ["255.255.255.0/24", 1, 1, 1], REFUSED),
    ("cidrsubnets", ["255.255.255.0/24", 1, 1], ["255.255.255.0/25", "255.255.255.128/25"]),
    ("cidrsubnets", ["0.0.0.0/8", 4], REFUSED),
]

OTHERS = [
    ("cidrcontains", ["192.168.2.0/20", "192.168.2.1"], True),
    ("cidrcontains", ["192.168.2.0/20", "192.168.2.0/22"], True),
    ("cidrcontains", ["192.168.2.0/20", "192.126.2.1"], False),
    ("cidrcontains", ["192.168.2.0/20", "192.126.2.0/18"], False),
    ("cidrcontains", ["192.168.0.0/24", "192.168.0.0/20"], False),
    ("cidrcontains", ["fe80::/48", "fe80::1"], True),
    ("cidrcontains", ["fe80::/48", "fe81::1"], False),
    ("cidrcontains", ["fe80::/48", "10.0.0.1"], REFUSED),
    ("cidrcontains", ["10.0.0.0/8", "x"], REFUSED),
    ("cidrcontains", ["x", "10.0.0.1"], REFUSED),
    ("cidrsubnet", ["10.1.2.0/24", -1, 0], REFUSED),
    ("cidrsubnet", ["10.1.2.0/24", 4, -1], REFUSED),
]
"""OpenTofu's own function, and what Terraform computes nonsense for."""


@pytest.mark.parametrize("case", CASES + OTHERS, ids=show)
def test_network(case):
    check(case)


NETWORKS = st.one_of(
    st.tuples(st.ip_addresses(v=4), st.integers(0, 32)),
    st.tuples(st.ip_addresses(v=6), st.integers(0, 128)),
).map(lambda pair: f"{pair[0]}/{pair[1]}")


@given(NETWORKS, st.integers(0, 6), st.data())
def test_subnets_as_pythons(prefix, bits, data):
    network = ipaddress.ip_network(prefix, strict=False)
    number = data.draw(st.integers(0, 2**bits - 1))
    if network.prefixlen + bits > network.max_prefixlen:
        with pytest.raises(FunctionError):
            call("cidrsubnet", [prefix, bits, number], None)
        return
    subnets = list(network.subnets(prefixlen_diff=bits))
    assert call("cidrsubnet", [prefix, bits, number], None) == str(subnets[number])
    if bits and int(network.network_address):
        assert call("cidrsubnets", [prefix, *[bits] * len(subnets)], None) == [str(subnet) for subnet in subnets]
    assert call("cidrcontains", [str(network), str(subnets[number])], None) is True


@given(NETWORKS, st.integers(-300, 300))
def test_hosts_as_pythons(prefix, number):
    network = ipaddress.ip_network(prefix, strict=False)
    if not -network.num_addresses <= number < network.num_addresses:
        with pytest.raises(FunctionError):
            call("cidrhost", [prefix, number], None)
        return
    assert call("cidrhost", [prefix, number], None) == str(network[number])
