#!/bin/bash
# Runs after the files are gone (postrm of dpkg, %postun of rpm). When a newer version has taken their
# place, dpkg says "upgrade" and rpm says 1: then everything stays.
case "$1" in
  upgrade | failed-upgrade | abort-* | 1) exit 0 ;;
esac

if type update-alternatives > /dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
fi
if [ -L '/usr/bin/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if apparmor_status --enabled > /dev/null 2>&1 && hash apparmor_parser 2> /dev/null; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

if hash update-desktop-database 2> /dev/null; then
  update-desktop-database /usr/share/applications || true
fi
