"""The beamer: pages painted on one canvas, and the window that fills the second screen."""
