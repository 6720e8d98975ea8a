"""Domain of an API: its domain name, the mappings to it, and the DNS records.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-domainconfiguration.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, Texts, digest, get_att, mapping_of, members, ref
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, elements, function, text_of


@dataclass(slots=True, eq=False)
class Zones:
    """The records of each hosted zone: those of several APIs go into one group."""

    made: dict[str, tuple[dict[str, Shape], list[Shape], Scalar, str | None]] = field(default_factory=dict)

    def groups(self) -> Iterator[Made]:
        """The groups of records."""
        for name, (shape, records, at, condition) in self.made.items():
            body = mapping_of({**shape, "RecordSets": records}, at)
            yield Made(name, "AWS::Route53::RecordSetGroup", body, at, condition=condition)


def plain(node: Node | None, texts: Texts) -> Any:
    """A node as SAM hashes it, parameters at their value."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item, texts) for item in elements(node)]
    if node is None:
        return None
    call = function(node)
    if call and call[0] == "Ref" and (text := texts(node)) is not None:
        return text
    if call and call[0] == "Fn::Sub" and isinstance(call[1], Scalar):
        return {"Fn::Sub": _filled(call[1], texts)}
    if call and call[0] == "Fn::GetAtt" and isinstance(call[1], Scalar):
        return {"Fn::GetAtt": call[1].text.split(".", 1)}
    return {pair.key.text: plain(pair.value, texts) for pair in node.pairs}


def _filled(node: Scalar, texts: Texts) -> str:
    def value(found: re.Match[str]) -> str:
        name = Scalar(found[1], "'", node.start, node.end)
        return texts(mapping_of({"Ref": name}, node)) or found[0]

    return re.sub(r"\$\{(\w+)\}", value, node.text)


def _domain(sam: Sam) -> Sam | None:
    pair = sam.pair("Domain")
    if pair is None or not isinstance(pair.value, Mapping) or function(pair.value):
        return None
    return Sam(sam.name, pair.key, pair.value, sam.condition)


def rest_domain(sam: Sam, texts: Texts, zones: Zones) -> Iterator[Made]:
    """What SAM makes for the domain of a REST API."""
    domain = _domain(sam)
    if domain is None:
        return
    endpoint = domain.get("EndpointConfiguration")
    kind = (texts(endpoint) if endpoint is not None else None) or "REGIONAL"
    private = kind == "PRIVATE"
    version = "V2" if private else ""
    name = f"ApiGatewayDomainName{version}{digest(plain(domain.get('DomainName'), texts))}"
    certificate = "RegionalCertificateArn" if kind == "REGIONAL" else "CertificateArn"
    optional = ("SecurityPolicy", "EndpointAccessMode", "Policy", "OwnershipVerificationCertificateArn", "MutualTlsAuthentication")
    shape = domain.taken("DomainName", *optional, CertificateArn=certificate)
    address = domain.taken("IpAddressType")
    shape["EndpointConfiguration"] = {"Types": [kind], **address}
    yield _made(domain, name, f"AWS::ApiGateway::DomainName{version}", shape)
    bound: Shape = ref(name)
    for path in _paths(domain):
        letters = "".join(filter(str.isalnum, path or ""))
        keep = text_of(domain.get("NormalizeBasePath")) == "false"
        mapping: dict[str, Shape] = {"DomainNameArn" if private else "DomainName": bound, "RestApiId": ref(sam.name)}
        mapping.update({"Stage": ref(f"{sam.name}.Stage"), **({"BasePath": path if keep else letters} if path else {})})
        yield _made(domain, f"{sam.name}{letters}BasePathMapping", f"AWS::ApiGateway::BasePathMapping{version}", mapping)
    yield from _association(domain, name, texts)
    yield from _records(domain, name, kind, texts, zones)


def _made(domain: Sam, name: str, kind: str, shape: dict[str, Shape]) -> Made:
    return Made(name, kind, mapping_of(shape, domain.key), domain.key)


def _paths(domain: Sam) -> list[str | None]:
    node = domain.get("BasePath")
    listed = [text for item in elements(node) if (text := text_of(item))]
    return [*listed] or [text_of(node)]


def _association(domain: Sam, name: str, texts: Texts) -> Iterator[Made]:
    """The endpoint that may use a private domain."""
    node = domain.get("AccessAssociation")
    if not isinstance(node, Mapping) or (endpoint := node.get("VpcEndpointId")) is None:
        return
    shape: dict[str, Shape] = {"DomainNameArn": ref(name), "AccessAssociationSourceType": "VPCE", "AccessAssociationSource": endpoint}
    made = f"DomainNameAccessAssociation{digest([plain(endpoint, texts), name])}"
    yield _made(domain, made, "AWS::ApiGateway::DomainNameAccessAssociation", shape)


def _records(domain: Sam, name: str, kind: str, texts: Texts, zones: Zones) -> Iterator[Made]:
    """The DNS records, in the group of their zone or in one of their own."""
    node = domain.get("Route53")
    if not isinstance(node, Mapping):
        return
    route = Sam(domain.name, domain.key, node)
    zone = route.get("HostedZoneId") or route.get("HostedZoneName")
    shape = route.taken("HostedZoneId", "HostedZoneName")
    alias: dict[str, Shape] = route.taken("EvaluateTargetHealth")
    if kind == "REGIONAL":
        alias.update({"HostedZoneId": get_att(name, "RegionalHostedZoneId"), "DNSName": get_att(name, "RegionalDomainName")})
    elif kind == "EDGE":
        target: Shape = route.pair("DistributionDomainName") or get_att(name, "DistributionDomainName")
        alias.update({"HostedZoneId": "Z2FDTNDATAQYW2", "DNSName": target})
    else:
        alias.update(route.taken(VpcEndpointHostedZoneId="HostedZoneId", VpcEndpointDomainName="DNSName"))
    kinds = ["A", "AAAA"] if text_of(route.get("IpV6")) == "true" else ["A"]
    common = {**domain.taken(DomainName="Name"), **route.taken("Region", "SetIdentifier")}
    records: list[Shape] = [{**common, "Type": letter, "AliasTarget": alias} for letter in kinds]
    if text_of(route.get("SeparateRecordSetGroup")) == "true":
        own = digest([plain(zone, texts), plain(domain.get("DomainName"), texts)])
        yield _made(domain, f"RecordSetGroup{own}", "AWS::Route53::RecordSetGroup", shape | {"RecordSets": records})
        return
    group = f"RecordSetGroup{digest(plain(zone, texts))}"
    zones.made.setdefault(group, (shape, [], domain.key, domain.condition))[1].extend(records)


def http_domain(sam: Sam, texts: Texts, zones: Zones, creator: str) -> Iterator[Made]:
    """What SAM makes for the domain of an HTTP or WebSocket API."""
    domain = _domain(sam)
    if domain is None:
        return
    name = f"ApiGatewayDomainNameV2{digest(plain(domain.get('DomainName'), texts))}"
    config = domain.taken("CertificateArn", "OwnershipVerificationCertificateArn", "SecurityPolicy")
    config["EndpointType"] = domain.pair("EndpointConfiguration") or "REGIONAL"
    shape: dict[str, Shape] = {**domain.taken("DomainName", "MutualTlsAuthentication"), "DomainNameConfigurations": [config]}
    shape["Tags"] = {**{pair.key.text: pair for pair in members(sam.get("Tags"))}, creator: "SAM"}
    yield _made(domain, name, "AWS::ApiGatewayV2::DomainName", shape)
    for path in _paths(domain):
        mapping: dict[str, Shape] = {"DomainName": ref(name), "ApiId": ref(sam.name), "Stage": ref(f"{sam.name}.Stage")}
        if path:
            mapping["ApiMappingKey"] = path.strip("/")
        middle = re.sub(r"[\-_/]+", "", path or "")
        yield _made(domain, f"{sam.name}{middle}ApiMapping", "AWS::ApiGatewayV2::ApiMapping", mapping)
    yield from _records(domain, name, "REGIONAL", texts, zones)
