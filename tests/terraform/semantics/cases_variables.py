"""Variables, their types and files, locals and outputs."""

from semantics_case import Case, Text, refused, unknown

CASES = [
    Case("a default", 'variable "a" {\n  default = 30\n}\noutput "o" {\n  value = var.a\n}', {"output.o": 30}),
    Case(
        "no value",
        'variable "a" {}\noutput "o" {\n  value = var.a\n}',
        {"output.o": unknown('variable "a" has no value; pass --var-file')},
        peer=False,
    ),
    Case(
        "a null argument overrides the default",
        """
module "m" {
  source = "./m"
  days   = null
}
-- m/main.tf --
variable "days" {
  type    = number
  default = 365
}
resource "terraform_data" "a" {
  input = var.days
}
""",
        {"module.m.terraform_data.a.input": None},
    ),
    Case(
        "a null argument of a variable that is not nullable",
        """
module "m" {
  source = "./m"
  days   = null
}
-- m/main.tf --
variable "days" {
  type     = number
  default  = 365
  nullable = false
}
resource "terraform_data" "a" {
  input = var.days
}
""",
        {"module.m.terraform_data.a.input": 365},
    ),
    Case(
        "a null default",
        'variable "a" {\n  type    = string\n  default = null\n}\noutput "o" {\n  value = [var.a]\n}',
        {"output.o": [None]},
    ),
    Case(
        "text becomes a number",
        'variable "a" {\n  type    = number\n  default = "5.50"\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": 5.5},
    ),
    Case(
        "a number becomes text",
        'variable "a" {\n  type    = string\n  default = 1.0\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": "1"},
    ),
    Case(
        "text becomes a boolean",
        'variable "a" {\n  type    = bool\n  default = "true"\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": True},
    ),
    Case(
        "text that is no number",
        'variable "a" {\n  type    = number\n  default = "many"\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": refused("'many' is not a number")},
        peer=False,
    ),
    Case(
        "a list where text is wanted",
        'variable "a" {\n  type    = string\n  default = []\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": refused("a string is wanted here")},
        peer=False,
    ),
    Case(
        "elements of a list are converted",
        'variable "a" {\n  type    = list(string)\n  default = [1, true, "x"]\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": ["1", "true", "x"]},
    ),
    Case(
        "elements of any type get one type",
        """
variable "a" {
  type    = list(any)
  default = [1, "x"]
}
variable "b" {
  type    = map(any)
  default = { k = true, l = "x" }
}
output "o" {
  value = [var.a, var.b]
}
""",
        {"output.o": [["1", "x"], {"k": "true", "l": "x"}]},
    ),
    Case(
        "a set has each element once, in order",
        """
variable "a" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "n" {
  type    = set(number)
  default = [10, "9", 9]
}
output "o" {
  value = [tolist(var.a), length(var.a), tolist(var.n)]
}
""",
        {"output.o": [["a", "b"], 2, [9, 10]]},
    ),
    Case(
        "a tuple",
        'variable "a" {\n  type    = tuple([string, number])\n  default = [1, "2"]\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": ["1", 2]},
    ),
    Case(
        "an object loses what its type does not name",
        'variable "a" {\n  type    = object({ n = number })\n  default = { n = "1", z = 2 }\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": {"n": 1}},
    ),
    Case(
        "optional attributes",
        """
variable "a" {
  type = object({
    name = string
    days = optional(number, 30)
    key  = optional(string)
    logs = optional(object({ on = optional(bool, true), to = optional(list(string), ["x"]) }), {})
  })
  default = { name = "n" }
}
output "o" {
  value = var.a
}
""",
        {"output.o": {"name": "n", "days": 30, "key": None, "logs": {"on": True, "to": ["x"]}}},
    ),
    Case(
        "a null optional attribute gets its default",
        """
module "m" {
  source = "./m"
  groups = [{ name = "a" }, { name = "b", days = null }, { name = "c", days = 5 }]
}
-- m/main.tf --
variable "groups" {
  type = list(object({ name = string, days = optional(number, 30) }))
}
resource "terraform_data" "a" {
  input = [for g in var.groups : "${g.name}${g.days}"]
}
""",
        {"module.m.terraform_data.a.input": ["a30", "b30", "c5"]},
    ),
    Case(
        "optional attributes inside a map",
        """
variable "m" {
  type    = map(object({ days = optional(number, 30) }))
  default = { z = {}, a = { days = 1 } }
}
output "o" {
  value = [for k, v in var.m : "${k}${v.days}"]
}
""",
        {"output.o": ["a1", "z30"]},
    ),
    Case(
        "a required attribute is missing",
        'variable "a" {\n  type    = object({ n = number })\n  default = {}\n}\noutput "o" {\n  value = var.a\n}',
        {"output.o": refused("the attribute n is required here")},
        peer=False,
    ),
    Case(
        "terraform.tfvars over the default",
        'variable "a" {\n  default = 1\n}\noutput "o" {\n  value = var.a\n}\n-- terraform.tfvars --\na = 2\n',
        {"output.o": 2},
        peer=False,
    ),
    Case(
        "files of variables in their order",
        """
variable "a" {}
variable "b" {}
variable "c" {}
variable "d" {}
output "o" {
  value = [var.a, var.b, var.c, var.d]
}
-- terraform.tfvars --
a = "tfvars"
b = "tfvars"
c = "tfvars"
d = "tfvars"
-- terraform.tfvars.json --
{"b": "json", "c": "json", "d": "json"}
-- a.auto.tfvars --
c = "a"
d = "a"
-- b.auto.tfvars.json --
{"d": "b"}
-- other.tfvars --
a = "never"
""",
        {"output.o": ["tfvars", "json", "a", "b"]},
        peer=False,
    ),
    Case(
        "variable files of a called module do not count",
        """
module "m" {
  source = "./m"
}
-- m/main.tf --
variable "a" {
  default = 1
}
resource "terraform_data" "x" {
  input = var.a
}
-- m/terraform.tfvars --
a = 2
""",
        {"module.m.terraform_data.x.input": 1},
    ),
    Case(
        "a variable file sets a complex value",
        """
variable "groups" {
  type = map(object({ days = optional(number, 7) }))
}
output "o" {
  value = var.groups
}
-- terraform.tfvars --
groups = {
  a = {}
  b = { days = "9" }
}
""",
        {"output.o": {"a": {"days": 7}, "b": {"days": 9}}},
        peer=False,
    ),
    Case(
        "text in a JSON variable file is no template",
        'variable "a" {}\noutput "o" {\n  value = var.a\n}\n-- terraform.tfvars.json --\n{"a": "${x}"}\n',
        {"output.o": "${x}"},
        peer=False,
    ),
    Case(
        "an ephemeral variable",
        'variable "a" {\n  default   = 1\n  ephemeral = true\n}\nresource "terraform_data" "x" {\n  input = var.a\n}',
        {"terraform_data.x.input": unknown("ephemeral")},
        peer=False,
    ),
    Case(
        "an undeclared variable",
        'output "o" {\n  value = var.zz\n}',
        {"output.o": refused("variable 'zz' is not declared")},
        peer=False,
    ),
    Case(
        "an undeclared variable in a text, whose rest counts",
        'output "o" {\n  value = "a-${var.zz}"\n}',
        {"output.o": Text("a-<var.zz>")},
        peer=False,
    ),
    Case(
        "an undeclared variable that a variable file sets, as another tool declares it",
        'output "o" {\n  value = "a-${var.zz}"\n}\n-- terraform.tfvars --\nzz = "b"\n',
        {"output.o": "a-b"},
        peer=False,
    ),
    Case(
        "locals of several blocks and files",
        """
locals {
  a = 1
  b = local.c + 1
}
output "o" {
  value = [local.a, local.b, local.c]
}
-- more.tf --
locals {
  c = local.a * 10
}
""",
        {"output.o": [1, 11, 10]},
    ),
    Case(
        "an output of a module",
        """
module "m" {
  source = "./m"
  name   = "n"
}
output "o" {
  value = module.m.arn
}
-- m/main.tf --
variable "name" {}
output "arn" {
  value = "arn:${var.name}"
}
""",
        {"output.o": "arn:n"},
    ),
    Case(
        "an output that is not declared",
        'module "m" {\n  source = "./m"\n}\noutput "o" {\n  value = module.m.zz\n}\n-- m/main.tf --\nlocals {}\n',
        {"output.o": refused("no attribute zz")},
        peer=False,
    ),
    Case(
        "a chain of modules",
        """
module "a" {
  source = "./a"
  x      = terraform_data.r.id
}
resource "terraform_data" "r" {
  input = 1
}
output "o" {
  value = "${module.a.y}!"
}
-- a/main.tf --
variable "x" {}
module "b" {
  source = "./b"
  x      = "<${var.x}>"
}
output "y" {
  value = module.b.y
}
-- a/b/main.tf --
variable "x" {}
output "y" {
  value = upper("k") == "K" ? var.x : ""
}
""",
        {"output.o": Text("<<terraform_data.r.id>>!")},
    ),
]
