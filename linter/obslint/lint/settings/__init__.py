"""Settings files: what they can say, where they are found, and what follows from them."""
