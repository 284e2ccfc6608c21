#!/bin/sh
# Stand-in for the AppImage runtime, which no package registry has: unpacks what is appended to it and runs it.
# The real one mounts it; for the program inside, APPIMAGE and APPDIR are the same.
APPIMAGE=$(readlink -f "$0")
APPDIR=$(mktemp -d "${TMPDIR:-/tmp}/amtsdraht-image-XXXXXX")
export APPIMAGE APPDIR
trap 'rm -rf "$APPDIR"' EXIT
trap 'kill -TERM "$child" 2>/dev/null' TERM INT
unsquashfs -q -n -f -o @SIZE@ -d "$APPDIR" "$APPIMAGE" >/dev/null 2>&1
"$APPDIR/AppRun" "$@" &
child=$!
wait "$child"
code=$?
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  code=$?
done
rm -rf "$APPDIR"
trap - EXIT
exit "$code"
