"""`obslint rules test`: the rules of a pack on their fixtures."""

import click


@click.command(short_help="Try the rules of a pack on their fixtures.")
@click.argument("pack", metavar="DIR", type=click.Path(exists=True))
@click.option("--rule", "only", multiple=True, metavar="RULE", help="Only this rule; repeat for several.")
@click.option("--tests", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Where the fixtures are; default: DIR/tests.")
@click.option("--update", is_flag=True, help="Write the texts after fixing (`<fixture>.fixed`) as they are now; read them.")
def test(pack: str, only: tuple[str, ...], tests: str | None, update: bool) -> int:
    """Try the rules of the pack in DIR (a folder, or a YAML file of policies) on the fixtures in DIR/tests.

    Fixtures are `tests/FAMILY/RULE/bad.tf`, `good.tf`, `unknown.tf` and the same with `.cfn.yaml`: in every case of `bad` the rule
    finds something, in `good` nothing, and what is `unknown` stays undecided. A case starts with the comment `# case: what it shows`.
    Fixes are applied, and have to cure and to lose no comment.

    \b
    Exit codes
      0  every fixture is as it should be
      1  a fixture is not, or a rule lacks one
      2  the pack is broken, or has no such rule
    """
    from obslint.cli.rulestesting import run_tests

    return run_tests(pack, only, tests, update)
