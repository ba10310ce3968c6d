"""Takes the pictures in `docs/pictures`: real windows, played by themselves, with long texts."""
