"""dangling-dashboard-widget"""

from collections.abc import Iterator

from obslint.aws import Dashboard, Unit, dangling
from obslint.policy import Finding, Persona, Severity, advice, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def dangling_dashboard_widget(dashboard: Dashboard, unit: Unit) -> Iterator[Finding]:
    """A widget shows a metric or an alarm that nobody has, but for a slip in its name.

    The widget stays empty, and in an incident an empty widget looks healthy.

    Fix safety: manual, the right name has to be chosen.
    When to ignore: what is shown is declared elsewhere under this very name.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
    """
    for one in dangling(dashboard, unit):
        fix = advice(f"show {one.instead}", "the right name has to be chosen")
        related = (one.source.label(f"this is called {one.instead}"),)
        yield one.at.finding(f"a widget shows the {one.kind} {one.name}, which is not there", fix=fix, related=related)
