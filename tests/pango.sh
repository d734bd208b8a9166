#!/bin/sh
# Finds Pango for the booklets, or installs Debian's when it may. First argument: the Python.
"$1" -c 'import weasyprint' >/dev/null 2>&1 && exit 0
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installation de Pango…"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages >/dev/null && exit 0
fi
echo "Les livrets PDF ont besoin de Pango. Debian, Ubuntu : sudo apt install $packages ;" >&2
echo "macOS : brew install pango. Puis relancez." >&2
exit 1
