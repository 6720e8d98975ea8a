"""Load balancers and CloudFront."""
