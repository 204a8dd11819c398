"""Developing a skill: evidence for its level, actions towards the next, and the review between."""
