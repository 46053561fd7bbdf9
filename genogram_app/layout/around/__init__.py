"""Services and others round a family, on a genogram and on an ecomap."""
