"""The open case: one door for every change, what is looked at, and what can be done."""
