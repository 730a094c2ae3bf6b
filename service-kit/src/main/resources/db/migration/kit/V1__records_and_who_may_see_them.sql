-- What every service stands on: records, the views readers get of them, their history, the change
-- log, the outbox, the audit and the keys. Bodies are sealed under a key of their record; only what
-- is searched stands in clear, and each reader searches the view that is theirs.

-- The reader's principals travel with the query (set_config(..., is_local)); without them nothing is visible.
create function reader_principals() returns text[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('toguna.reader', true), ''), e'\x1f');

create table record (
  id           uuid primary key,
  kind         text not null check (kind ~ '^[a-z-]{2,40}$'),
  version      integer not null check (version > 0),
  owner        text not null check (owner ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  tlp          text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  full_admits  text[] not null,
  seen_admits  text[] not null,
  gone         boolean not null default false,
  recorded_at  timestamptz not null,
  updated_at   timestamptz not null,
  check (gone or cardinality(full_admits) > 0),
  check (seen_admits @> full_admits)
);
create index record_by_kind on record (kind, id);

-- What a record hangs on: its audience is never wider than theirs.
create table record_parent (
  child   uuid not null references record,
  parent  uuid not null,
  primary key (child, parent)
);
create index record_parent_by_parent on record_parent (parent);

create table record_key (
  record_id  uuid primary key references record,
  wrapped    bytea not null
);

-- What is too large for a view and goes with its record: an original, a text. For full readers only.
create table record_attachment (
  record_id  uuid not null references record,
  name       text not null check (name ~ '^[a-z-]{2,40}$'),
  admits     text[] not null,
  owner      text not null,
  sealed     bytea not null,
  primary key (record_id, name)
);

create table record_view (
  record_id    uuid not null references record,
  view         text not null check (view in ('full', 'blurred')),
  kind         text not null,
  owner        text not null,
  tlp          text not null,
  admits       text[] not null,
  bars         text[] not null,
  hangs        boolean not null default false,
  version      integer not null,
  etag         text not null,
  body         bytea not null,
  recorded_at  timestamptz not null,
  updated_at   timestamptz not null,
  type         text,
  status       text,
  stage        text,
  unit0        text,
  unit1        text,
  unit2        text,
  unit3        text,
  place        text,
  other_units  text[],
  lat          double precision check (lat between -90 and 90),
  lon          double precision check (lon between -180 and 180),
  date_from    date,
  date_to      date,
  sort_date    date not null,
  actors       uuid[],
  links        uuid[],
  search       tsvector,
  primary key (record_id, view),
  check ((lat is null) = (lon is null)),
  check (date_from <= date_to)
);
create index record_view_by_date  on record_view (kind, sort_date desc, record_id desc);
create index record_view_by_unit0 on record_view (kind, unit0, sort_date desc, record_id desc) where unit0 is not null;
create index record_view_by_unit1 on record_view (kind, unit1, sort_date desc, record_id desc) where unit1 is not null;
create index record_view_by_unit2 on record_view (kind, unit2, sort_date desc, record_id desc) where unit2 is not null;
create index record_view_by_unit3 on record_view (kind, unit3, sort_date desc, record_id desc) where unit3 is not null;
create index record_view_by_place on record_view (kind, place, sort_date desc, record_id desc) where place is not null;
-- Below a policy no index answers @>, which is not leak-proof: this one bounds what the policy must let
-- through first to the records that have further places at all.
create index record_view_by_other_units on record_view (kind, sort_date desc, record_id desc) where other_units is not null;
create index record_view_by_actors on record_view using gin (actors) where actors is not null;
create index record_view_by_links on record_view using gin (links) where links is not null;
create index record_view_by_search on record_view using gin (search) where search is not null;
create index record_view_by_updated on record_view (kind, updated_at, record_id);

create table record_history (
  record_id  uuid not null,
  version    integer not null,
  view       text not null check (view in ('full', 'blurred')),
  owner      text not null,
  admits     text[] not null,
  bars       text[] not null,
  etag       text not null,
  body       bytea not null,
  fact       text not null,
  changed    text[] not null,
  note       bytea,
  person     text not null,
  at         timestamptz not null,
  primary key (record_id, version, view)
);

-- Permanent; read only below the snapshot's xmin, so that a late commit is never skipped.
create table change (
  seq              bigint generated always as identity primary key,
  xid              xid8 not null default pg_current_xact_id(),
  at               timestamptz not null,
  record_id        uuid not null,
  kind             text not null,
  version          integer not null,
  fact             text not null,
  full_before      text[] not null,
  full_after       text[] not null,
  seen_before      text[] not null,
  seen_after       text[] not null,
  blurred_changed  boolean not null
);
create index change_in_commit_order on change (xid, seq);

-- The shape Debezium's EventRouter reads, so that a large site can switch to Kafka Connect.
create table outbox (
  seq            bigint generated always as identity primary key,
  id             uuid not null,
  aggregatetype  text not null,
  aggregateid    text not null,
  type           text not null,
  payload        text,
  version        integer not null,
  marking        text not null,
  time           timestamptz not null,
  correlationid  text,
  causationid    text
);

create function outbox_wakes_relay() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_wakes_relay after insert on outbox
  for each statement execute function outbox_wakes_relay();

-- Claims that hold for good, also after the record was erased: an accepted suggestion is accepted once.
create table claim (
  owner      text not null,
  claim      text not null,
  record_id  uuid not null,
  primary key (owner, claim)
);

create table idempotency (
  client       text not null,
  key          text not null check (length(key) between 1 and 200),
  fingerprint  bytea not null,
  status       integer not null,
  record_id    uuid,
  version      integer,
  created_at   timestamptz not null,
  primary key (client, key)
);
create index idempotency_by_age on idempotency (created_at);

create table audit_entry (
  seq      bigint generated always as identity primary key,
  xid      xid8 not null default pg_current_xact_id(),
  at       timestamptz not null,
  person   text not null,
  action   text not null,
  kind     text not null,
  records  uuid[] not null,
  detail   text
);
create index audit_entry_by_xid on audit_entry (xid);
create index audit_entry_by_person on audit_entry (person, seq);

create table audit_seal (
  number     bigint primary key,
  from_xid   xid8 not null,
  to_xid     xid8 not null,
  entries    bigint not null,
  root       bytea not null,
  previous   bytea not null,
  at         timestamptz not null,
  signature  bytea not null
);

-- What siblings told us: one row per record of theirs and audience, applied only when newer.
create table sibling (
  topic        text not null,
  id           text not null,
  view         text not null check (view in ('full', 'blurred')),
  version      integer not null,
  gone         boolean not null,
  admits       text[] not null,
  bars         text[] not null,
  full_admits  text[] not null,
  seen_admits  text[] not null,
  data         jsonb,
  generation   bigint not null,
  primary key (topic, id, view)
);
-- A rebuild replays a topic under a new generation; rows left in an older one are not in the topic.
create sequence sibling_generation;
select nextval('sibling_generation');
create index sibling_by_data on sibling using gin (data jsonb_path_ops);

create table dead_letter (
  topic        text not null,
  partition    integer not null,
  kafka_offset bigint not null,
  key          bytea,
  headers      jsonb not null,
  value        bytea,
  reason       text not null,
  at           timestamptz not null,
  replayed_at  timestamptz,
  primary key (topic, partition, kafka_offset)
);

-- The second wall. Tables belong to the owner role; requests come as the app role, background work as
-- the system role, and neither can switch the policies off.
alter table record         enable row level security;
alter table record_view    enable row level security;
alter table record_attachment enable row level security;
alter table record_history enable row level security;
alter table change         enable row level security;
alter table sibling        enable row level security;
alter table claim          enable row level security;
alter table idempotency    enable row level security;

create policy full_readers on record for select to "${flyway:database}_app"
  using (full_admits && (select reader_principals()));
-- An erased record admits nobody, and its eraser must still be able to write that.
create policy owners_at_the_desk on record for select to "${flyway:database}_app"
  using (current_setting('toguna.desk', true) = 'on'
         and ('org:' || owner) = any ((select reader_principals())::text[]));
create policy owners_record on record for insert to "${flyway:database}_app"
  with check (('org:' || owner) = any ((select reader_principals())::text[]));
create policy owners_revise on record for update to "${flyway:database}_app"
  using (full_admits && (select reader_principals()))
  with check (('org:' || owner) = any ((select reader_principals())::text[]));

-- A marking can become stricter after something was hung on its record: whoever no longer sees the one
-- no longer sees the other, from that moment and without anything being rewritten.
create function parents_in_sight(wanted uuid) returns boolean
  language sql stable security definer set search_path = public
as $$
  select not exists (
      select from record_parent p join record r on r.id = p.parent
      where p.child = wanted and not r.gone and not r.seen_admits && reader_principals())
    and not exists (
      select from record_parent p join sibling s on s.id = p.parent::text
      where p.child = wanted and not s.gone and not s.seen_admits && reader_principals())
$$;
revoke all on function parents_in_sight(uuid) from public;
grant execute on function parents_in_sight(uuid) to "${flyway:database}_app", "${flyway:database}_system";

create policy readers on record_view for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals())
         and (not hangs or parents_in_sight(record_id)));
create policy owners_write on record_view for insert to "${flyway:database}_app"
  with check (('org:' || owner) = any ((select reader_principals())::text[]));
-- A replaced view may be the blurred one, which its owner does not see as a reader.
create policy owners_replace on record_view for delete to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[]));
create policy owners_revise on record_view for update to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[]))
  with check (('org:' || owner) = any ((select reader_principals())::text[]));
create policy owners_select on record_view for select to "${flyway:database}_app"
  using (current_setting('toguna.desk', true) = 'on'
         and ('org:' || owner) = any ((select reader_principals())::text[]));

create policy full_readers on record_attachment for select to "${flyway:database}_app"
  using (admits && (select reader_principals()));
create policy owners_write on record_attachment for all to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[])
         and current_setting('toguna.desk', true) = 'on')
  with check (('org:' || owner) = any ((select reader_principals())::text[]));

create policy readers on record_history for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));
create policy owners_write on record_history for insert to "${flyway:database}_app"
  with check (('org:' || owner) = any ((select reader_principals())::text[]));

create policy readers on change for select to "${flyway:database}_app"
  using ((seen_before || seen_after) && (select reader_principals()));
create policy owners_write on change for insert to "${flyway:database}_app" with check (true);

create policy readers on sibling for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));

create policy own on claim for all to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[]))
  with check (('org:' || owner) = any ((select reader_principals())::text[]));
create policy own on idempotency for all to "${flyway:database}_app"
  using (('person:' || client) = any ((select reader_principals())::text[]))
  with check (('person:' || client) = any ((select reader_principals())::text[]));

create policy system on record         for all to "${flyway:database}_system" using (true) with check (true);
create policy system on record_attachment for all to "${flyway:database}_system" using (true) with check (true);
create policy system on record_view    for all to "${flyway:database}_system" using (true) with check (true);
create policy system on record_history for all to "${flyway:database}_system" using (true) with check (true);
create policy system on change         for all to "${flyway:database}_system" using (true) with check (true);
create policy system on sibling        for all to "${flyway:database}_system" using (true) with check (true);
create policy system on claim          for all to "${flyway:database}_system" using (true) with check (true);
create policy system on idempotency    for all to "${flyway:database}_system" using (true) with check (true);

grant usage on schema public to "${flyway:database}_app", "${flyway:database}_system";
grant select, insert, update on record to "${flyway:database}_app";
grant select, insert, update, delete on record_view, record_attachment, record_parent, record_key to "${flyway:database}_app";
grant select, insert on record_history, change, claim, idempotency to "${flyway:database}_app";
grant insert on outbox, audit_entry to "${flyway:database}_app";
grant select on sibling to "${flyway:database}_app";
grant select on record, record_view, record_attachment, record_parent, record_history, change, claim to "${flyway:database}_system";
grant select, delete on idempotency to "${flyway:database}_system";
grant select, insert, delete on outbox to "${flyway:database}_system";
grant select, insert on audit_entry, audit_seal to "${flyway:database}_system";
grant usage, select, update on sequence sibling_generation to "${flyway:database}_system";
grant select, insert, update, delete on sibling, dead_letter to "${flyway:database}_system";

-- The whole audience of a record, told only to whoever sees the record at all: what hangs on it needs it.
create function audience_of(wanted uuid)
  returns table (full_admits text[], seen_admits text[], kind text)
  language sql stable security definer set search_path = public
as $$
  select r.full_admits, r.seen_admits, r.kind from record r
  where r.id = wanted and not r.gone and r.seen_admits && reader_principals()
$$;
revoke all on function audience_of(uuid) from public;
grant execute on function audience_of(uuid) to "${flyway:database}_app", "${flyway:database}_system";
