"""What is seen: a family and its layout become a drawing."""
