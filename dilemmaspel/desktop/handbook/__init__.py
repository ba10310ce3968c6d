"""The handbook: read from Markdown, shown in the window, and put on paper."""
