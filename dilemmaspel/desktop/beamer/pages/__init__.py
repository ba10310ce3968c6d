"""The pages of the beamer, a few to a module; each paints one answer to one question."""
