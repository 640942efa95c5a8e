"""talent-tui: a dated timeline out of news articles, browsed by keyboard."""

__version__ = "0.1.0"
