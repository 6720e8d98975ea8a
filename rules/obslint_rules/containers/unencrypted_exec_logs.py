"""unencrypted-exec-logs"""

from collections.abc import Iterator

from obslint.aws import EcsCluster, KmsKey, Unit, made_up
from obslint.policy import Finding, Persona, Severity, rule, set_to

KEY = "the role of the tasks must be allowed to use the key"
TITLE = "ask for an encrypted destination"
SWITCH = "sessions are refused when the destination is not encrypted"


@rule(Severity.INFO, persona=Persona.PEDANTIC, topics=("ecs-exec-logging-encrypted",), checkov="CKV_AWS_224")
def unencrypted_exec_logs(cluster: EcsCluster, unit: Unit) -> Iterator[Finding]:
    """Sessions of ECS Exec are not encrypted with a customer managed key, or logged without one.

    What is typed in a session often holds secrets, and whoever may read the log may read them.

    Fix safety: unsafe, the role of the tasks must be allowed to use the key; manual where there is no single key in the unit.
    When to ignore: nobody types secrets in a session.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
    """
    if cluster.exec_block.surely_absent() | cluster.exec_logging.surely("NONE"):
        return
    if cluster.exec_key.surely_absent():
        key = KmsKey.to_use(cluster, unit)
        manual, unsafe = (KEY, "") if made_up(key) else ("", KEY)
        fix = set_to(key, title="encrypt sessions with a customer managed key", unsafe=unsafe, manual=manual)
        yield cluster.exec_key.finding("ECS Exec sessions are not encrypted with a customer managed key", fix=fix)
    elif (switch := cluster.unencrypted_destination(unit)) is not None:
        yield switch.finding("ECS Exec sessions are logged without a customer managed key", fix=set_to(True, title=TITLE, unsafe=SWITCH))
