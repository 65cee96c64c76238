"""English."""

TERMS = {
    "possible": "possibility", "necessary": "necessity", "certain": "certainty",
}

# Groups of function words.
_SMALL = ("relation", "quantity", "degree", "tense", "aspect", "past", "repetition", "modality",
          "hedge")

MESSAGES = {
    # by category, for kinds without a line of their own
    "omission": "Nothing in the rewrite says “{was}”.",
    "addition": "Nothing in the original says “{became}”.",
    "mistranslation": "“{became}” does not say “{was}”.",
    "untranslated": "“{became}” is left in English.",
    # whole sentences
    "sentence-omitted": "Nothing in the rewrite says “{was}”.",
    "scrap-omitted": "Nothing in the rewrite says “{was}”.",
    "sentence-added": "Nothing in the original says “{became}”.",
    "scrap-added": "Nothing in the original says “{became}”.",
    # phrases
    "phrase-omitted": "Nothing in the rewrite says “{was}”.",
    "words-omitted": "Nothing in the rewrite says “{was}”.",
    "phrase-added": "Nothing in the original says “{became}”.",
    "words-added": "Nothing in the original says “{became}”.",
    # numbers
    "number-changed": "The number “{was}” became “{became}”.",
    "number-word-changed": "The number “{was}” became “{became}”.",
    "measure-changed": "The quantity “{was}” became “{became}”.",
    "number-omitted": "The number “{was}” is missing.",
    "number-word-omitted": "The number “{was}” is missing.",
    "number-added": "The number “{became}” is not in the source.",
    # dates and times
    "weekday-changed": "The weekday “{was}” became “{became}”.",
    "month-changed": "The month “{was}” became “{became}”.",
    "day-changed": "The day “{was}” became “{became}”.",
    "year-changed": "The year “{was}” became “{became}”.",
    "relative-changed": "The date “{was}” became “{became}”.",
    "clock-changed": "The time “{was}” became “{became}”.",
    "daytime-changed": "The time of day “{was}” became “{became}”.",
    "phase-changed": "The part of the period “{was}” became “{became}”.",
    "length-changed": "The length of time “{was}” became “{became}”.",
    "weekday-omitted": "The weekday “{was}” is missing.",
    "month-omitted": "The month “{was}” is missing.",
    "day-omitted": "The day “{was}” is missing.",
    "year-omitted": "The year “{was}” is missing.",
    # names and titles
    "name-changed": "The name “{was}” became “{became}”.",
    "acronym-changed": "The name “{was}” became “{became}”.",
    "possible-name-changed": "The name “{was}” became “{became}”.",
    "name-omitted": "The name “{was}” is missing.",
    "name-added": "The name “{became}” is not in the source.",
    "country-added": "The name “{became}” is not in the source.",
    "title-changed": "The title “{was}” became “{became}”.",
    "title-qualifier-omitted": "“{was}” is missing before the title.",
    "title-qualifier-added": "“{became}” before the title is not in the source.",
    # polarity
    "possibility-denied": "The possibility “{was}” became the denial “{became}”.",
    "negation-lost": "The negation “{was}” is missing.",
    "negation-merged": "The negation “{was}” is missing.",
    "negation-reworded": "The negation “{was}” is missing.",
    "negation-gained": "The negation “{became}” is not in the source.",
    "negation-split": "The negation “{became}” is not in the source.",
    "negation-put-in": "The negation “{became}” is not in the source.",
    "denial-affirmed": "“{became}” affirms what “{was}” denies.",
    "opposite": "“{was}” became its opposite, “{became}”.",
    # modality and hedges
    "modality-changed": "The {was_class} “{was}” became the {became_class} “{became}”.",
    "modal-changed": "“{was}” became “{became}”.",
    "modality-lost": "The {was_class} “{was}” is missing.",
    "modality-lost-in-clause": "The {was_class} “{was}” is missing.",
    "modality-gained": "The {became_class} “{became}” is not in the source.",
    "bound-reversed": "“{was}” became “{became}”.",
    "bound-changed": "“{was}” became “{became}”.",
    "bound-omitted": "“{was}” before “{number}” is missing.",
    "approximation-omitted": "“{was}” before “{number}” is missing.",
    "allegation-lost": "The allegation “{was}” is told as a fact.",
    # who said and did it
    "speaker-changed": "“{was}” said it, not “{became}”.",
    "denial-lost": "The denial “{was}” is told as a statement.",
    "attribution-lost": "“{was}” is missing: a statement is told as a fact.",
    "roles-exchanged": "Doer and done-to have changed places: here “{doer}” does it to "
                       "“{done_to}”.",
    "role-turned": "Doer and done-to have changed places: here “{doer}” does it to "
                   "“{done_to}”.",
    "quote-lost": "Quoted words became plain speech.",
    "quote-gained": "Plain speech became a quote.",
    # words
    "wrong-sense": "“{became}” says “{gloss}”; the original's “{was}” is here “{better}”.",
    "unlisted-sense": "“{became}” does not say “{was}”; the original's “{was}” is here “{better}”.",
    "idiom-calque": "“{became}” does not say what “{was}” says, such as “{better}”.",
    "idiom-literal": "“{became}” does not say what “{was}” says, such as “{better}”.",
    "idiom-unrendered": "“{became}” may not say what “{was}” says, such as “{better}”.",
    "english-left": "“{became}” is left in English.",
    "english-term": "“{became}” is left in English.",
    "english-affixed": "“{became}” is left in English.",
    "sentence-left": "The sentence is left in English.",
    "term-broken": "The glossary wants {wanted} for “{was}”.",
    "unrelated": "The two sentences do not seem to be translations of each other.",
    # function words
    **{f"{group}-word-changed": "“{became}” does not say “{was}”." for group in _SMALL},
    **{f"{group}-word-lost": "Nothing in the rewrite says “{was}”." for group in _SMALL},
    **{f"{group}-word-gained": "Nothing in the original says “{became}”." for group in _SMALL},
    # what the tagger alone says
    "tagged-omission": "Nothing in the rewrite renders “{was}”.",
    "tagged-addition": "The original does not say “{became}”.",
    "tagged-mistranslation": "“{became}” does not seem to say “{was}”.",
    "tagged-source": "“{was}” seems to be rendered wrongly.",
    "tagged-target": "“{became}” does not seem to say what the original says.",
}
