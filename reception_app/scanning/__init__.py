"""What a scanner or a camera gives, made into texts to look up."""
