"""Every change that can be made to a case: pure functions from one case to the next."""
