"""Split a text into paragraphs and sentences, each with its place."""
