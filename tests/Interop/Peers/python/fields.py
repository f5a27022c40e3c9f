"""How metadata is written in JSON: a list of {"key", "text"} and {"key", "hex"}."""


def of_json(fields):
    return [(field["key"], bytes.fromhex(field["hex"]) if "hex" in field else field["text"]) for field in fields or []]


def to_json(metadata):
    return [
        {"key": key, "hex": value.hex()} if isinstance(value, bytes) else {"key": key, "text": value}
        for key, value in metadata or []
    ]
