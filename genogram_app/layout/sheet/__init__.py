"""What a sheet is made of for layout: sizes, boxes, ink, and what it costs to lead a line past them."""
