#!/usr/bin/env python3
"""Lets MPXJ read our exports and schedule them anew, and compares its early and late dates with ours.

    pip install mpxj jpype1          # needs Java 11 or later
    python3 Benchmarks/peers/mpxj_agrees.py --headroom .build/debug/headroom [--plans 20] [--seed 1] [--show N]

Plans are generated from the seed: all four kinds of links with lags and leads, milestones, summaries, a date here and there, on one
calendar with holidays. Each is written as MSPDI and as XER; MPXJ's MicrosoftScheduler and PrimaveraScheduler take its dates out and
schedule it; ours are those of `headroom plan FILE --json` on the same file, so each side follows the manner of the tool.

Each pair of dates is `same` to the minute; or the same `moment`, with no minute of work between the two (Friday 18:00 and Monday 09:00,
noon and the end of the lunch break); or MPXJ starts the work `early`, before the project, to which a lead or an SF or FF link would take
it: Project and P6 both begin such work with the project (Microsoft's article Q103971; Oracle: nothing is planned before the data date);
or it `differs`. The status is 1 when a file cannot be read or less than the stated share of dates is the same moment.
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
    calendar = project.getDefaultCalendar()
    return {key(task): [text(task.getEarlyStart()), text(task.getEarlyFinish()),
                        text(task.getLateStart()), text(task.getLateFinish())] for task in tasks}, calendar


VERDICTS = ("same", "moment", "early", "differs")


def verdict(mine, its, start, calendar):
    """How a pair of dates compares, by its worse half."""
    from java.time import LocalDateTime
    from org.mpxj import TimeUnit

    def work(one, other):
        one, other = sorted((one, other))
        return calendar.getWork(LocalDateTime.parse(one), LocalDateTime.parse(other), TimeUnit.MINUTES).getDuration()

    if mine == its: return "same"
    if None in its: return "differs"
    if all(work(one, other) == 0 for one, other in zip(mine, its)): return "moment"
    return "early" if its[0] < start else "differs"


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
    heads = "".join(f"{side + ' ' + word:>15s}" for side in ("early", "late") for word in VERDICTS)
    print(f"{'plan':8s}{'file':6s}{'activities':>12s}{heads}")
    total = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.plans):
            source = os.path.join(folder, f"plan-{number}.yaml")
            with open(source, "w") as file: file.write(plan(options.seed * 1_000 + number, options.activities))
            for kind in ("xml", "xer"):
                path = source[:-4] + kind
                subprocess.run([options.headroom, "plan", "convert", source, path, "--quiet"], check=True)
                start, expected = ours(options.headroom, path)
                found, calendar = theirs(path, start, kind)
                shown, counts = 0, dict.fromkeys([(side, word) for side in (0, 2) for word in VERDICTS], 0)
                for uid, activity in expected.items():
                    mine = [activity[key] for key in ("earlyStart", "earlyFinish", "lateStart", "lateFinish")]
                    its = found.get(uid, [None] * 4)
                    words = [verdict(mine[side:side + 2], its[side:side + 2], start, calendar) for side in (0, 2)]
                    for side, word in zip((0, 2), words): counts[side, word] += 1
                    if words != ["same"] * 2 and shown < options.show:
                        print("   ", activity["id"], *words, "ours", *mine, "MPXJ", *its); shown += 1
                row(number, kind, len(expected), counts)
                count, before = total.get(kind, (0, dict.fromkeys(counts, 0)))
                total[kind] = count + len(expected), {key: before[key] + counts[key] for key in counts}
    agrees = True
    for kind, (count, counts) in total.items():
        row("all", kind, count, counts)
        for side in (0, 2): agrees = agrees and 100 * (counts[side, "same"] + counts[side, "moment"]) >= options.at_least * count
    sys.exit(0 if agrees else 1)


def row(number, kind, count, counts):
    print(f"{number!s:8s}{kind:6s}{count:12d}" + "".join(f"{number:15d}" for number in counts.values()))


main()
