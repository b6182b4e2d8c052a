"""The site read by the clients that others use: nothing here knows how a page is made."""
