"""The suite: it mirrors the package, one folder per part."""
