"""EC2, Step Functions, Systems Manager, CodeBuild and Airflow."""
