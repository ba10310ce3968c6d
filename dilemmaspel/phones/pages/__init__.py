"""The pages of a phone: every screen as HTML that works without a script."""
