"""Bytes to an article: decoding, web pages, damaged text, script; title, outlet, author and day as stated."""
