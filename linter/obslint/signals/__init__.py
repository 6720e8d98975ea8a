"""How signals flow: the graph from what happens to the people who are told, and whether every hop of it holds."""

from collections.abc import Sequence

from obslint.aws.unit import Unit
from obslint.signals.builder import Builder
from obslint.signals.events import route_events
from obslint.signals.graph import Edge, Fault, Graph, Kind, Node, Route
from obslint.signals.logs import read_logs, write_function_logs, write_logs
from obslint.signals.metrics import end_metrics, read_metrics, write_metrics
from obslint.signals.routing import end_queues, end_topics, route_alarms, route_queues, route_topics, watch_states

__all__ = ["Edge", "Fault", "Graph", "Kind", "Node", "Route", "graph_of"]

_STEPS = (
    write_logs, write_function_logs, read_logs, write_metrics, read_metrics, route_alarms, watch_states, route_events, route_topics,
    route_queues, end_metrics, end_topics, end_queues,
)  # fmt: skip
"""Each adds its hops for one unit; those that say where nothing follows come last."""


def graph_of(units: Unit | Sequence[Unit]) -> Graph:
    """The graph of a unit, or of several that are looked at together."""
    build = Builder((units,) if isinstance(units, Unit) else units)
    for step in _STEPS:
        for unit in build.units:
            step(build, unit)
    return build.graph()
