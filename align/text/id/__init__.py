"""What is known of Indonesian words."""
