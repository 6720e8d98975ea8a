"""What the parts of a SAM template ask each other while it is expanded."""

from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import NamedTuple

from obslint.cloudformation.sam_globals import globals_for, merge
from obslint.cloudformation.template import Entry, Template
from obslint.cloudformation.tree import Mapping, Node, Scalar, elements, function, text_of


class Implicit(NamedTuple):
    """The API that SAM makes for events that name none: its logical id, the property that would name another, and its stage."""

    name: str
    names: str
    stage: str


IMPLICIT = {"Api": Implicit("ServerlessRestApi", "RestApiId", "Prod"), "HttpApi": Implicit("ServerlessHttpApi", "ApiId", "$default")}


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The template as written; `given` are values of parameters."""

    template: Template
    written: Map[str, Entry]
    given: Map[str, str]

    def texts(self, node: Node) -> str | None:
        """What SAM takes a name for: a text, a parameter at its value, or an entry of a mapping."""
        call = function(node)
        if call and call[0] == "Fn::FindInMap":
            return self._looked_up(elements(call[1]))
        name = text_of(call[1]) if call and call[0] == "Ref" else None
        if name is None:
            return text_of(node) if not elements(node) else None
        parameter = self.template.parameters.get(name)
        default = parameter.default.text if parameter and parameter.default else None
        return self.given.get(name, default)

    def _looked_up(self, parts: list[Node]) -> str | None:
        found: Node | None = self.template.mappings
        for part in parts:
            key = self.texts(part)
            found = found.get(key) if isinstance(found, Mapping) and key is not None else None
        return text_of(found) if len(parts) == 3 else None

    def stage(self, api: Node | None) -> str:
        """The end of a permission's id for an API."""
        if api is None:
            return IMPLICIT["Api"].stage if IMPLICIT["Api"].name not in self.written else self._stage_of(IMPLICIT["Api"].name)
        call = function(api)
        name = text_of(call[1]) if call and call[0] == "Ref" else text_of(api) if isinstance(api, Scalar) else None
        if name is None:
            return "AllStages"
        return IMPLICIT["Api"].stage if name == IMPLICIT["Api"].name and name not in self.written else self._stage_of(name)

    def _stage_of(self, name: str) -> str:
        entry = self.written.get(name)
        body = entry.body if entry else None
        properties = self._properties(body) if isinstance(body, Mapping) else None
        stage = properties.get("StageName") if properties else None
        return stage.text if isinstance(stage, Scalar) and stage.text else "Stage"

    def _properties(self, body: Mapping) -> Mapping | None:
        node, kind = body.get("Properties"), text_of(body.get("Type"))
        own = node if isinstance(node, Mapping) else Mapping([], "flow", body.start, body.end)
        section = globals_for(self.template.document.root, kind, body) if kind else None
        return merge(section, own) if section else own

    def fifo(self, topic: Node | None) -> bool:
        """Whether a topic of the template is a FIFO topic."""
        call = function(topic) if topic is not None else None
        entry = self.written.get(text_of(call[1]) or "") if call and call[0] == "Ref" else None
        properties = entry.body.get("Properties") if entry and isinstance(entry.body, Mapping) else None
        node = properties.get("FifoTopic") if isinstance(properties, Mapping) else None
        return node is not None and (self.texts(node) or "").lower() == "true"
