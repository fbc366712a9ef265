"""SQL that gives the parties of an amount their labels: a concept has two, a name that the lexicon lacks stands for both."""

FIELDS = ("payer", "recipient", "resource", "place")

COLUMNS = ",\n        ".join(
    f"{field}, coalesce({field}s.label_ru, {field}) AS {field}_ru, coalesce({field}s.label_en, {field}) AS {field}_en" for field in FIELDS
)
JOINS = "\n    ".join(f"LEFT JOIN concepts AS {field}s ON {field}s.concept = {field}" for field in FIELDS)
