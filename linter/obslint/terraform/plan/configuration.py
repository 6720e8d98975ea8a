"""Reading `configuration`: what the modules of a plan declare, by offset."""

from obslint.terraform.plan.address import parse_address
from obslint.terraform.plan.document import CallNode, Document, ModuleNode
from obslint.terraform.plan.scan import Scanner


def read_configuration(document: Document, position: int) -> int:
    """Notes modules and providers in the document; answers with where the configuration ends."""
    scanner = document.scanner

    def visit(key: str, at: int) -> int:
        if key == "root_module":
            document.configured = True
            return _module(scanner, at, document.root)
        if key == "provider_config":
            document.providers = at
        return scanner.pass_over(key, at)

    return scanner.members(position, visit)


def _module(scanner: Scanner, position: int, node: ModuleNode) -> int:
    def resource(at: int) -> int:
        element, end = scanner.value(at)
        address = element.get("address") if isinstance(element, dict) else None
        if isinstance(address, str):
            node.resources[_inner(address)] = at
        return end

    def call(name: str, at: int) -> int:
        node.calls[name] = found = CallNode()
        return _call(scanner, at, found)

    def visit(key: str, at: int) -> int:
        if key == "resources":
            return scanner.items(at, resource)
        if key == "module_calls":
            return scanner.members(at, call)
        table = {"outputs": node.outputs, "variables": node.variables}.get(key)
        return scanner.pass_over(key, at) if table is None else scanner.offsets(at, table)

    return scanner.members(position, visit)


def _inner(address: str) -> str:
    """The address of a declaration inside its module; old versions wrote the module before it."""
    if not address.startswith("module."):
        return address
    parts = parse_address(address)
    return parts.declared if parts else address


def _call(scanner: Scanner, position: int, call: CallNode) -> int:
    def visit(key: str, at: int) -> int:
        if key == "module":
            return _module(scanner, at, call.module)
        if key == "expressions":
            return scanner.offsets(at, call.expressions)
        if key == "for_each_expression":
            call.for_each = at
        return scanner.pass_over(key, at)

    return scanner.members(position, visit)
