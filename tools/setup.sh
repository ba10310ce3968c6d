#!/bin/sh
# Makes a fresh machine ready: system libraries, uv, and a Python environment in .venv.
#
#   sh tools/setup.sh window    what a window on a screen needs
#   sh tools/setup.sh tests     that, and what the tests need besides
#   sh tools/setup.sh bundle    what a window needs, and what making a bundle or a .deb needs
#   sh tools/setup.sh newcomer  all of that, and two screens and a hand to press on them
#
# System packages are only installed on Debian and its kin, as root, and only those that are
# missing. Anyone else reads which ones are missing, and the script goes on.
set -eu
cd "$(dirname "$0")/.."

# What Qt's window needs on Linux: the library it looks for, and the package that has it.
libraries="
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libX11-xcb.so.1 libx11-xcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
"
# What the tests need besides: a screen that does not exist, for pictures of real windows, a
# browser for the page on the phones, and a reader for the PDFs.
test_commands="
Xvfb xvfb
xauth xauth
chromium chromium
pdftotext poppler-utils
"
# What makes a bundle: it looks inside libraries, and makes them smaller.
build_commands="
objdump binutils
strip binutils
dpkg-deb dpkg
"

have() {
    command -v "$1" >/dev/null 2>&1
}

newcomer_commands="
xrandr x11-xserver-utils
xdotool xdotool
openbox openbox
dbus-daemon dbus
/usr/libexec/at-spi-bus-launcher at-spi2-core
"

our_uv() {
    command -v uv || { [ ! -x .venv-uv/bin/uv ] || echo .venv-uv/bin/uv; }
}

find_python() {
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import ensurepip, venv, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
            >/dev/null 2>&1; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}

missing_packages() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    echo "$libraries" | while read -r library package; do
        [ -z "$library" ] || case "$known" in *"$library "*) ;; *) echo "$package" ;; esac
    done
    case "$1" in
        tests) commands=$test_commands ;;
        bundle) commands=$build_commands ;;
        newcomer) commands="$test_commands $build_commands $newcomer_commands" ;;
        *) commands="" ;;
    esac
    echo "$commands" | while read -r command package; do
        [ -z "$command" ] || have "$command" || echo "$package"
    done
    [ -n "$(our_uv)" ] || [ -n "$(find_python)" ] || echo "python3 python3-venv"
}

install_system_packages() {
    missing=$(missing_packages "$1" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && have apt-get; then
        echo "Installing system packages: $missing"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 # one word for each package
        if apt-get update -qq >/dev/null &&
            apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
            return 0
        fi
        echo "Installing them did not work; going on without."
    fi
    echo "Missing system packages (a window may not open): $missing"
    echo "Mend: install them, on Debian with: apt-get install $missing"
}

make_environment() {
    [ ! -x .venv/bin/python ] || [ -z "$(our_uv)" ] || return 0
    echo "Setting up; the first time this downloads about 100 MB."
    python=$(find_python)
    if [ -z "$(our_uv)" ]; then
        if [ -z "$python" ]; then
            echo "There is no Python 3.11 or newer here. Install one and try again." >&2
            exit 1
        fi
        "$python" -m venv --clear .venv-uv
        .venv-uv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
    fi
    [ -x .venv/bin/python ] || "$(our_uv)" venv --quiet --clear ${python:+--python "$python"}
}

[ "$(uname)" != Linux ] || install_system_packages "${1:-window}"
make_environment
