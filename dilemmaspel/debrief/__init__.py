"""The talk afterwards: measures, questions, comparisons and reports; pure, and without windows."""
