"""List and detail: one mechanism that shows and edits every kind of record.

What is particular to a kind stands in its listing (``gui/listings``): which columns and fields it
has, how a new one is made, and what lies beside it.
"""
