"""The family as a networkx graph, and the case that holds it."""
