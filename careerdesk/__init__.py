"""CareerDesk: an offline desk for people who change careers."""

__version__ = "0.1.0"
