"""The list of articles as a tool: filters that combine, columns, views to keep, files to take away."""
