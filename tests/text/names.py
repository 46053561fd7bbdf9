"""Names in the scripts of families that British social workers meet, for the tests of this room."""

#: Set letter by letter, in the face itself.
PLAIN = [
    "Siân Llŷr Ŵyn-Jones",  # Welsh
    "Małgorzata Wiśniewska",  # Polish
    "Nguyễn Thị Thuỳ Ế",  # Vietnamese
    "Zoë D’Arcy (b. 1975)",
    "Ольга Иванова",  # Russian
    "Ελένη Παπά",  # Greek
    "AVATAR To office ffi fl – £5 “x” 12/03/1975",  # pairs that kern, letters that join
]

#: Shaped, or from another font.
SHAPED = {
    "Chinese and Japanese": "田中さくら 陈国",
    "Korean": "김철수",
    "Urdu": "محمد علی خان ٹوپی گڑیا ہے",
    "Arabic": "عَائِشَة",
    "Kurdish": "ئاسۆ ڕێبوار",
    "Pashto": "ښځه ځوان ټول",
    "Persian with a joiner": "دانیال\u200cزاده",
    "Hebrew": "שָׁלוֹם דוד",
    "Bengali": "শ্রীমতী ফাতেমা খাতুন",
    "Panjabi": "ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਸਿੰਘ",
    "Hindi": "प्रिया शर्मा क्षत्रिय",
    "Gujarati": "પ્રિયા પટેલ",
    "Tamil": "தமிழ்ச்செல்வி",
    "Malayalam": "ശ്രീജിത്",
    "Telugu": "తెలుగు శ్రీ",
    "Kannada": "ಕನ್ನಡ ಶ್ರೀ",
    "Sinhala": "ශ්\u200dරී ලංකා",
    "Tigrinya": "ትግርኛ ሰላም ኪዳነ",
    "Thai": "กิ่งแก้ว",
    "Lao": "ກໍ້",
    "Khmer": "ស្រី",
    "Burmese": "ကျော်",
    "Georgian": "ქართული",
    "Armenian": "Անի",
    "Syriac": "ܣܘܪܝܝܐ",
    "Yoruba": "Ọlátúnjí Ẹ́niọlá",  # a mark that no single letter holds
    "mixed": "Ali محمد (b. 1975)",
    "signs": "→ ✓ ☐ ⚥ ≤",
}
