#!/usr/bin/env bash
# One cube on Spark, on a standalone master with two workers on loopback, beside the embedded engine: equal bytes or not.
#
#   spark_cluster.sh FILE.csv[.gz] [PATH_TO_headroom]
#
# SPARK_HOME names Spark (default: the package pyspark of python3). Needs Java 17. WORKER_MEMORY (3g) and EXECUTOR_MEMORY
# (2g) are for each of the two workers. Everything that is started is stopped in the end, whatever happens.
# Prints seconds, processor seconds of the command itself, and the SHA-256 of both cubes; status 1 when they differ.
set -euo pipefail
file=$(readlink -f "$1")
headroom=$(readlink -f "${2:-.build/release/headroom}")
by=month,category,brand,medium,region
if [ -z "${SPARK_HOME:-}" ]; then
    SPARK_HOME=$(python3 -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
fi
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost
work=$(mktemp -d)
started=()

finish() {
    local pid
    for pid in "${started[@]:-}"; do [ -n "$pid" ] && kill "$pid" 2> /dev/null || true; done
    wait 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT INT TERM

# wait_for TEXT COUNT LOG SECONDS: until the log holds the text so often.
wait_for() {
    local second count
    for ((second = 0; second < $4; second++)); do
        count=$(grep -c "$1" "$3" 2> /dev/null || true)
        [ "${count:-0}" -ge "$2" ] && return 0
        sleep 1
    done
    echo "“$1” did not come within $4 s:" >&2
    tail -n 20 "$3" >&2
    return 1
}

cd "$work"
"$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
    --host 127.0.0.1 --port 0 --webui-port 0 > master.log 2>&1 &
started+=($!)
wait_for "Starting Spark master at" 1 master.log 120
master=$(grep -o 'spark://127.0.0.1:[0-9]*' master.log | head -n 1)
for number in 1 2; do
    "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker \
        --host 127.0.0.1 --cores 1 --memory "${WORKER_MEMORY:-3g}" --webui-port 0 --work-dir "$work/worker$number" \
        "$master" > "worker$number.log" 2>&1 &
    started+=($!)
done
wait_for "Registering worker" 2 master.log 180
echo "master $master with $(grep -c 'Registering worker' master.log) workers"

timed() {
    local name=$1
    shift
    TIMEFORMAT="$name: %R s, %U s of processor here"
    time "$@"
}
timed "Spark" "$headroom" spend cube "$file" --by "$by" -o "$work/spark.csv" --quiet --engine spark --master "$master" \
    --spark-conf "spark.executor.memory=${EXECUTOR_MEMORY:-2g}" --spark-conf spark.executor.cores=1
timed "embedded" "$headroom" spend cube "$file" --by "$by" -o "$work/embedded.csv" --quiet
executors=$(find "$work"/worker1 "$work"/worker2 -mindepth 2 -maxdepth 2 -type d 2> /dev/null | wc -l)
echo "executors that worked: $executors"
sha256sum spark.csv embedded.csv
echo "cells: $(($(wc -l < embedded.csv) - 1))"
cmp spark.csv embedded.csv && echo "equal bytes"
