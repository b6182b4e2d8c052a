"""Articles as Markdown and as plain text, by suffix or by `Accept`; and `/llms.txt`."""
