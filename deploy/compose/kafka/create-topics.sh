#!/bin/sh
# Creates what the services publish to. State topics are compacted: the last state of each key stays for good.
set -eu
topics() { /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists "$@"; }

for topic in cases.crisis cases.case cases.term cases.ask cases.observation cases.agreement cases.breach cases.presence cases.statement cases.dialogue cases.incident cases.coverage cases.place-judgement cases.place actors.actor actors.relation actors.judgement actors.organisation ingest.document ingest.suggestion; do
  topics --topic "toguna.$topic" --partitions 6 --replication-factor 1 \
    --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1 \
    --config max.compaction.lag.ms=3600000 --config delete.retention.ms=604800000
done
for service in cases actors ingest; do
  topics --topic "toguna.$service.dead-letter" --partitions 1 --replication-factor 1 \
    --config cleanup.policy=delete --config retention.ms=2592000000
done
