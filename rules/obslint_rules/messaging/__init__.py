"""MSK, Amazon MQ, Kinesis."""
