#!/bin/sh
# Finds a Chromium for the browser tests, or installs Debian's when it may.
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installation de Chromium…"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "Les tests ont besoin de Chromium. Installez-le (Debian, Ubuntu : sudo apt install chromium)," >&2
echo "ou donnez son chemin : make test CHROMIUM=/chemin/vers/chromium" >&2
exit 1
