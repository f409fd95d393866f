#!/usr/bin/env python3
"""Kills `headroom spend import` at random moments, and looks whether anything was lost or is half visible.

  python3 spend_kills.py HEADROOM FILE.csv [--kills 200] [--seed 1]

FILE has the columns of the layout `occurrences`; its first month is imported before. After each kill the workspace must
state the cube of that month alone, or that of the whole file; at the end FILE is imported to its end, and once more, which
must change nothing.
"""
import argparse, csv, hashlib, os, random, shutil, subprocess, tempfile, time

def cube(tool, store):
    run = subprocess.run([tool, "spend", "cube", "--store", store, "--by", "month,medium", "--measures", "rows,spend", "--quiet"],
                         capture_output=True, check=True)
    return hashlib.sha256(run.stdout).hexdigest()

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("tool"); ap.add_argument("file")
    ap.add_argument("--kills", type=int, default=200); ap.add_argument("--seed", type=int, default=1); a = ap.parse_args()
    r = random.Random(a.seed); folder = tempfile.mkdtemp(); first, before = f"{folder}/first.csv", f"{folder}/before.sqlite"
    with open(a.file, newline="") as f, open(first, "w", newline="") as g:
        rows = csv.reader(f); out = csv.writer(g, lineterminator="\n"); out.writerow(next(rows)); month = None
        for row in rows:
            month = month or row[1]
            if row[1] == month: out.writerow(row)
    def load(file, store): return [a.tool, "spend", "import", file, "--layout", "occurrences", "--store", store, "--quiet", "--json"]
    subprocess.run(load(first, before), check=True, stdout=subprocess.DEVNULL)
    whole = f"{folder}/whole.sqlite"; shutil.copy(before, whole)
    started = time.time(); subprocess.run(load(a.file, whole), check=True, stdout=subprocess.DEVNULL); length = time.time() - started
    old, new = cube(a.tool, before), cube(a.tool, whole); counts = {"before": 0, "whole": 0}
    for kill in range(a.kills):
        store = f"{folder}/killed.sqlite"
        for end in ("", "-wal", "-shm"):
            if os.path.exists(store + end): os.remove(store + end)
        shutil.copy(before, store)
        child = subprocess.Popen(load(a.file, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(r.uniform(0, 1.1 * length)); child.kill(); child.wait()
        found = cube(a.tool, store)
        assert found in (old, new), f"kill {kill}: half of the file is visible"
        counts["before" if found == old else "whole"] += 1
    subprocess.run(load(a.file, store), check=True, stdout=subprocess.DEVNULL); assert cube(a.tool, store) == new
    bytes_before = open(store, "rb").read(); subprocess.run(load(a.file, store), check=True, stdout=subprocess.DEVNULL)
    assert cube(a.tool, store) == new and open(store, "rb").read() == bytes_before
    print(f"{a.kills} kills in {length:.2f} s of import: {counts['before']} left the workspace as it was, {counts['whole']} came too late, "
          "0 in between; imported to the end, and again: nothing changed")
    shutil.rmtree(folder)
main()
