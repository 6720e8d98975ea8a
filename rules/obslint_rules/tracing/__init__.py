"""X-Ray and OpenTelemetry traces."""
