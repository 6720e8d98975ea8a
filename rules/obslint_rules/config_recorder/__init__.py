"""AWS Config recorders and aggregators."""
