#!/bin/sh
# Writes a random value behind every empty PASSWORD and KEY of .env; values already there stay.
set -eu
cd -- "$(dirname -- "$0")"
[ -f .env ] || cp .env.example .env
chmod 600 .env
umask 077
filled=0
while IFS= read -r line; do
  if [ "${line#*=}" = "" ]; then
    case $line in
      *PASSWORD=) line="$line$(openssl rand -hex 24)"; filled=$((filled + 1)) ;;
      *KEY=) line="$line$(openssl rand -base64 32)"; filled=$((filled + 1)) ;;
    esac
  fi
  printf '%s\n' "$line"
done < .env > .env.new
mv .env.new .env
echo "fill-secrets: $filled values written to $(pwd)/.env"
