"""How far two that are drawn have to differ."""

#: Below this two lines are confusable (`lines`). What a reader confuses measures at most 0.147: the first
#: recipes of hostile and violence; one that is merely redrawn in another rhythm less than 0.05. Where on the
#: page a line lies moves a figure by up to 0.01. The nearest pair in use stands at 0.169.
LINES = 0.16
#: Below this two symbols are confusable (`people`), in mm² of black.
SYMBOLS = 0.5
