"""The windows: Qt, and nothing that the game needs to know."""
