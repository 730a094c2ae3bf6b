-- Under which keys everything that siblings may know was said: a key that is not here makes the service say
-- it all again, signed by that key. Until that is done the record last said is noted.
create table said_under_key (
  public_key  text primary key,
  reached     uuid not null,
  done_at     timestamptz
);

alter table said_under_key enable row level security;
create policy system on said_under_key for all to "${flyway:database}_system" using (true) with check (true);
grant select, insert, update on said_under_key to "${flyway:database}_system";
