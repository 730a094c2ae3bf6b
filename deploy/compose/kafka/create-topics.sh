#!/bin/sh
# Creates what the services publish to, and says who may do what. State topics are compacted: the last state of each key stays for good.
set -eu
topics() { /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --command-config /scripts/client.properties --create --if-not-exists "$@"; }
acls() { /opt/kafka/bin/kafka-acls.sh --bootstrap-server kafka:9092 --command-config /scripts/client.properties --add --allow-principal "User:$service" "$@"; }

# The name in a certificate, the beginning of the topics that it may write, the topics that it may read.
allow() {
  service=$1
  acls --operation Write --topic "toguna.$2." --resource-pattern-type prefixed
  acls --operation Read --group "toguna.$2"
  for topic in $3; do acls --operation Read --topic "toguna.$topic"; done
}

for topic in cases.crisis cases.case cases.term cases.ask cases.observation cases.agreement cases.breach cases.presence cases.statement cases.dialogue cases.incident cases.coverage cases.place-judgement cases.place actors.actor actors.relation actors.judgement actors.organisation ingest.document ingest.suggestion; do
  topics --topic "toguna.$topic" --partitions 6 --replication-factor 1 \
    --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1 \
    --config max.compaction.lag.ms=3600000 --config delete.retention.ms=604800000
done
for service in cases actors ingest; do
  topics --topic "toguna.$service.dead-letter" --partitions 1 --replication-factor 1 \
    --config cleanup.policy=delete --config retention.ms=2592000000
done
allow case-service cases "actors.actor actors.organisation ingest.document"
allow actor-service actors "cases.crisis cases.case actors.organisation ingest.document"
allow ingest-service ingest "actors.actor actors.organisation cases.place cases.crisis cases.case cases.term cases.observation cases.agreement cases.breach cases.presence cases.statement cases.incident cases.dialogue"
