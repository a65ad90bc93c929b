# Shared by installer/run, installer/test and .ci/run. Source it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1
jobs=${QIS_JOBS:-$(nproc)}

# packages_of SECTION...: the packages of those sections of installer/dependencies
packages_of() {
    local wanted=" $* " section=
    while read -r first second _; do
        if [ "$first" = "#" ]; then
            case "$second" in "["*) section=${second//[\[\]]/} ;; esac
        elif [ -n "$first" ] && [[ "$wanted" == *" $section "* ]]; then
            echo "$first"
        fi
    done <"$root/installer/dependencies"
}

# need SECTION...: installs what is missing, as root or through sudo
need() {
    local missing=()
    local package
    for package in $(packages_of "$@"); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "These Debian packages are missing and sudo is not installed: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}"
}

# sum_headers FOLDER: makes the precompiled headers, and beside each its sum. Without that the compiler cache reads
# some 200 MB anew for every source that uses one.
sum_headers() {
    local headers
    headers=$(ninja -C "$1" -t targets all | sed -n 's/^\(.*\.gch\): .*/\1/p')
    [ -n "$headers" ] || return 0
    # shellcheck disable=SC2086
    ninja -C "$1" -j "$jobs" $headers || return 1
    local header
    for header in $headers; do
        sha256sum <"$1/$header" >"$1/$header.sum"
    done
}

# build PRESET [target...]
build() {
    local preset=$1
    shift
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    (cd "$root" && cmake --preset "$preset" "${launcher[@]}" >"/tmp/qis-configure-$preset-$$.log" 2>&1) || {
        cat "/tmp/qis-configure-$preset-$$.log" >&2
        return 1
    }
    rm -f "/tmp/qis-configure-$preset-$$.log"
    # A sum that is older than its header would bring back what the older one gave.
    find "$root/build/$preset" -name '*.gch.sum' -delete
    if [ ${#launcher[@]} -gt 0 ] && [ $# -eq 0 ]; then
        sum_headers "$root/build/$preset" || return 1
    fi
    local targets=()
    [ $# -gt 0 ] && targets=(--target "$@")
    (cd "$root" && cmake --build --preset "$preset" -j "$jobs" "${targets[@]}")
    # Tests make sure that what they write is on the disk; they would wait for all that the build has written.
    sync
}
