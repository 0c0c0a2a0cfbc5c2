"""Extraction: what an article says happened, word by word, into typed reports."""
