"""Who stands in which row, beside whom and how far apart: generations, couples, brothers and sisters."""
