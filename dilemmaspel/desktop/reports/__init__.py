"""Reports and exports in the windows: on paper, as a page, as tables."""
