"""Operators, conditionals, loops and try() where a part is not known."""

from semantics_case import Case, Text, one_of, refused, unknown


def known(name: str, expression: str, wanted: object, *, peer: bool = True) -> Case:
    """One expression, next to things that are known after apply."""
    prelude = 'variable "v" {}\n' if not peer else ""
    files = f'{prelude}resource "terraform_data" "a" {{\n  input = "x"\n}}\noutput "o" {{\n  value = {expression}\n}}'
    return Case(name, files, {"output.o": wanted}, peer)


ID = Text("<terraform_data.a.id>")
NO_VALUE = 'variable "v" has no value'

CASES = [
    known("false and unknown", "false && var.v", False, peer=False),
    known("unknown and false", "var.v && false", False, peer=False),
    known("true or unknown", "var.v || true", True, peer=False),
    known("true and unknown", "true && var.v", unknown(NO_VALUE), peer=False),
    known("not unknown", "!var.v", unknown(NO_VALUE), peer=False),
    known("a sum with unknown", "var.v + 1", unknown(NO_VALUE), peer=False),
    known("a comparison with unknown", "var.v > 1", unknown(NO_VALUE), peer=False),
    known("unknown equals itself", "var.v == var.v", True, peer=False),
    known("unknown equals something", 'var.v == "x"', unknown(NO_VALUE), peer=False),
    known("unknown may be null", "var.v == null", unknown(NO_VALUE), peer=False),
    known("an id is not null", "terraform_data.a.id != null", True, peer=False),
    known("a computed attribute may be null", "terraform_data.a.output == null", unknown("known only after apply")),
    known("text with a reference differs in its literal part", '"a-${terraform_data.a.id}" == "b-x"', False, peer=False),
    known("null equals null", "null == null", True),
    known("a condition that is not known", "var.v ? 1 : 2", one_of(1, 2, why=NO_VALUE), peer=False),
    known("candidates get one type", 'var.v ? 1 : "x"', one_of("1", "x"), peer=False),
    known("both sides are the same", 'var.v ? "x" : "x"', "x", peer=False),
    known("a conditional in a conditional", "var.v ? 1 : var.v ? 2 : 3", one_of(1, one_of(2, 3)), peer=False),
    known("null or something", 'var.v ? null : "x"', one_of(None, "x"), peer=False),
    known("an attribute of candidates", "(var.v ? { a = 1 } : { a = 2 }).a", one_of(1, 2), peer=False),
    known("an element of candidates", "(var.v ? [1] : [2, 3])[0]", one_of(1, 2), peer=False),
    known("a function of candidates", "length(var.v ? [1] : [])", one_of(1, 0), peer=False),
    known("a function with the same result for all candidates", "length(var.v ? [1] : [2])", 1, peer=False),
    known("a refused side of candidates", "try((var.v ? [1] : [])[0], 9)", one_of(1, 9), peer=False),
    known("text with something unknown keeps the rest", '"a-${var.v}-b"', Text("a-<var.v>-b"), peer=False),
    known("an interpolation alone keeps its type", '"${[1]}"', [1]),
    known("null inside a text", '"a${null}"', refused("null cannot be part of a text"), peer=False),
    known("a list inside a text", '"a${[1]}"', refused("a list or map cannot be part of a text"), peer=False),
    known("a loop over unknown", "[for x in var.v : x]", unknown(NO_VALUE), peer=False),
    known("a loop with an unknown condition", "[for x in [1] : x if var.v]", unknown(NO_VALUE), peer=False),
    known("a loop over things known after apply", "[for x in [terraform_data.a.id] : x]", [ID], peer=False),
    known("a loop over one of two lists", "[for x in(var.v ? [1, 2] : []) : x + 1]", one_of([2, 3], []), peer=False),
    known("a splat over one of two lists", "(var.v ? [{ a = 1 }] : [])[*].a", one_of([1], []), peer=False),
    known("a loop over null", "[for x in null : x]", refused("goes over null"), peer=False),
    known("a key twice", '{ for x in ["a", "a"] : x => 1 }', refused("two items of the for-expression have the key a"), peer=False),
    known("a key that is not known", "{ (terraform_data.a.id) = 1 }", unknown("known only after apply")),
    known("an object of things known after apply", "{ k = terraform_data.a.id }", {"k": ID}),
    known("an attribute of what is not known", "var.v.a.b", unknown(NO_VALUE), peer=False),
    known("an index of what is not known", 'var.v["k"][0]', unknown(NO_VALUE), peer=False),
    known("a splat over what is not known", "var.v[*].id", unknown(NO_VALUE), peer=False),
    known("try takes what is not refused", 'try(terraform_data.a.id, "x")', ID),
    known("try passes over what is refused", 'try(tonumber("x"), null.a, "d")', "d"),
    known("try passes over what is refused inside", '[try([tonumber("x")], "d"), try({ a = 1 / "x" }, "e")]', ["d", "e"]),
    known("try has nothing left", 'try(tonumber("x"))', refused("no argument of try() is valid"), peer=False),
    known("can", '[can(1), can(null), can(tonumber("x")), can([for x in null : x])]', [True, True, False, False]),
    known("can of what is not known", "can(var.v)", unknown(NO_VALUE), peer=False),
    known("coalesce of unknown", 'coalesce(var.v, "d")', one_of(unknown(NO_VALUE), "d"), peer=False),
    known("merge keeps what is certain", "{ for k, v in merge(var.v, { a = 1 }) : k => v }", unknown(NO_VALUE), peer=False),
    known("an attribute after a merge with unknown", "merge(var.v, { a = 1 }).a", 1, peer=False),
    known("an attribute before a merge with unknown", "merge({ a = 1 }, var.v).a", unknown(NO_VALUE), peer=False),
    known("merge with null", "merge(null, { a = 1 })", {"a": 1}),
    known("lookup in unknown", 'lookup(var.v, "a", "d")', unknown(NO_VALUE), peer=False),
    known("flatten with unknown", "flatten([var.v, [1]])", unknown(NO_VALUE), peer=False),
    known("contains with unknown and found", "contains([var.v, 1], 1)", True, peer=False),
    known("contains with unknown and not found", "contains([var.v, 1], 2)", unknown(NO_VALUE), peer=False),
    known("one of unknown", "one(var.v)", unknown(NO_VALUE), peer=False),
    known("a set of unknown", "toset([var.v])", unknown(NO_VALUE), peer=False),
    known("time and chance", "[timestamp(), uuid()]", [unknown("gives another result on every run"), unknown("on every run")], peer=False),
    known("a function of a provider", "provider::aws::arn_parse(terraform_data.a.id)", unknown("is a function of a provider"), peer=False),
    known("a function that does not exist", "nosuch(1)", refused("there is no function nosuch()"), peer=False),
    known("the workspace", "terraform.workspace", unknown("terraform.workspace is not written"), peer=False),
    known("a list is not a tuple", "toset([1]) == [1]", False),
    known("decimals", "[0.1 + 0.2, 10 / 4, 7 % 3, -7 % 3, 2 * 3 - 1]", [0.3, 2.5, 1, -1, 5]),
    known("precedence", "[1 + 2 * 3, (1 + 2) * 3, 10 - 4 - 3, true || false && false, !false || true]", [7, 9, 3, True, True]),
]
