"""How reconciling grows with the number of reports: `python benchmarks/reconcile.py [--small 100000] [--large 1000000]`.

Synthetic reports, about fifty an attack, with the noise of news: days off by one, months and missing days, described sites, zones for
what lies in them, unknown weapons, tolls that grow, waves. Each size runs in its own process, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta

from attack_timeline.knowledge import Group, Site
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.knowledge.records import Place, Weapon
from attack_timeline.model import Evidence, Report
from attack_timeline.reconcile import reconcile

FIRST = date(2003, 4, 1)
ATTACKS_A_DAY = 2.5  # at every size, so that the number of reports grows and not how dense they lie
WEAPONS = ("rocket", "rocket", "rocket", "missile", "mortar", "drone", "drone", "ied")
DESCRIBED = {"west": "the western desert", "north": "the northern hills", "centre": "the central plain", "south": "the southern marshes"}
WORDS = (Evidence(field="attack", start=0, end=12, quote="was attacked", rule="a-rule"),)


class World:
    """A made-up gazetteer: twenty bases in four regions, every fifth with another site in it, and ten groups."""

    def __init__(self) -> None:
        regions = ("west", "north", "centre", "south")
        bases = [Site(id=f"base-{n:02}", name=f"Base {n}", kind="air-base", admin1=f"Province {n % 8}", region=regions[n % 4]) for n in range(20)]
        inner = [Site(id=f"inner-{n:02}", name=f"Inner {n}", kind="base", admin1=f"Province {n % 8}", within=f"base-{n:02}") for n in range(0, 20, 5)]
        self.sites = {site.id: site for site in (*bases, *inner)}
        self.groups = {f"group-{n}": Group(id=f"group-{n}", name=f"Group {n}", kind="state" if n == 0 else "armed-group") for n in range(10)}
        self.places: dict[str, Place] = {}
        self.weapons: list[Weapon] = []
        self.landmarks: list[Landmark] = []


def synthetic(count: int, per_incident: int, knowledge: World) -> tuple[list[Report], dict[str, str | None]]:
    """Reports in random order, and when their articles were published; the same for every run."""
    chance = random.Random(1)
    sites, groups = sorted(knowledge.sites), sorted(knowledge.groups)
    reports: list[Report] = []
    published: dict[str, str | None] = {}
    attacks = max(1, count // per_incident)
    for attack in range(attacks):
        day = FIRST + timedelta(days=int(attack / ATTACKS_A_DAY))
        site, weapon, group = chance.choice(sites), chance.choice(WEAPONS), chance.choice(groups)
        toll = (chance.choice((0, 0, 0, 1, 1, 2, 5)), chance.choice((0, 0, 1, 2, 6)), chance.randint(1, 20))
        for _ in range(per_incident):
            name = f"{len(reports):07}.txt"
            told = day + timedelta(days=chance.choice((0, 1, 1, 2, 5, 40, 300)))
            published[name] = None if chance.random() < 0.05 else told.isoformat()
            reports.append(noisy(chance, name, day, site, weapon, group, toll, knowledge))
    chance.shuffle(reports)
    return reports, published


def noisy(chance: random.Random, name: str, day: date, site: str, weapon: str, group: str, toll: tuple[int, int, int], knowledge: World) -> Report:
    entry = knowledge.sites[site]
    draw, place, what = chance.random(), chance.random(), chance.random()
    day = day + timedelta(days=1) if draw < 0.02 else day
    first, last, edtf = day, day, day.isoformat()
    if 0.02 <= draw < 0.05:
        last = day + timedelta(days=1)
        edtf = f"{first}/{last}"
    elif 0.05 <= draw < 0.08:
        first = day.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        edtf = edtf[:7]
    undated = 0.08 <= draw < 0.10
    named = None if place < 0.05 else entry.within if entry.within and place < 0.3 else site
    counted = chance.random() < 0.4
    return Report.model_construct(
        article=name,
        evidence=WORDS,
        date=None if undated else edtf,
        date_start=None if undated else first,
        date_end=None if undated else last,
        site_id=named,
        location_text=None if named else f"a base in {DESCRIBED[entry.region or 'south']}",
        admin1=entry.admin1 if named is None and place < 0.02 else None,
        weapon="unknown" if what < 0.05 else "missile" if what < 0.2 and weapon == "rocket" else weapon,
        munitions_low=toll[2] if counted else None,
        munitions_high=toll[2] if counted else None,
        killed_low=toll[0] if chance.random() < 0.5 else None,
        wounded_low=toll[1] + chance.choice((0, 0, 1)) if chance.random() < 0.5 else None,
        claimed_by=(group,) if chance.random() < 0.2 else (),
        claim_status="claimed",
    )


def measure(count: int, per_incident: int) -> float:
    """Seconds of processor time for one size (other programs do not count); prints what came out of it."""
    knowledge = World()
    reports, published = synthetic(count, per_incident, knowledge)
    before = peak()
    gc.collect()
    gc.freeze()  # what the reports themselves hold is not reconciling's garbage
    start = time.process_time()
    found = reconcile(reports, [], knowledge, published)
    seconds = time.process_time() - start
    print(
        f"{count:>9,} reports: {seconds:6.2f} s, {len(found.incidents):,} incidents for {max(1, count // per_incident):,} attacks, "
        f"{len(found.undated):,} undated, peak {peak():,.0f} MB ({before:,.0f} MB of it the reports)",
        flush=True,
    )
    return seconds


def peak() -> float:
    """Highest resident memory of this process so far, in MB."""
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", type=int, default=100_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--per-incident", type=int, default=50)
    parser.add_argument("--most", type=float, help="exit 1 where the ratio of the times is higher")
    parser.add_argument("--one", type=int, help="measure this size alone, in this process")
    options = parser.parse_args()
    if options.one:
        print(measure(options.one, options.per_incident))
        return 0
    seconds = []
    for count in (options.small, options.large):
        command = [sys.executable, __file__, "--one", str(count), "--per-incident", str(options.per_incident)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        print(*lines[:-1], sep="\n", flush=True)
        seconds.append(float(lines[-1]))
    ratio = seconds[1] / seconds[0]
    print(f"ratio of the times {ratio:.1f} for {options.large / options.small:g} times the reports")
    return int(options.most is not None and ratio > options.most)


if __name__ == "__main__":
    sys.exit(main())
