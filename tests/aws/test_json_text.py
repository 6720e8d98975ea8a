"""JSON in text attributes: jsonencode, heredocs and Fn::Sub, read with places."""

import pytest
from aws_support import Make

from obslint.aws import Unit
from obslint.aws.view import View, attribute, blocks

TERRAFORM = """
    variable "image" {
      type = string
    }

    resource "aws_ecs_task_definition" "encoded" {
      container_definitions = jsonencode([
        { name = "app", image = var.image, logConfiguration = { logDriver = "awslogs" } },
        {
          name             = "web"
          logConfiguration = { logDriver = "none" }
        },
      ])
    }

    resource "aws_ecs_task_definition" "heredoc" {
      container_definitions = <<-EOT
        [
          {
            "name": "app", "image": "${var.image}:1",
            "cpu": ${var.image},
            "logConfiguration": { "logDriver": "none" }
          }
        ]
      EOT
    }

    resource "aws_ecs_task_definition" "line" {
      container_definitions = "[{\\"name\\": \\"a\\", \\"logConfiguration\\": {\\"logDriver\\": \\"none\\"}}]"
    }

    resource "aws_ecs_task_definition" "broken" {
      container_definitions = "[{"
    }

    resource "aws_ecs_task_definition" "spliced" {
      container_definitions = "[{\\"name\\": \\"a\\"}, ${var.image}]"
    }

    resource "aws_ecs_task_definition" "passed" {
      container_definitions = var.image
    }
"""


class Box(View):
    name = attribute("name", "Name")
    image = attribute("image", "Image")
    cpu = attribute("cpu", "Cpu")
    driver = attribute("logConfiguration.logDriver", "LogConfiguration.LogDriver")


class Task(View, terraform="aws_ecs_task_definition", cloudformation="AWS::ECS::TaskDefinition"):
    boxes = blocks("container_definitions", "ContainerDefinitions", Box, key=("name", "Name"))
    text = attribute("container_definitions", "ContainerDefinitions")


def _task(unit: Unit, name: str) -> Task:
    return Task(next(r for r in unit.data.of_type(*Task.types()) if r.address.endswith(name)))


@pytest.fixture
def unit(terraform: Make) -> Unit:
    return terraform(TERRAFORM)


def test_jsonencode_keeps_the_places_of_its_members(unit: Unit) -> None:
    task = _task(unit, "encoded")
    drivers = [box.driver for box in task.boxes]
    assert [driver.shown for driver in drivers] == ["awslogs", "none"]
    assert [driver.at.text for driver in drivers] == ['logDriver = "awslogs"', 'logDriver = "none"']
    assert next(iter(task.boxes)).image.surely_set().known is None
    assert drivers[0].finding("x").attribute == "container_definitions[name=app].logConfiguration.logDriver"


def test_a_heredoc_has_places_on_its_lines(unit: Unit) -> None:
    (box,) = _task(unit, "heredoc").boxes
    assert box.driver.at.text == '"logDriver": "none"'
    assert box.driver.surely("none").known
    assert box.image.ends_with(":1").known
    assert box.image.at.text == '"image": "${var.image}:1"'
    assert box.cpu.surely_set().known is None
    assert box.cpu.at.text == '"cpu": ${var.image}'
    assert box.header.text == '"name"'


def test_text_on_one_line_is_read_at_the_place_of_the_whole(unit: Unit) -> None:
    (box,) = _task(unit, "line").boxes
    assert box.driver.shown == "none"
    assert box.driver.at.text.startswith('"[{')


@pytest.mark.parametrize(("name", "why"), [("broken", "the text is not JSON: it ends where a key"), ("passed", 'variable "image"')])
def test_text_that_cannot_be_read_says_why(unit: Unit, name: str, why: str) -> None:
    answer = _task(unit, name).boxes.exist
    assert answer.known is None
    assert answer.doubts[0].reason.startswith(why)


def test_what_is_spliced_in_may_be_anything(unit: Unit) -> None:
    boxes = _task(unit, "spliced").boxes
    assert len(boxes) == 1
    assert boxes.all(lambda box: box.name.surely_set()).known is None


def test_a_text_as_json_answers_like_any_other_attribute(unit: Unit) -> None:
    items = list(_task(unit, "encoded").text.as_json().items())
    assert [item.member("name").shown for item in items] == ["app", "web"]


def test_lists_of_a_template_and_text_are_read_alike(template: Make) -> None:
    unit = template(
        """
          Plain:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: app
                  LogConfiguration: {LogDriver: none}
          Text:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: !Sub |
                [
                  {"Name": "app-${AWS::Region}", "LogConfiguration": {"LogDriver": "none"}}
                ]
        """
    )
    for name in ("Plain", "Text"):
        (box,) = _task(unit, name).boxes
        assert box.driver.surely("none").known
        assert box.driver.at.text in ("LogDriver: none", '{"Name": "app-${AWS::Region}", "LogConfiguration": {"LogDriver": "none"}}')
    assert box.name.starts_with("app-").known
