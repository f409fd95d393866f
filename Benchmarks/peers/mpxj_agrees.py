#!/usr/bin/env python3
"""Lets MPXJ read our exports and schedule them anew, and compares its early and late dates with ours.

    pip install mpxj jpype1          # needs Java 11 or later
    python3 Benchmarks/peers/mpxj_agrees.py --headroom .build/debug/headroom [--plans 20] [--seed 1] [--show N]

Plans are generated from the seed: all four kinds of links with lags and leads, milestones, summaries, a date here and there, on one
calendar with holidays. Each is written as MSPDI and as XER; MPXJ's MicrosoftScheduler and PrimaveraScheduler take its dates out and
schedule it; ours are those of `headroom plan FILE --json` on the same file, so each side follows the manner of the tool.
The status is 1 when a file cannot be read or less than the stated share of dates agrees.
"""
import argparse, json, os, random, subprocess, sys, tempfile

LINKS = ("FS", "FS", "FS", "SS", "FF", "SF")


def plan(seed, count):
    """A plan file; the same seed makes the same plan."""
    dice = random.Random(seed)
    lines = [f"plan: Plan {seed}", "start: 2026-01-05", "calendar: united-states", "activities:"]
    for index in range(count):
        if index % 8 == 0: lines.append(f"  s{index}: {{kind: summary}}")
        keys = [f"part-of: s{index // 8 * 8}"]
        keys.append("milestone: true" if dice.random() < 0.1 else f"duration: {dice.randint(1, 40)}h")
        links = [f"a{source} {dice.choice(LINKS)}{dice.choice(('', '', '+4h', '+1d', '-3h', '+2d'))}"
                 for source in sorted(dice.sample(range(index), min(index, dice.randint(0, 2))))]
        if links: keys.append(f"after: [{', '.join(links)}]")
        if dice.random() < 0.1: keys.append(f"start-no-earlier-than: 2026-01-{dice.randint(10, 31)}")
        lines.append(f"  a{index}: {{{', '.join(keys)}}}")
    return "\n".join(lines) + "\n"


def ours(command, path):
    done = subprocess.run([command, "plan", path, "--json", "--quiet"], capture_output=True, text=True)
    if done.returncode: sys.exit(f"{path}: {done.stderr}")
    answer = json.loads(done.stdout)
    # MPXJ numbers the tasks of an XER file anew; both keep their codes.
    key = "id" if path.endswith("xer") else "externalID"
    return answer["project"]["start"], {a[key]: a for a in answer["activities"] if not a["isSummary"]}


def theirs(path, start, kind):
    from java.time import LocalDateTime
    from org.mpxj.cpm import MicrosoftScheduler, PrimaveraScheduler
    from org.mpxj.reader import UniversalProjectReader
    project = UniversalProjectReader().read(path)
    tasks = [task for task in project.getTasks() if not task.getSummary() and task.getUniqueID() is not None]
    for task in tasks:
        for setter in (task.setEarlyStart, task.setEarlyFinish, task.setLateStart, task.setLateFinish, task.setStart, task.setFinish):
            setter(None)
    (MicrosoftScheduler if kind == "xml" else PrimaveraScheduler)().schedule(project, LocalDateTime.parse(start))
    text = lambda instant: None if instant is None else str(instant.toString())[:16]
    key = lambda task: str(task.getActivityID() if kind == "xer" else task.getUniqueID())
    return {key(task): [text(task.getEarlyStart()), text(task.getEarlyFinish()),
                        text(task.getLateStart()), text(task.getLateFinish())] for task in tasks}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--headroom", default=".build/debug/headroom")
    options.add_argument("--plans", type=int, default=20)
    options.add_argument("--activities", type=int, default=24)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=0, help="differences to print for each file")
    options.add_argument("--at-least", type=float, default=0, help="per cent of dates that must agree")
    options = options.parse_args()
    import jpype, mpxj
    jpype.startJVM("-Xmx1g")
    print(f"{'plan':8s}{'file':6s}{'activities':>12s}{'early':>8s}{'late':>8s}")
    total = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.plans):
            source = os.path.join(folder, f"plan-{number}.yaml")
            with open(source, "w") as file: file.write(plan(options.seed * 1_000 + number, options.activities))
            for kind in ("xml", "xer"):
                path = source[:-4] + kind
                subprocess.run([options.headroom, "plan", "convert", source, path, "--quiet"], check=True)
                start, expected = ours(options.headroom, path)
                try: found = theirs(path, start, kind)
                except jpype.JException as fault:
                    print(f"{number:<8d}{kind:6s} MPXJ refuses it: {fault}")
                    total.setdefault(kind, [0, 0, 0])[0] += len(expected)
                    continue
                shown, counts = 0, [len(expected), 0, 0]
                for uid, activity in expected.items():
                    mine = [activity[key] for key in ("earlyStart", "earlyFinish", "lateStart", "lateFinish")]
                    its = found.get(uid, [None] * 4)
                    counts[1] += mine[:2] == its[:2]; counts[2] += mine[2:] == its[2:]
                    if mine != its and shown < options.show: print("   ", activity["id"], "ours", *mine, "MPXJ", *its); shown += 1
                print(f"{number:<8d}{kind:6s}{counts[0]:12d}{100 * counts[1] / counts[0]:8.1f}{100 * counts[2] / counts[0]:8.1f}")
                total[kind] = [a + b for a, b in zip(total.get(kind, [0, 0, 0]), counts)]
    agrees = True
    for kind, (count, early, late) in total.items():
        print(f"{'all':8s}{kind:6s}{count:12d}{100 * early / count:8.1f}{100 * late / count:8.1f}")
        agrees = agrees and 100 * min(early, late) / count >= options.at_least
    sys.exit(0 if agrees else 1)


main()
