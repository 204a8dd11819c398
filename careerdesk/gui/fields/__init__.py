"""Editors of single values, placed in forms; each says beside itself what is wrong with it."""
