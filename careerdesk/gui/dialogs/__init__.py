"""Dialogs; each is asked through a function, so that tests can answer in its place."""
