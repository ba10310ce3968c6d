"""From a scenario file to the game's values: read, check everything at once, build."""
