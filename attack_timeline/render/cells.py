"""What stands in the cells of the tables that people read."""

from __future__ import annotations

from attack_timeline.model import Incident
from attack_timeline.plain import plain_line

ONE_PIECE = frozenset({"mob", "none", "unknown"})  # not counted in pieces, so a number beside them needs no times sign


def number(low: int | None, high: int | None) -> str:
    """`5`, `10+` (at least), `1-2`, `up to 3`; nothing where it is unknown."""
    if low is None:
        return "" if high is None else f"up to {high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def site(incident: Incident) -> str:
    """The site's name, or the words that describe the place; `(inferred)` where the name was taken over from elsewhere."""
    name = incident.site_name or incident.site_id or incident.location_text or incident.admin1 or "unknown site"
    return plain_line(f"{name} (inferred)" if incident.site_inferred else name)


def weapon(incident: Incident) -> str:
    """`rocket ×5`, `drone`, `mob`; `unknown` is said."""
    pieces = number(incident.munitions_low, incident.munitions_high)
    if not pieces:
        return plain_line(incident.weapon)
    return plain_line(f"{incident.weapon} {pieces}" if incident.weapon in ONE_PIECE else f"{incident.weapon} ×{pieces}")


def claim(incident: Incident) -> str:
    """Who claimed it and who is blamed, in that order; a claim is not confirmation and blame is not a claim."""
    parts = []
    if incident.claimed_by:
        parts.append(f"claimed by {', '.join(incident.claimed_by)}")
    elif incident.claim_status in ("claimed", "unclaimed"):
        parts.append(incident.claim_status)
    if incident.claim_status == "denied":
        parts.append("denied")
    if incident.attributed_to:
        parts.append(f"blamed on {', '.join(incident.attributed_to)}")
    return plain_line("; ".join(parts))


def conflicting(incident: Incident) -> str:
    return ", ".join(plain_line(conflict.field) for conflict in incident.conflicts)


def differs(incident: Incident, *fields: str) -> bool:
    """Whether sources differ on any of these fields."""
    return any(conflict.field in fields for conflict in incident.conflicts)
