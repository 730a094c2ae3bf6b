-- A provider's file on its way into the registry. The job knows how far it came; what became of its
-- rows, their records and the position are written in one transaction, so that a process that dies
-- leaves neither a double nor a gap.
create table incident_import (
  id         uuid primary key,
  owner      text not null check (owner ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  admits     text[] not null check (cardinality(admits) > 0),
  person     text not null,
  -- In whose name it goes on: who posted it, or who retried or undid it since.
  acting     text not null,
  clearance  text not null,
  marking    jsonb not null,
  edition    text check (length(edition) between 1 and 40),
  dry_run    boolean not null,
  state      text not null check (state in ('waiting', 'running', 'cancelled', 'done', 'undoing', 'undone')),
  -- Whether rows of the file are all taken, or only those that an earlier pass rejected.
  only_rejected boolean not null default false,
  position   integer not null default 0 check (position >= 0),
  of         integer not null check (of >= position),
  busy_ms    bigint not null default 0 check (busy_ms >= 0),
  posted_at  timestamptz not null,
  worked_at  timestamptz,
  ended_at   timestamptz,
  -- The key of the file; without it nothing that is left of the file can be read.
  file_key   bytea,
  check ((ended_at is not null) = (state in ('cancelled', 'done', 'undone')))
);
create index incident_import_to_do on incident_import (worked_at nulls first)
  where state in ('waiting', 'running', 'undoing');
create index incident_import_latest on incident_import (owner, posted_at desc, id);

create table incident_import_chunk (
  import_id  uuid not null references incident_import,
  number     integer not null check (number >= 0),
  sealed     bytea not null,
  primary key (import_id, number)
);

create table incident_import_row (
  import_id    uuid not null references incident_import,
  line         integer not null check (line > 1),
  outcome      text not null check (outcome in ('created', 'unchanged', 'revised', 'rejected', 'undone', 'kept')),
  external_id  text check (length(external_id) between 1 and 80),
  record_id    uuid,
  -- The version of the record that this row made, if it made one.
  version      integer check (version > 0),
  -- What the row said, under a name that only this service can make; told to nobody.
  content      uuid,
  -- What the row before it had said, where this one revised what that one made.
  replaced     uuid,
  flags        text[] not null default '{}',
  pointer      text,
  code         text,
  detail       text,
  primary key (import_id, line),
  check ((outcome in ('rejected', 'kept')) = (code is not null)),
  check ((code is null) = (detail is null) and (code is null) = (pointer is null))
);
create index incident_import_row_by_outcome on incident_import_row (import_id, outcome, line);
create index incident_import_row_flagged on incident_import_row (import_id, line) where flags <> '{}';
create index incident_import_row_by_event on incident_import_row (import_id, external_id);
create index incident_import_row_by_record on incident_import_row (record_id) where record_id is not null;

-- What the last row taken in for an incident said, and the version that it made: whoever changed the
-- incident since is not overwritten.
create table incident_taken (
  record_id  uuid primary key references record,
  content    uuid not null,
  version    integer not null check (version > 0),
  by_hand    boolean not null
);

alter table incident_import enable row level security;
alter table incident_import_chunk enable row level security;
alter table incident_import_row enable row level security;
alter table incident_taken enable row level security;
create policy own on incident_import for all to "${flyway:database}_app"
  using (admits && (select reader_principals()))
  with check (admits && (select reader_principals())
              and ('org:' || owner) = any ((select reader_principals())::text[]));
create policy own on incident_import_chunk for all to "${flyway:database}_app"
  using (exists (select from incident_import i where i.id = import_id))
  with check (exists (select from incident_import i where i.id = import_id));
create policy own on incident_import_row for all to "${flyway:database}_app"
  using (exists (select from incident_import i where i.id = import_id))
  with check (exists (select from incident_import i where i.id = import_id));
create policy of_own_records on incident_taken for all to "${flyway:database}_app"
  using (exists (select from record r where r.id = record_id))
  with check (exists (select from record r where r.id = record_id));
create policy system on incident_import for all to "${flyway:database}_system" using (true) with check (true);
create policy system on incident_import_chunk for all to "${flyway:database}_system" using (true) with check (true);

grant select, insert, update on incident_import, incident_import_row, incident_taken to "${flyway:database}_app";
grant delete on incident_taken to "${flyway:database}_app";
grant select, insert, delete on incident_import_chunk to "${flyway:database}_app";
grant select, update on incident_import to "${flyway:database}_system";
grant select, delete on incident_import_chunk to "${flyway:database}_system";

-- An erased incident takes its row's event id and content with it, and the file that told of it.
create or replace function incident_leaves_no_trace() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  delete from incident_provider_id where record_id = new.id;
  delete from incident_taken where record_id = new.id;
  with told as (
    update incident_import_row set external_id = null, content = null where record_id = new.id
    returning import_id)
  , ended as (
    update incident_import i set file_key = null from told
    where i.id = told.import_id and i.state in ('done', 'cancelled') returning i.id)
  delete from incident_import_chunk c using ended where c.import_id = ended.id;
  return null;
end $$;
