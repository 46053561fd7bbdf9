"""What is true: the records that a case is made of, frozen and checked."""
