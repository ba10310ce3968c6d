"""Scenarios that come from elsewhere and go elsewhere: opened, looked into, added, shared."""
