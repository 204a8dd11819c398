"""What the records say: pure functions on values; today is always a parameter."""
