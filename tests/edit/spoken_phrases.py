"""Lines as families speak them, said of Jay, whose mum is Lisa and whose dad is Darren.

Each with what is then new in the family (`family_words`), and the pieces that are left."""

from __future__ import annotations

PHRASES: dict[str, tuple[list[str], list[str]]] = {
    "mum Lisa 38": (["Lisa: woman b 1988~"], []),
    "Jay 11, mum 38": (["Jay: b 2015~", "Lisa: woman b 1988~"], []),
    "mum's mum Sheila 68": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1958~",
        ],
        [],
    ),
    "mums mum Sheila": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        [],
    ),
    "mum’s mum Sheila 68 (d. 2019)": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1951~ died d 2019",
        ],
        [],
    ),
    "mum's dad Ron died 2019": (
        [
            "? mum of Lisa + Ron: couple, not known what",
            "Lisa birth of ? mum of Lisa + Ron",
            "Ron: man died d 2019",
        ],
        [],
    ),
    "mum's dad Ron, died 2019 aged 68": (
        [
            "? mum of Lisa + Ron: couple, not known what",
            "Lisa birth of ? mum of Lisa + Ron",
            "Ron: man b 1951~ died d 2019",
        ],
        [],
    ),
    "late gran Sheila mum's mum": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman died",
        ],
        [],
    ),
    "gran Sheila mum's side": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        [],
    ),
    "gran Sheila 68, mum's mum, lives with gran": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1958~",
            "home of Jay, Sheila",
        ],
        [],
    ),
    "Sheila 68, mum's mum": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1958~",
        ],
        [],
    ),
    "Lisa's mum Sheila": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        [],
    ),
    "maternal gran Sheila 68": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1958~",
        ],
        [],
    ),
    "paternal grandad Len": (
        [
            "? mum of Darren + Len: couple, not known what",
            "Darren birth of ? mum of Darren + Len",
            "Len: man",
        ],
        [],
    ),
    "dad's side: gran Pat 70, grandad Len 72; mum's side: gran Sheila": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Darren birth of Len + Pat",
            "Len + Pat: couple, not known what",
            "Len: man b 1954~",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Pat: woman b 1956~",
            "Sheila: woman",
        ],
        [],
    ),
    "on dad's side gran Pat": (
        [
            "? dad of Darren + Pat: couple, not known what",
            "Darren birth of ? dad of Darren + Pat",
            "Pat: woman",
        ],
        [],
    ),
    "nan Pat dad's mum, nan Sheila mum's mum, lives with nan": (
        [
            "? dad of Darren + Pat: couple, not known what",
            "? dad of Lisa + Sheila: couple, not known what",
            "Darren birth of ? dad of Darren + Pat",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Pat: woman",
            "Sheila: woman",
            "home of Jay, Sheila",
        ],
        [],
    ),
    "great gran Edna mum's mum's mum": (
        [
            "? dad of ? mum of Lisa + Edna: couple, not known what",
            "? dad of ? mum of Lisa: man",
            "? mum of Lisa birth of ? dad of ? mum of Lisa + Edna",
            "Edna: woman",
        ],
        [],
    ),
    "sister Mia 7": (["Mia birth of Darren + Lisa", "Mia: woman b 2019~"], []),
    "Sister: Mia, 7": (["Mia birth of Darren + Lisa", "Mia: woman b 2019~"], []),
    "brother Tom 11 next May": (["Tom birth of Darren + Lisa", "Tom: man b 2016-05"], []),
    "big brother Tom 14": (["Tom birth of Darren + Lisa", "Tom: man b 2012~"], []),
    "sister Mia born March 2017": (["Mia birth of Darren + Lisa", "Mia: woman b 2017-03"], []),
    "sister Mia 3/4/15": (["Mia birth of Darren + Lisa", "Mia: woman b 2015-04-03"], []),
    "sister April 4": (["April birth of Darren + Lisa", "April: woman b 2022~"], []),
    "sister mia 7": (["Mia birth of Darren + Lisa", "Mia: woman b 2019~"], []),
    "brothers Tom 4 and Kai 6": (
        ["Kai birth of Darren + Lisa", "Kai: man b 2020~", "Tom birth of Darren + Lisa", "Tom: man b 2022~"],
        [],
    ),
    "brothers Tom 4, Kai 6 and Lee 9": (
        [
            "Kai birth of Darren + Lisa",
            "Kai: man b 2020~",
            "Lee birth of Darren + Lisa",
            "Lee: man b 2017~",
            "Tom birth of Darren + Lisa",
            "Tom: man b 2022~",
        ],
        [],
    ),
    "11, twins Amy and Ben 3": (
        [
            "Amy birth of Darren + Lisa twin, unknown",
            "Amy: b 2023~",
            "Ben birth of Darren + Lisa twin, unknown",
            "Ben: b 2023~",
            "Jay: b 2015~",
        ],
        [],
    ),
    "twin sisters Amy and Ana 3": (
        [
            "Amy birth of Darren + Lisa twin, unknown",
            "Amy: woman b 2023~",
            "Ana birth of Darren + Lisa twin, unknown",
            "Ana: woman b 2023~",
        ],
        [],
    ),
    "sibling ? 4": (["unknown b 2022~ birth of Darren + Lisa", "unknown b 2022~: b 2022~"], []),
    "half-sister Ellie 3 mum's daughter": (["Ellie birth of Lisa", "Ellie: woman b 2023~"], []),
    "half brother Zak dad's side": (["Zak birth of Darren", "Zak: man"], []),
    "mum's daughter Ellie 3": (["Ellie birth of Lisa", "Ellie: woman b 2023~"], []),
    "Darren's son Zak 9 with Lisa": (["Zak birth of Darren + Lisa", "Zak: man b 2017~"], []),
    "mum's new partner Pete 41 (2019)": (["Lisa + Pete: couple since 2019", "Pete: b 1985~"], []),
    "Lisa's partner Pete 41 since Mar 2019": (["Lisa + Pete: couple since 2019-03", "Pete: b 1985~"], []),
    "mum's husband Darren": (["Darren + Lisa: married"], []),
    "step-dad Pete 40 mum's partner": (["Lisa + Pete: couple, not known what", "Pete: man b 1986~"], []),
    "mum's boyfriend Pete, Pete's son Kai 9": (
        ["Kai birth of Pete", "Kai: man b 2017~", "Lisa + Pete: couple, not known what", "Pete: man"],
        [],
    ),
    "Lisa 38, mum Sheila": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Lisa: woman b 1988~",
            "Sheila: woman",
        ],
        [],
    ),
    "uncle Pete mum's brother": (["Pete birth of ? dad of Lisa + ? mum of Lisa", "Pete: man"], []),
    "auntie Jo, mum's sister, lives with auntie": (
        [
            "? dad of Jo + ? mum of Jo: couple, not known what",
            "? dad of Jo: man",
            "? mum of Jo: woman",
            "Jo birth of ? dad of Jo + ? mum of Jo",
            "Jo: woman",
            "Lisa birth of ? dad of Jo + ? mum of Jo",
            "home of Jay, Jo",
        ],
        [],
    ),
    "mum's sister Jo 35, cousin Ali 4 Jo's son": (
        [
            "? dad of Jo + ? mum of Jo: couple, not known what",
            "? dad of Jo: man",
            "? mum of Jo: woman",
            "Ali birth of Jo",
            "Ali: man b 2022~",
            "Jo birth of ? dad of Jo + ? mum of Jo",
            "Jo: woman b 1991~",
            "Lisa birth of ? dad of Jo + ? mum of Jo",
        ],
        [],
    ),
    "foster carers Bob and Ann since May 2024": (
        ["Ann + Bob: couple, not known what", "Ann: -", "Bob: -", "Jay foster of Ann + Bob since 2024-05"],
        [],
    ),
    "foster carer Ann since May 2024, lives with Ann": (
        ["Ann: -", "Jay foster of Ann since 2024-05", "home of Ann, Jay"],
        [],
    ),
    "foster mum Ann, foster dad Bob": (
        ["Ann: woman", "Bob: man", "Jay foster of Ann", "Jay foster of Bob"],
        [],
    ),
    "adoptive parents Sue and Jim": (
        ["Jay adopted of Jim + Sue", "Jim + Sue: couple, not known what", "Jim: -", "Sue: -"],
        [],
    ),
    "kinship carer Jo": (["Jay kinship of Jo", "Jo: -"], []),
    "mum's baby due Feb 2027": (
        ["? b 2027-02 unborn birth of Lisa", "? b 2027-02 unborn: b 2027-02 unborn"],
        [],
    ),
    "Darren's baby Amy 6 months": (["Amy birth of Darren", "Amy: b 2026-05~"], []),
    "lives with mum": (["home of Jay, Lisa"], []),
    "lives with mum and dad since 2019": (["home of Darren since 2019, Jay since 2019, Lisa since 2019"], []),
    "mum lives with gran Sheila mum's mum": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
            "home of Lisa, Sheila",
        ],
        [],
    ),
    "dad, who lives with Pat dad's mum": (
        [
            "? dad of Darren + Pat: couple, not known what",
            "Darren birth of ? dad of Darren + Pat",
            "Pat: woman",
            "home of Darren, Pat",
        ],
        [],
    ),
    "doesn't see dad": (["Darren and Jay: no_contact"], []),
    "doesn’t see Darren": (["Darren and Jay: no_contact"], []),
    "mum is very close to mum's mum": (["? mum of Lisa and Lisa: very_close"], []),
    "school Moor Lane Primary": (["school: Moor Lane Primary for Jay"], []),
    "mum's mum Sheila, kinship carer Sheila since May 2026": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Jay kinship of Sheila since 2026-05",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        [],
    ),
    "kinship carer mum's mum Sheila since May 2026": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Jay kinship of Sheila since 2026-05",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        [],
    ),
    "mum's mum Sheila 68 kinship carer since 2025, lives with gran": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Jay kinship of Sheila since 2025",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman b 1958~",
            "home of Jay, Sheila",
        ],
        [],
    ),
    "kinship carer mum's mum since 2025": (
        [
            "? dad of Lisa + ? mum of Jay: couple, not known what",
            "? mum of Jay: woman",
            "Jay kinship of ? mum of Jay since 2025",
            "Lisa birth of ? dad of Lisa + ? mum of Jay",
        ],
        [],
    ),
    "foster carer Lisa since 2025": (["Jay foster of Lisa since 2025", "Lisa: -"], []),
    "sister Mia, brother Tom; mum lives with Jay, Mia and Tom, close to gran": (
        [
            "Mia birth of Darren + Lisa",
            "Mia: woman",
            "Tom birth of Darren + Lisa",
            "Tom: man",
            "home of Jay, Lisa, Mia, Tom",
        ],
        ["close to gran"],
    ),
    "lives with mum, dad and mum's mum": (["home of ? mum of Lisa, Darren, Jay, Lisa"], []),
    "close to mum, Darren and mum's mum": (
        ["? mum of Lisa and Jay: close", "Darren and Jay: close", "Jay and Lisa: close"],
        [],
    ),
    "sister Mia; mum lives with Jay, Mia": (
        ["Mia birth of Darren + Lisa", "Mia: woman", "home of Jay, Lisa"],
        ["Mia"],
    ),
    "close to mum, dad": (["Jay and Lisa: close"], ["dad"]),
    "lives with mum, dad 40 and Mia": (["home of Jay, Lisa"], ["dad 40 and Mia"]),
    "school ?": (["school:  ? for Jay"], []),
    "school": ([], ["school"]),
    "social worker Ruth Lane": (["social_care: Social worker Ruth Lane for Jay"], []),
    "Social Worker Ruth Lane 01223 455 455": (
        ["social_care: Social worker Ruth Lane 01223 455 455 for Jay"],
        [],
    ),
    "social worker": ([], ["social worker"]),
    "social worker ?": (["social_care: Social worker ? for Jay"], []),
    "social worker ruth": ([], ["social worker ruth"]),
    "health visitor Jo Lindley": (["health_visiting: Health visitor Jo Lindley for Jay"], []),
    "GP Dr Amin": (["gp_surgery: General practitioner Dr Amin for Jay"], []),
    "gp Dr Amin and health visitor Jo Lindley": (
        [
            "gp_surgery: General practitioner Dr Amin for Jay",
            "health_visiting: Health visitor Jo Lindley for Jay",
        ],
        [],
    ),
    "GP surgery Mill Road": (["gp_surgery: Mill Road for Jay"], []),
    "CAMHS Brookside": (["child_mental_health: Brookside for Jay"], []),
    "mum's midwife Ann Bell": (["midwifery: Midwife Ann Bell for Lisa"], []),
    "domestic abuse officer Sam Reed": (["police: Domestic abuse officer Sam Reed for Jay"], []),
    "social worker Ruth Lane hits mum": ([], ["social worker Ruth Lane hits mum"]),
    "looked-after children nurse Dee Moss": (["health: Looked-after children nurse Dee Moss for Jay"], []),
    "speech and language therapist Kay Moss": (
        ["health: Speech and language therapist Kay Moss for Jay"],
        [],
    ),
    "sister Mia, Mia's nursery Little Oaks": (
        ["Mia birth of Darren + Lisa", "Mia: woman", "school: Little Oaks for Mia"],
        [],
    ),
    "nain Mair mam's mam, taid Huw mam's dad": (
        ["Huw + Mair: couple, not known what", "Huw: man", "Lisa birth of Huw + Mair", "Mair: woman"],
        [],
    ),
    "mamgu Ceri dad's mum, tadcu Alun dad's dad": (
        ["Alun + Ceri: couple, not known what", "Alun: man", "Ceri: woman", "Darren birth of Alun + Ceri"],
        [],
    ),
    "nani Parveen 61, dadi Shazia, dada ji Iqbal": (
        [
            "? dad of Lisa + Parveen: couple, not known what",
            "Darren birth of Iqbal + Shazia",
            "Iqbal + Shazia: couple, not known what",
            "Iqbal: man",
            "Lisa birth of ? dad of Lisa + Parveen",
            "Parveen: woman b 1965~",
            "Shazia: woman",
        ],
        [],
    ),
    "khala Nadia, chacha Omar": (
        [
            "Nadia birth of ? dad of Lisa + ? mum of Lisa",
            "Nadia: woman",
            "Omar birth of ? dad of Darren + ? mum of Darren",
            "Omar: man",
        ],
        [],
    ),
    "babcia Ewa mama's mama, ciocia Ola mama's siostra": (
        [
            "? dad of Lisa + Ewa: couple, not known what",
            "Ewa: woman",
            "Lisa birth of ? dad of Lisa + Ewa",
            "Ola birth of ? dad of Lisa + Ewa",
            "Ola: woman",
        ],
        [],
    ),
    "mum in her 40s": (["Lisa: woman b [1977..1986]"], []),
    "mum about 38?": (["Lisa: woman b 1988%"], []),
    "dad d. 2019": (["Darren: man died d 2019"], []),
    "brother 4, brother 6": (
        [
            "? man b 2020~ birth of Darren + Lisa",
            "? man b 2020~: man b 2020~",
            "? man b 2022~ birth of Darren + Lisa",
            "? man b 2022~: man b 2022~",
        ],
        [],
    ),
    "Ayesha's brother Ali": ([], ["Ayesha's brother Ali"]),
    "gran Sheila 68": ([], ["gran Sheila 68"]),
    "nana Bob 70": ([], ["nana Bob 70"]),
    "dada Emrys": ([], ["dada Emrys"]),
    "uncle Pete": ([], ["uncle Pete"]),
    "step-dad Pete 40": ([], ["step-dad Pete 40"]),
    "half-sister Ellie 3": ([], ["half-sister Ellie 3"]),
    "twins Amy and Ben 3": (
        [
            "Amy birth of Darren + Lisa twin, unknown",
            "Amy: b 2023~",
            "Ben birth of Darren + Lisa twin, unknown",
            "Ben: b 2023~",
        ],
        [],
    ),
    "baby due Feb 2027": ([], ["baby due Feb 2027"]),
    "mum's baby, due Feb": (["? b 2027-02 unborn birth of Lisa", "? b 2027-02 unborn: b 2027-02 unborn"], []),
    "parents Lisa and Darren": ([], []),
    "dad hits mum": ([], ["dad hits mum"]),
    "mum's scared of dad": ([], ["mum's scared of dad"]),
    "mum drinks": ([], ["mum drinks"]),
    "dad angry": ([], ["dad angry"]),
    "dad in prison": ([], ["dad in prison"]),
    "mum, her mum Sheila": ([], ["her mum Sheila"]),
    "mum's ex Pete 41": ([], ["mum's ex Pete 41"]),
    "no dad": ([], ["no dad"]),
    "dad isn't dad": ([], ["dad isn't dad"]),
    "lives with gran, dad and Mia": ([], ["lives with gran, dad and Mia"]),
    "Mia 7, mum's mum Sheila": ([], ["Mia 7", "mum's mum Sheila"]),
    "drinks a lot, mum's mum Sheila": ([], ["drinks a lot", "mum's mum Sheila"]),
    "mum Karen": ([], ["mum Karen"]),
    "older brother Tom": ([], ["older brother Tom"]),
    "son Kai 1 with ?": ([], ["son Kai 1 with ?"]),
    "lives with": ([], ["lives with"]),
    "doesn't see": ([], ["doesn't see"]),
    "mum, lives with gran Sheila mum's mum": ([], ["lives with gran Sheila mum's mum"]),
    "mum's mum Sheila, lives with mum": (
        [
            "? dad of Lisa + Sheila: couple, not known what",
            "Lisa birth of ? dad of Lisa + Sheila",
            "Sheila: woman",
        ],
        ["lives with mum"],
    ),
    "mum since 2019": ([], ["mum since 2019"]),
    "sister Mia with Lisa": ([], ["sister Mia with Lisa"]),
    "mum's sister Darren": (["Darren: woman", "Lisa birth of ? dad of Darren + ? mum of Darren"], []),
    "this child lives with mum": (["home of Jay, Lisa"], []),
    "mum's twins Amy and Ben 3": (
        [
            "Amy birth of Lisa twin, unknown",
            "Amy: b 2023~",
            "Ben birth of Lisa twin, unknown",
            "Ben: b 2023~",
        ],
        [],
    ),
    "mum's twins Amy and Ben 3 with Darren": (
        [
            "Amy birth of Darren + Lisa twin, unknown",
            "Amy: b 2023~",
            "Ben birth of Darren + Lisa twin, unknown",
            "Ben: b 2023~",
        ],
        [],
    ),
    "mum lives with new partner Pete": ([], ["mum lives with new partner Pete"]),
    "mum lives with mum's new partner Pete": (
        ["Lisa + Pete: couple, not known what", "Pete: -", "home of Lisa, Pete"],
        [],
    ),
    "partner Pete 20": ([], ["partner Pete 20"]),
    "Jay's partner Pete 20": (["Jay + Pete: couple, not known what", "Pete: b 2006~"], []),
    "Jay's son Kai 1 with Lisa": (
        ["Jay + Lisa: couple, not known what", "Kai birth of Jay + Lisa", "Kai: man b 2025~"],
        [],
    ),
    "no contact with dad since 2019": (["Darren and Jay: no_contact since 2019"], []),
    "mum's brother Pete, who lives with wife Ann": (
        ["Pete birth of ? dad of Lisa + ? mum of Lisa", "Pete: man"],
        ["who lives with wife Ann"],
    ),
    "uncle Pete mum's brother and auntie Jo dad's sister": (
        [
            "Jo birth of ? dad of Darren + ? mum of Darren",
            "Jo: woman",
            "Pete birth of ? dad of Lisa + ? mum of Lisa",
            "Pete: man",
        ],
        [],
    ),
    "dad's mum Pat dob 3/3/55": (
        [
            "? dad of Darren + Pat: couple, not known what",
            "Darren birth of ? dad of Darren + Pat",
            "Pat: woman b 1955-03-03",
        ],
        [],
    ),
    "dad Darren, not on birth certificate": ([], ["not on birth certificate"]),
}
