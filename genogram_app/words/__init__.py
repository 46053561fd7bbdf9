"""Every sentence that a user reads, in every language that is shipped."""

from genogram_app.words.sentence import Sentence
from genogram_app.words.speech import Words, words_in

__all__ = ["Sentence", "Words", "words_in"]
