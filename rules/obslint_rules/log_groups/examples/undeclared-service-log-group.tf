resource "aws_codebuild_project" "build" {
  name         = "build" # nightly
  service_role = "arn:aws:iam::111122223333:role/build"
}
