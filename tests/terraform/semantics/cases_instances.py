"""count, for_each, each, count.index, dynamic blocks; resources and modules alike."""

from semantics_case import GONE, Case, Text, one_of, unknown

CASES = [
    Case(
        "count",
        'resource "terraform_data" "a" {\n  count = 2\n  input = "x${count.index}"\n}',
        {"terraform_data.a[0].input": "x0", "terraform_data.a[1].input": "x1", "terraform_data.a[2].input": GONE},
    ),
    Case("count of zero", 'resource "terraform_data" "a" {\n  count = 0\n  input = 1\n}', {"terraform_data.a[0].input": GONE}),
    Case(
        "count by a condition",
        'locals {\n  on = false\n}\nresource "terraform_data" "a" {\n  count = local.on ? 1 : 0\n  input = 1\n}\n'
        'output "o" {\n  value = [length(terraform_data.a), one(terraform_data.a[*].input)]\n}',
        {"terraform_data.a[0].input": GONE, "output.o": [0, None]},
    ),
    Case("count as text", 'resource "terraform_data" "a" {\n  count = "1"\n  input = 1\n}', {"terraform_data.a[0].input": 1}),
    Case(
        "count that is not known",
        'variable "n" {}\nresource "terraform_data" "a" {\n  count = var.n\n  input = "x"\n}',
        {
            "terraform_data.a.input": "x",
            "terraform_data.a.presence": unknown('count is not known: variable "n" has no value; pass --var-file'),
        },
        peer=False,
    ),
    Case(
        "count of more than 1,000",
        'resource "terraform_data" "a" {\n  count = 1001\n  input = "x"\n}',
        {"terraform_data.a.presence": unknown("count is 1,001")},
        peer=False,
    ),
    Case(
        "for_each over a set",
        'resource "terraform_data" "a" {\n  for_each = toset(["x", "y"])\n  input = "${each.key}-${each.value}"\n}',
        {'terraform_data.a["x"].input': "x-x", 'terraform_data.a["y"].input': "y-y"},
    ),
    Case(
        "for_each over a map",
        'resource "terraform_data" "a" {\n  for_each = { k = { d = 1 }, "l m" = { d = 2 } }\n  input = each.value.d\n}',
        {'terraform_data.a["k"].input': 1, 'terraform_data.a["l m"].input': 2},
    ),
    Case(
        "for_each over numbers as keys",
        'resource "terraform_data" "a" {\n  for_each = { for i in [10, 9] : i => i * 2 }\n  input = each.value\n}',
        {'terraform_data.a["10"].input': 20, 'terraform_data.a["9"].input': 18},
    ),
    Case(
        "a key with quotes and letters of other scripts",
        'resource "terraform_data" "a" {\n  for_each = toset(["a\\"b", "é"])\n  input = each.key\n}',
        {'terraform_data.a["a\\"b"].input': 'a"b', 'terraform_data.a["é"].input': "é"},
    ),
    Case(
        "for_each over nothing",
        'resource "terraform_data" "a" {\n  for_each = {}\n  input = 1\n}\noutput "o" {\n  value = keys(terraform_data.a)\n}',
        {"output.o": []},
    ),
    Case(
        "for_each over a conditional set",
        'locals {\n  on = true\n}\nresource "terraform_data" "a" {\n  for_each = local.on ? toset(["k"]) : []\n  input = each.key\n}',
        {'terraform_data.a["k"].input': "k"},
    ),
    Case(
        "for_each with values that are not known",
        'resource "terraform_data" "r" {}\n'
        'resource "terraform_data" "a" {\n  for_each = { k = terraform_data.r.id }\n  input = each.value\n}',
        {'terraform_data.a["k"].input': Text("<terraform_data.r.id>")},
    ),
    Case(
        "for_each with keys that are not known",
        'variable "v" {}\nresource "terraform_data" "a" {\n  for_each = toset(var.v)\n  input = each.key\n}',
        {"terraform_data.a.presence": unknown("for_each is not known"), "terraform_data.a.input": unknown("for_each is not known")},
        peer=False,
    ),
    Case(
        "for_each over a map or nothing",
        """
variable "on" {}
resource "aws_sns_topic" "t" {
  for_each = var.on ? { a = "x", b = "y" } : {}
  name     = each.value
}
output "o" {
  value = [aws_sns_topic.t["b"].name, aws_sns_topic.t["a"].arn, try(aws_sns_topic.t["a"].name, "none")]
}
""",
        {
            'aws_sns_topic.t["a"].name': "x",
            'aws_sns_topic.t["b"].name': "y",
            'aws_sns_topic.t["b"].presence': unknown('for_each is not known: variable "on" has no value'),
            "output.o": ["y", Text('<aws_sns_topic.t["a"].arn>'), one_of("x", "none")],
        },
        peer=False,
    ),
    Case(
        "for_each over more than 1,000",
        'resource "terraform_data" "a" {\n  for_each = toset([for i in range(1001) : tostring(i)])\n}',
        {"terraform_data.a.presence": unknown("for_each has 1,001 items")},
        peer=False,
    ),
    Case(
        "for_each over the instances of another resource",
        """
resource "terraform_data" "a" {
  for_each = { x = 1, y = 2 }
  input    = each.value
}
resource "terraform_data" "b" {
  for_each = terraform_data.a
  input    = "${each.key}${each.value.input}"
}
""",
        {'terraform_data.b["x"].input': "x1", 'terraform_data.b["y"].input': "y2"},
    ),
    Case(
        "a module with count",
        """
module "m" {
  source = "./m"
  count  = 2
  n      = count.index
}
output "o" {
  value = [module.m[1].n, module.m[*].n]
}
-- m/main.tf --
variable "n" {}
resource "terraform_data" "a" {
  input = var.n
}
output "n" {
  value = var.n + 10
}
""",
        {"module.m[0].terraform_data.a.input": 0, "module.m[1].terraform_data.a.input": 1, "output.o": [11, [10, 11]]},
    ),
    Case(
        "a module with for_each",
        """
module "m" {
  source   = "./m"
  for_each = toset(["x", "y"])
  days     = each.key == "x" ? 30 : 0
}
output "o" {
  value = { for k, m in module.m : k => m.days }
}
-- m/main.tf --
variable "days" {}
resource "terraform_data" "a" {
  input = var.days
}
output "days" {
  value = var.days
}
""",
        {
            'module.m["x"].terraform_data.a.input': 30,
            'module.m["y"].terraform_data.a.input': 0,
            "output.o": {"x": 30, "y": 0},
        },
    ),
    Case(
        "instances inside instances",
        """
module "m" {
  source   = "./m"
  for_each = { p = ["a"], q = ["b", "c"] }
  names    = each.value
}
-- m/main.tf --
variable "names" {}
resource "terraform_data" "a" {
  count = length(var.names)
  input = var.names[count.index]
}
""",
        {'module.m["p"].terraform_data.a[0].input': "a", 'module.m["q"].terraform_data.a[1].input': "c"},
    ),
    Case(
        "a module that is not made",
        'module "m" {\n  source = "./m"\n  count  = 0\n}\noutput "o" {\n  value = module.m[*].y\n}\n'
        '-- m/main.tf --\nresource "terraform_data" "a" {}\noutput "y" {\n  value = 1\n}\n',
        {"module.m.terraform_data.a.input": GONE, "module.m[0].terraform_data.a.input": GONE, "output.o": []},
    ),
    Case(
        "a module whose count is not known",
        """
variable "on" {}
module "m" {
  source = "./m"
  count  = var.on ? 1 : 0
}
output "o" {
  value = one(module.m[*].y)
}
output "p" {
  value = try(module.m[0].y, "none")
}
output "q" {
  value = module.m[0].y
}
-- m/main.tf --
resource "terraform_data" "a" {
  input = 5
}
output "y" {
  value = 1
}
""",
        {
            "module.m.terraform_data.a.input": 5,
            "module.m.terraform_data.a.presence": unknown('variable "on" has no value'),
            "output.o": one_of(1, None),
            "output.p": one_of(1, "none"),
            "output.q": 1,
        },
        peer=False,
    ),
    Case(
        "the instances of a resource that may be there",
        """
variable "on" {}
resource "aws_sns_topic" "t" {
  count = var.on ? 1 : 0
  name  = "n"
}
output "splat" {
  value = aws_sns_topic.t[*].arn
}
output "join" {
  value = join("", aws_sns_topic.t[*].arn)
}
output "length" {
  value = length(aws_sns_topic.t)
}
output "index" {
  value = aws_sns_topic.t[0].arn
}
""",
        {
            "output.splat": one_of([Text("<aws_sns_topic.t.arn>")], []),
            "output.join": one_of(Text("<aws_sns_topic.t.arn>"), ""),
            "output.length": one_of(1, 0),
            "output.index": Text("<aws_sns_topic.t.arn>"),
        },
        peer=False,
    ),
    Case(
        "a dynamic block",
        """
resource "aws_lb" "a" {
  dynamic "access_logs" {
    for_each = ["x"]
    content {
      bucket = access_logs.value
      prefix = access_logs.key
    }
  }
}
""",
        {"aws_lb.a.access_logs": [{"bucket": "x", "prefix": 0}]},
        peer=False,
    ),
    Case(
        "a dynamic block over nothing",
        'resource "aws_lb" "a" {\n  dynamic "access_logs" {\n    for_each = []\n    content {\n      bucket = "b"\n    }\n  }\n}',
        {"aws_lb.a.access_logs": []},
        peer=False,
    ),
    Case(
        "a dynamic block with an iterator, over a map",
        """
resource "aws_x" "a" {
  dynamic "rule" {
    for_each = { b = 2, a = 1 }
    iterator = it
    content {
      name = it.key
      n    = it.value
    }
  }
}
""",
        {"aws_x.a.rule": [{"name": "a", "n": 1}, {"name": "b", "n": 2}]},
        peer=False,
    ),
    Case(
        "dynamic blocks inside one another",
        """
resource "aws_x" "a" {
  dynamic "outer" {
    for_each = [[1, 2], []]
    content {
      n = outer.key
      dynamic "inner" {
        for_each = outer.value
        content {
          v = "${outer.key}-${inner.value}"
        }
      }
    }
  }
}
""",
        {"aws_x.a.outer": [{"n": 0, "inner": [{"v": "0-1"}, {"v": "0-2"}]}, {"n": 1, "inner": []}]},
        peer=False,
    ),
    Case(
        "static and dynamic blocks together",
        """
resource "aws_x" "a" {
  rule {
    n = 0
  }
  dynamic "rule" {
    for_each = [1]
    content {
      n = rule.value
    }
  }
  rule {
    n = 2
  }
}
""",
        {"aws_x.a.rule": [{"n": 0}, {"n": 1}, {"n": 2}]},
        peer=False,
    ),
    Case(
        "a dynamic block whose collection is not known",
        """
variable "x" {}
resource "aws_x" "a" {
  dynamic "rule" {
    for_each = var.x
    content {
      n = rule.value
    }
  }
}
""",
        {"aws_x.a.rule": [unknown('a dynamic block makes rule: variable "x" has no value')]},
        peer=False,
    ),
    Case(
        "a dynamic block that is there or not",
        """
variable "on" {}
resource "aws_lb" "a" {
  dynamic "access_logs" {
    for_each = var.on ? [1] : []
    content {
      bucket = "b"
    }
  }
}
""",
        {"aws_lb.a.access_logs": [one_of({"bucket": "b"}, None, why="a dynamic block makes access_logs")]},
        peer=False,
    ),
    Case(
        "each and count inside a dynamic block",
        """
resource "aws_x" "a" {
  for_each = { k = [1] }
  dynamic "rule" {
    for_each = each.value
    content {
      n = "${each.key}${rule.value}"
    }
  }
}
""",
        {'aws_x.a["k"].rule': [{"n": "k1"}]},
        peer=False,
    ),
]
