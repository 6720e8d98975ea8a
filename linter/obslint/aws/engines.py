"""What the engines of RDS log: which types each one writes without being asked, and which parameter switches on the others.

Types: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html and API_CreateDBCluster.html
(EnableCloudwatchLogsExports). Parameters: the pages "Publishing ... logs to Amazon CloudWatch Logs" of the RDS and Aurora user guides.
"""

from obslint.aws.attribute import Attribute
from obslint.model import Truth

MYSQL_ENGINES = ("mysql", "mariadb")
AURORA_MYSQL_ENGINES = ("aurora", "aurora-mysql")
"""Aurora MySQL; version 1 was called `aurora`."""

POSTGRES_ENGINES = ("postgres", "aurora-postgresql")

DB2_ENGINES = ("db2-ae", "db2-se")
"""The engine without Performance Insights."""

_ORACLE = ("oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb")

WRITTEN_LOGS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*MYSQL_ENGINES, *AURORA_MYSQL_ENGINES), ("error",)),
    "postgres": ("postgresql", "upgrade"),
    "aurora-postgresql": ("postgresql",),
    **dict.fromkeys(_ORACLE, ("alert", "listener")),
    **dict.fromkeys(("sqlserver-ee", "sqlserver-se", "sqlserver-web"), ("agent", "error")),
    "sqlserver-ex": ("error",),
    **dict.fromkeys(DB2_ENGINES, ("diag.log", "notify.log")),
}
"""The log types that an engine writes with its default parameters. SQL Server Express has no agent."""

LOG_SWITCHES = {"slowquery": ("slow_query_log", "log_slow_query"), "general": ("general_log",)}
"""The parameters of which one makes MySQL and MariaDB write a log type; all are off by default. `log_slow_query` is MariaDB's."""

_SMALL = tuple(f"db.{family}.{size}" for family in ("t2", "t3", "t4g") for size in ("micro", "small"))
"""Too small for Performance Insights with MySQL and MariaDB:
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.Engines.html"""


def runs_one_of(engine: Attribute, names: tuple[str, ...]) -> Truth:
    """Whether an engine is one of these; RDS takes its name in any case."""
    return engine.is_text(lambda text: text.casefold() in names)


def is_aurora(engine: Attribute) -> Truth:
    """Whether an engine is one of Aurora."""
    return engine.is_text(lambda text: text.casefold().startswith("aurora"))


def is_switched_on(setting: Attribute) -> Truth:
    """Whether a parameter that is a switch is on."""
    return setting.surely_in(("1", "ON", "on"))


def too_small(instance_class: Attribute) -> Truth:
    """Whether RDS for MySQL and MariaDB have no Performance Insights on the class."""
    return instance_class.surely_in(_SMALL)


def too_small_for_aurora(instance_class: Attribute) -> Truth:
    """Whether Aurora MySQL has no Performance Insights on the class."""
    older = instance_class.starts_with("db.t2.") | instance_class.starts_with("db.t3.")
    return older | instance_class.surely_in(_SMALL)
