#!/usr/bin/env python3
"""Holds `headroom spend cube` against DuckDB, on random groupings and filters of one occurrence file.

  python3 spend_agrees.py HEADROOM FILE.csv[.gz] [--cases 20] [--seed 1] [--shuffle]

FILE has the columns of the layout `occurrences`. Each case is added up on 1, 2 and 3 threads, which must give the same
bytes, and by DuckDB, which must give the same cells to the cent. With --shuffle the rows are put into random order once,
and the cubes of that file must be the same bytes too. Needs the Python package duckdb.
"""
import argparse, csv, gzip, random, subprocess, sys, tempfile, os
import duckdb

COLUMNS = {"month": "month", "day": "date", "category": "category", "advertiser": "advertiser", "brand": "brand",
           "product": "product", "medium": "medium", "vehicle": "vehicle", "region": "region", "daypart": "daypart",
           "adLength": "ad_length_s"}

def ours(tool, file, by, where, threads):
    out = tempfile.mktemp(suffix=".csv")
    command = [tool, "spend", "cube", file, "--layout", "occurrences", "--by", ",".join(by), "--measures",
               "rows,insertions,spend", "--threads", str(threads), "-o", out, "--quiet"]
    for column, name in where: command += ["--where", f"{column}={name}"]
    subprocess.run(command, check=True)
    data = open(out, "rb").read(); os.remove(out)
    return data

def duck(connection, by, where):
    groups = {}
    for column, name in where: groups.setdefault(column, []).append(name)
    condition = " AND ".join(f"coalesce({COLUMNS[c]}, '') IN ({', '.join('?' * len(n))})" for c, n in groups.items()) or "true"
    names = [n for group in groups.values() for n in group]
    keys = ", ".join(f"coalesce({COLUMNS[c]}, '')" for c in by)
    return sorted(connection.execute(
        f"SELECT {keys}, count(*), sum(CAST(insertions AS BIGINT)), sum(CAST(spend AS DECIMAL(18,2))) FROM t "
        f"WHERE {condition} GROUP BY {keys}", names).fetchall())

def cells(data, width):
    rows = list(csv.reader(data.decode().splitlines()))[1:]
    def bare(name): return name[1:] if name.startswith("'") and len(name) > 2 and name[1] in "=+-@" else name
    return [tuple(map(bare, r[:width])) + (int(r[width]), int(r[width + 1]), r[width + 2]) for r in rows]

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("tool"); ap.add_argument("file")
    ap.add_argument("--cases", type=int, default=20); ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--shuffle", action="store_true"); a = ap.parse_args()
    r = random.Random(a.seed); connection = duckdb.connect()
    connection.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{a.file}', header=true, all_varchar=true, quote='\"', escape='\"')")
    values = {c: [x[0] or "" for x in connection.execute(f"SELECT DISTINCT {n} FROM t ORDER BY 1").fetchall()] for c, n in COLUMNS.items()}
    shuffled = None
    if a.shuffle:
        opened = gzip.open(a.file, "rt", newline="") if a.file.endswith(".gz") else open(a.file, newline="")
        lines = list(csv.reader(opened)); body = lines[1:]; r.shuffle(body)
        shuffled = tempfile.mktemp(suffix=".csv")
        with open(shuffled, "w", newline="") as f: csv.writer(f, lineterminator="\n").writerows([lines[0]] + body)
    for case in range(a.cases):
        by = r.sample(list(COLUMNS), r.randint(1, 6))
        where = []
        for column in r.sample(list(COLUMNS), r.choice([0, 0, 1, 1, 2])):
            where += [(column, n) for n in r.sample(values[column], min(len(values[column]), r.randint(1, 12)))]
        data = ours(a.tool, a.file, by, where, 1)
        for threads in (2, 3): assert ours(a.tool, a.file, by, where, threads) == data, (by, where, threads)
        if shuffled: assert ours(a.tool, shuffled, by, where, 2) == data, (by, where, "shuffled")
        # DuckDB sorts by bytes and so do we, but for days and months, which are texts here too.
        mine = sorted(cells(data, len(by)))
        theirs = [tuple(x or "" for x in row[:len(by)]) + (row[-3], int(row[-2] or 0), f"{row[-1]:.2f}") for row in duck(connection, by, where)]
        assert mine == sorted(theirs), (by, where, len(mine), len(theirs))
        print(f"{case + 1:3d}  {len(mine):7d} cells  by {','.join(by)}  where {len(where)} names: same")
    if shuffled: os.remove(shuffled)
main()
