"""The picture that a link to a page is shown with elsewhere: title and key figure, drawn by us."""
