#!/usr/bin/env python3
"""How fast a plan is scheduled, beside others, in one run: layered random networks of about two predecessors an activity.

  python3 plan_speed.py PATH_TO_headroom [N ...]          (default: 1000 10000 100000 1000000)

headroom reads the list of activities as CSV, checks it, schedules it and prints JSON: whole process, CPU seconds and memory.
numba runs two passes over integer days, compiled, in an order that is given, without calendars or reading (pip install numba).
MPXJ's scheduler gets the network in memory, to 100,000 activities (pip install mpxj jpype1; Java 17).
What is not installed is left out, and said so. Both answers, the length in working days, must agree.
"""
import json, os, random, subprocess, sys, tempfile, time


def network(count, seed=7):
    draw = random.Random(seed)
    durations, links = [], []
    for index in range(count):
        durations.append(draw.randint(1, 20))
        own = {}
        for _ in range(draw.choice((1, 2, 2, 3)) if index else 0):
            source = index - 1 - min(int(draw.expovariate(1 / 40)), index - 1)
            own.setdefault(source, draw.choice((0, 0, 0, 1, 2, 5)))
        links.append(own)
    return durations, links


def length(durations, links):
    finish = []
    for duration, own in zip(durations, links):
        finish.append(max((finish[s] + lag for s, lag in own.items()), default=0) + duration)
    return max(finish)


def headroom(command, durations, links, folder):
    path = os.path.join(folder, "plan.csv")
    with open(path, "w") as file:
        file.write("id,duration,predecessors\n")
        for index, (duration, own) in enumerate(zip(durations, links)):
            terms = "; ".join(f"T{s} FS+{lag}d" if lag else f"T{s}" for s, lag in own.items())
            file.write(f"T{index},{duration}d,{terms}\n")
    # By a small process: the peak of a child counts what its parent held when it was forked.
    runs = [json.loads(subprocess.run([sys.executable, "-c", MEASURE, command, "plan", path, "--json", "--quiet"],
                                      capture_output=True, check=True).stdout) for _ in range(3)]
    return min(run[0] for run in runs), min(run[1] for run in runs), max(run[2] for run in runs)


MEASURE = """
import os, subprocess, sys, tempfile, time
with tempfile.TemporaryFile() as out:
    began = time.time()
    child = subprocess.Popen(sys.argv[1:], stdout=out)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0
    print([usage.ru_utime + usage.ru_stime, time.time() - began, usage.ru_maxrss / 1024])
"""


def numba(durations, links):
    import numba, numpy
    starts = numpy.cumsum([0] + [len(own) for own in links])
    sources = numpy.array([s for own in links for s in own], numpy.int64)
    lags = numpy.array([lag for own in links for lag in own.values()], numpy.int64)

    @numba.njit
    def passes(durations, starts, sources, lags):
        early = numpy.zeros(durations.size, numpy.int64)
        for i in range(durations.size):
            for k in range(starts[i], starts[i + 1]):
                early[i] = max(early[i], early[sources[k]] + durations[sources[k]] + lags[k])
        end = (early + durations).max()
        late = numpy.full(durations.size, end)
        for i in range(durations.size - 1, -1, -1):
            for k in range(starts[i], starts[i + 1]):
                late[sources[k]] = min(late[sources[k]], late[i] - durations[i] - lags[k])
        return end, late[0]

    arguments = numpy.array(durations, numpy.int64), starts, sources, lags
    answer = passes(*arguments)
    seconds = min(timed(lambda: passes(*arguments)) for _ in range(5))
    assert answer[0] == length(durations, links)
    return seconds


def mpxj(durations, links):
    import jpype, mpxj
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx6g")
    from java.time import LocalDateTime
    from org.mpxj import Duration, ProjectFile, Relation, RelationType, TimeUnit
    from org.mpxj.cpm import MicrosoftScheduler
    plan, tasks = ProjectFile(), []
    plan.setDefaultCalendar(plan.addDefaultBaseCalendar())
    for index, duration in enumerate(durations):
        task = plan.addTask()
        task.setName(f"T{index}")
        task.setDuration(Duration.getInstance(duration, TimeUnit.DAYS))
        task.setActualDuration(Duration.getInstance(0, TimeUnit.DAYS))
        task.setRemainingDuration(Duration.getInstance(duration, TimeUnit.DAYS))
        tasks.append(task)
    for task, own in zip(tasks, links):
        for source, lag in own.items():
            link = Relation.Builder().predecessorTask(tasks[source]).type(RelationType.FINISH_START)
            task.addPredecessor(link.lag(Duration.getInstance(lag, TimeUnit.DAYS)))
    return timed(lambda: MicrosoftScheduler().schedule(plan, LocalDateTime.of(2026, 1, 5, 8, 0)))


def timed(work):
    began = time.time()
    work()
    return time.time() - began


def attempt(work, *arguments):
    try:
        return f"{work(*arguments):.3f}"
    except ImportError as missing:
        return f"not installed ({missing.name})"


def main():
    command, counts = os.path.abspath(sys.argv[1]), [int(n) for n in sys.argv[2:]] or [1_000, 10_000, 100_000, 1_000_000]
    print(f"{'activities':>10} {'headroom CPU s':>15} {'wall s':>8} {'peak MB':>8} {'numba passes s':>15} {'MPXJ schedule s':>16}")
    for count in counts:
        durations, links = network(count)
        with tempfile.TemporaryDirectory() as folder:
            processor, wall, peak = headroom(command, durations, links, folder)
        other = attempt(mpxj, durations, links) if count <= 100_000 else "-"
        print(f"{count:>10} {processor:>15.3f} {wall:>8.3f} {peak:>8.0f} {attempt(numba, durations, links):>15} {other:>16}", flush=True)


main()
