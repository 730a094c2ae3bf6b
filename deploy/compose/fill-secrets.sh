#!/bin/sh
# Writes a random value behind every empty PASSWORD and KEY of .env, and makes the broker's certificates; what is there already stays.
set -eu
cd -- "$(dirname -- "$0")"
[ -f .env ] || cp .env.example .env
chmod 600 .env
umask 077
filled=0
# The last 32 bytes of an Ed25519 key's encoding are the key itself, of either half.
seed() { openssl genpkey -algorithm ed25519 -outform DER | tail -c 32 | base64; }
public() {
  { printf '\060\056\002\001\000\060\005\006\003\053\145\160\004\042\004\040'; printf '%s' "$1" | base64 -d; } |
    openssl pkey -inform DER -pubout -outform DER | tail -c 32 | base64
}
while IFS= read -r line; do
  if [ "${line#*=}" = "" ]; then
    case $line in
      *PASSWORD=) line="$line$(openssl rand -hex 24)"; filled=$((filled + 1)) ;;
      *_EVENT_KEY=) line="$line$(seed)"; filled=$((filled + 1)) ;;
      *_EVENT_PUBLIC_KEY=)
        secret=$(sed -n "s/^${line%%_*}_EVENT_KEY=//p" .env.new)
        line="$line$(public "$secret")"; filled=$((filled + 1)) ;;
      *KEY=) line="$line$(openssl rand -base64 32)"; filled=$((filled + 1)) ;;
    esac
  fi
  printf '%s\n' "$line"
done < .env > .env.new
mv .env.new .env

# An authority that signs the broker's certificate and those of the services, and whose key is then thrown away.
if [ ! -f certificates/authority.pem ]; then
  mkdir -p certificates
  chmod 700 certificates
  making=$(mktemp -d)
  trap 'rm -rf "$making"' EXIT
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=authority \
    -keyout "$making/authority.key" -out "$making/authority.pem" 2>/dev/null
  for name in kafka case-service actor-service ingest-service; do
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$name" \
      -keyout "$making/$name.key" -out "$making/$name.csr" 2>/dev/null
    printf 'subjectAltName=DNS:%s\n' "$name" > "$making/$name.ext"
    openssl x509 -req -in "$making/$name.csr" -CA "$making/authority.pem" -CAkey "$making/authority.key" -CAcreateserial \
      -days 3650 -extfile "$making/$name.ext" -out "$making/$name.crt" 2>/dev/null
    # A container's user reads the file that is mounted there; on the host nobody else comes into the directory.
    cat "$making/$name.key" "$making/$name.crt" > "certificates/$name.pem"
    chmod 644 "certificates/$name.pem"
  done
  cp "$making/authority.pem" certificates/authority.pem
  chmod 644 certificates/authority.pem
  echo "fill-secrets: certificates written to $(pwd)/certificates"
fi
echo "fill-secrets: $filled values written to $(pwd)/.env"
