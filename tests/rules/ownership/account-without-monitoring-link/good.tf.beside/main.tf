resource "aws_oam_sink" "main" {
  name = "monitoring"
}
