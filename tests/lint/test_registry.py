"""Rules are found through their packs, and imported when they are needed."""

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from obslint.lint import registry
from obslint.lint.packs import installed_packs
from obslint.lint.registry import PackError, build_index, index_path, load
from obslint.policy import Persona, Rule, Severity

RULE = '''
    from obslint.aws import View, attribute
    from obslint.policy import Persona, Severity, rule

    class Box(View, terraform="aws_box", cloudformation="AWS::Box::Box"):
        """A box."""
        open = attribute("open", "Open")

    @rule(Severity.ERROR, persona=Persona.AUDITOR, topics=("boxes",), checkov="CKV_BOX_1", soc2="cc_7_2")
    def {name}(box: Box):
        """A box stands open.

        Things fall out.
        """
        yield from ()
'''


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """Makes an importable package; gives its name."""

    def make(name: str, **modules: str) -> str:
        for module, text in {"__init__": "", "boxes/__init__": "", **{f"boxes/{key}": value for key, value in modules.items()}}.items():
            path = tmp_path / name / f"{module}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text))
        return name

    monkeypatch.syspath_prepend(str(tmp_path))
    yield make
    for name in [name for name in sys.modules if name.startswith("toy_pack")]:
        del sys.modules[name]


def ids(found) -> list[str]:
    return [card.id for card in found if card.module]


def test_the_built_in_pack_is_installed():
    assert "obslint_rules" in installed_packs()


def test_packs_are_found_by_their_metadata(tmp_path, monkeypatch):
    folder = tmp_path / "other-1.0.dist-info"
    folder.mkdir()
    (folder / "entry_points.txt").write_text("[console_scripts]\nx = y:z\n\n[obslint.rules]\n# ours\nmine = other_rules\n\n[more]\na = b\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert installed_packs() == ("other_rules",)


def test_a_pack_without_index_is_walked(pack):
    found = load([pack("toy_pack_a", open_box=RULE.format(name="open_box"), _private="raise RuntimeError")])
    card = found.cards["open-box"]
    assert (card.module, card.family, card.severity, card.persona) == (
        "toy_pack_a.boxes.open_box",
        "boxes",
        Severity.ERROR,
        Persona.AUDITOR,
    )
    assert (card.types, card.peers, card.controls) == (("aws_box", "AWS::Box::Box"), {"checkov": ("CKV_BOX_1",)}, {"soc2": ("cc_7_2",)})
    assert (card.topics, card.summary) == (("boxes",), "A box stands open.")
    assert isinstance(found.rule("open-box"), Rule)
    assert "boxes" in found.families


def test_an_indexed_pack_is_not_imported_until_a_rule_is_wanted(pack):
    name = pack("toy_pack_b", open_box=RULE.format(name="open_box"))
    path = index_path(name)
    assert path
    path.write_text(build_index(name))
    walked = load([name], use_index=False).cards
    for module in [module for module in sys.modules if module.startswith(name)]:
        del sys.modules[module]
    found = load([name])
    assert found.cards == walked
    assert name not in sys.modules
    assert [card.id for card in found.concerning({"aws_box", "x"}, {"open-box", "syntax-error"})] == ["open-box"]
    assert found.concerning({"x"}, {"open-box"}) == []
    assert found.rule("open-box").id == "open-box"
    assert f"{name}.boxes.open_box" in sys.modules


@pytest.mark.parametrize("indexed", [True, False])
def test_an_installed_pack_brings_its_policies(pack, tmp_path, indexed):
    name = pack("toy_pack_p", open_box=RULE.format(name="open_box"))
    if indexed:
        index_path(name).write_text(build_index(name))
    text = "policies:\n  - {id: ID, summary: x, view: LogGroup, when: {attribute: retention, absent: true}, message: m}\n"
    (tmp_path / name / "policies").mkdir()
    (tmp_path / name / "policies" / "a.yaml").write_text(text.replace("ID", "kept-forever"))
    (tmp_path / name / "policies" / "bad.yaml").write_text(text.replace("absent", "absnt"))
    found = load([name])
    assert sorted(ids(found)) == ["kept-forever", "open-box"]
    assert found.rule("kept-forever").family == name
    assert found.errors
    assert all("bad.yaml:2: " in error for error in found.errors)


def test_an_index_from_before_a_new_rule_is_not_used(pack):
    name = pack("toy_pack_c", open_box=RULE.format(name="open_box"))
    path = index_path(name)
    assert path
    path.write_text(build_index(name))
    pack("toy_pack_c", closed_box=RULE.format(name="closed_box"))
    assert ids(load([name])) == ["closed-box", "open-box"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"modules": [], "rules": {"a": 1}}'])
def test_a_broken_index_is_not_used(pack, content):
    name = pack("toy_pack_d", open_box=RULE.format(name="open_box"))
    path = index_path(name)
    assert path
    path.write_text(content)
    assert ids(load([name])) == ["open-box"]


def test_an_index_that_promises_too_much_is_an_error(pack):
    name = pack("toy_pack_e", open_box=RULE.format(name="open_box"))
    path = index_path(name)
    assert path
    path.write_text(build_index(name).replace('"open-box"', '"gone-box"'))
    with pytest.raises(PackError, match="out of date"):
        load([name]).rule("gone-box")


def test_two_rules_of_one_name_are_an_error_that_names_both(pack):
    names = [pack("toy_pack_f", open_box=RULE.format(name="open_box")), pack("toy_pack_g", box=RULE.format(name="open_box"))]
    with pytest.raises(PackError, match=r"open-box: toy_pack_f\.boxes\.open_box and toy_pack_g\.boxes\.box"):
        load(names)
    with pytest.raises(PackError, match="syntax-error: obslint itself and"):
        load([pack("toy_pack_h", box=RULE.format(name="syntax_error"))])


def test_a_pack_that_cannot_be_imported_is_left_out_and_named(pack):
    good = pack("toy_pack_i", open_box=RULE.format(name="open_box"), broken="raise RuntimeError('boom')")
    found = load([good, "no_such_pack"])
    broken = index_path(good).parent / "boxes/broken.py"
    assert ids(found) == ["open-box"]
    assert found.errors == (
        f"rule pack toy_pack_i: toy_pack_i.boxes.broken cannot be imported: RuntimeError: boom ({broken}:1)",
        "rule pack no_such_pack: no_such_pack cannot be imported: ModuleNotFoundError: No module named 'no_such_pack'",
    )
    with pytest.raises(PackError, match="boom"):
        build_index(good)


def test_the_index_of_the_built_in_rules_is_current():
    path = index_path("obslint_rules")
    assert path
    assert path.read_text(encoding="utf-8") == build_index("obslint_rules"), "run python scripts/index_rules.py"


def test_the_index_script_writes_it(pack, tmp_path):
    name = pack("toy_pack_j", open_box=RULE.format(name="open_box"))
    script = Path(__file__).parents[2] / "scripts" / "index_rules.py"
    environment = {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, script, name], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip().endswith("index.json")
    assert list(json.loads((tmp_path / name / "index.json").read_text())["rules"]) == ["open-box"]
    assert subprocess.run([sys.executable, script, "no_such_pack"], capture_output=True, env=environment).returncode == 2


def test_rules_of_the_engine_are_there():
    found = registry.load([])
    assert [card.id for card in found] == ["syntax-error", "malformed-ignore", "unused-ignore"]
    assert all(found.rule(card.id).consequence and card.summary and card.family == "engine" for card in found)


def test_a_rule_that_cannot_be_imported_is_named_and_the_rest_goes_on(pack, tmp_path, monkeypatch):
    from obslint.lint import Request, run

    name = pack("toy_pack_k", open_box=RULE.format(name="open_box"))
    path = index_path(name)
    assert path
    path.write_text(build_index(name))
    (tmp_path / name / "boxes" / "open_box.py").write_text("raise RuntimeError('boom')")
    del sys.modules[f"{name}.boxes.open_box"]
    found = load([name])
    monkeypatch.setattr(registry, "load", lambda: found)
    (tmp_path / "a.tf").write_text('resource "aws_box" "a" {}\n')
    outcome = run(Request((tmp_path / "a.tf",), tmp_path, select=("open-box",)))
    assert outcome.errors[0].startswith("rule open-box cannot be imported: RuntimeError: boom")
    assert outcome.report.summary.resources == 1
