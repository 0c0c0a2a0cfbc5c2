"""From files, folders and standard input to articles: clean text, what is known about it, and which stretches are page furniture."""

from attack_timeline.reading.articles import read_articles
from attack_timeline.reading.decode import NoText, decode
from attack_timeline.reading.furniture import furniture

__all__ = ["NoText", "decode", "furniture", "read_articles"]
