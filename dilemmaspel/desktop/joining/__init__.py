"""Phones in the windows: how people come in, who is connected, and what to do when they cannot."""
