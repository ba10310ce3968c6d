"""The local server for the phones in the room; every phone votes from its own page."""
