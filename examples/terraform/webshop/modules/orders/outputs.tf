output "endpoint" {
  value = aws_apigatewayv2_stage.live.invoke_url
}

output "function_names" {
  value = { for key, worker in aws_lambda_function.worker : key => worker.function_name }
}

output "queue_name" {
  value = aws_sqs_queue.orders.name
}

output "dead_queue_name" {
  value = aws_sqs_queue.dead.name
}

output "database_id" {
  value = aws_db_instance.orders.identifier
}
