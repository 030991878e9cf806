#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test. The last line is "N passed, N failed";
# the exit code is non-zero when anything failed, did not build, or ended without a summary.
set -uo pipefail
cd "$(dirname "$0")/.."
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

passed=0
failed=0
names=""

finish() {
    [[ -z $names ]] || printf 'Failed:\n%s' "$names"
    echo "$passed passed, $failed failed"
    ((failed == 0))
    exit
}

# The browser tests drive a real Chromium.
if ! command -v chromium >/dev/null; then
    as_root=()
    ((EUID == 0)) || as_root=(sudo -n)
    if ! { "${as_root[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qy --no-install-recommends chromium; }; then
        echo "chromium is missing and could not be installed"
        failed=1
        finish
    fi
fi

if ! dotnet build PaiConsole.sln -v q; then
    echo "the build failed"
    failed=1
    finish
fi

output=$(mktemp)
trap 'rm -f "$output"' EXIT

# The number behind a word of a project's summary, or nothing when it printed none.
count() { sed -nE "s/\x1b\[[0-9;]*m//g; s/^[[:space:]]*$1:[[:space:]]*([0-9]+)[[:space:]]*\$/\1/p" "$output" | tail -n 1; }

for project in tests/*.Tests; do
    echo "== ${project#tests/}"
    dotnet run --no-build --project "$project" 2>&1 | tee "$output"
    code=${PIPESTATUS[0]}
    succeeded=$(count succeeded)
    broken=$(count failed)
    if [[ -z $(count total) || -z $succeeded || -z $broken ]]; then
        echo "${project#tests/} ended without a summary (exit code $code)"
        failed=$((failed + 1))
        continue
    fi
    # Named once more at the end: a log that is cut short is cut at its beginning.
    while read -r name; do names+="  $name"$'\n'; done < <(sed -nE 's/\x1b\[[0-9;]*m//g; s/^\r?failed ([A-Za-z_].*)$/\1/p' "$output")
    passed=$((passed + succeeded))
    failed=$((failed + broken))
    # A crash after the last test, or a project without any test, has no failed test and is a failure all the same.
    if ((code != 0 && broken == 0)); then
        echo "${project#tests/} ended with exit code $code"
        failed=$((failed + 1))
    fi
done

finish
