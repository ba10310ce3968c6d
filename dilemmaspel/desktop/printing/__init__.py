"""Cards and sheets on paper: PDF files for the facilitator to print."""
