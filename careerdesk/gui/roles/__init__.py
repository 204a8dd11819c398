"""The page of roles: how each matches, what the order goes by, and roles of one's own."""
