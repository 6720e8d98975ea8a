resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
}

resource "aws_cloudwatch_log_group" "build" {
  name = "/aws/codebuild/${aws_codebuild_project.build.name}"
}
