"""What the house should do every day, and whether it does."""
