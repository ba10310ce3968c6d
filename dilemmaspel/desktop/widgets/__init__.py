"""Small widgets without a truth of their own, shared by the windows."""
