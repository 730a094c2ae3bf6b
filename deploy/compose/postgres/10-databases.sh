#!/bin/sh
# Creates, on an empty data directory, one database a service with its three roles, and one for Keycloak.
set -eu

say() { psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"; }

# database owner-password app-password system-password
service_database() {
  say --dbname postgres -v db="$1" -v owner="$1_owner" -v app="$1_app" -v system="$1_system" \
      -v owner_password="$2" -v app_password="$3" -v system_password="$4" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password' nosuperuser nobypassrls;
create role :"system" login password :'system_password' nosuperuser nobypassrls;
create database :"db" owner :"owner";
revoke all on database :"db" from public;
grant connect on database :"db" to :"app", :"system";
SQL
  say --dbname "$1" -v owner="$1_owner" -v app="$1_app" -v system="$1_system" <<'SQL'
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
-- Lists by words may ask the index first: whether a text holds words tells nothing but its answer.
alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app", :"system";
SQL
}

service_database toguna_cases "$CASES_OWNER_PASSWORD" "$CASES_APP_PASSWORD" "$CASES_SYSTEM_PASSWORD"
service_database toguna_actors "$ACTORS_OWNER_PASSWORD" "$ACTORS_APP_PASSWORD" "$ACTORS_SYSTEM_PASSWORD"
service_database toguna_ingest "$INGEST_OWNER_PASSWORD" "$INGEST_APP_PASSWORD" "$INGEST_SYSTEM_PASSWORD"

say --dbname postgres -v password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
