-- Changes that could not be looked at for list gaps: looked at again until they can be.
create table list_gap_again (
  kind       text not null,
  record_id  uuid not null,
  failures   integer not null default 1,
  due_at     timestamptz not null,
  primary key (kind, record_id)
);
grant select, insert, update, delete on list_gap_again to "${flyway:database}_system";
