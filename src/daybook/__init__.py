"""A household notebook that is kept on the machine it runs on."""

__version__ = "0.1.0"
