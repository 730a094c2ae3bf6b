-- Which records hold readings that were not accepted: found without opening anything, and told only
-- to whoever sees the record in full. What the readings say stays sealed in the record.
create table flagged_reading (
  record_id  uuid not null references record,
  position   integer not null check (position >= 0),
  status     text not null check (status in ('conflict', 'work_needed', 'issue')),
  settled    boolean not null,
  primary key (record_id, position)
);
create index flagged_reading_by_status on flagged_reading (status, settled, record_id);

alter table flagged_reading enable row level security;
create policy full_readers on flagged_reading for select to "${flyway:database}_app"
  using (exists (select from record_view v
                 where v.record_id = flagged_reading.record_id and v.view = 'full'));
create policy owners_write on flagged_reading for insert to "${flyway:database}_app"
  with check (exists (select from record r
                      where r.id = record_id and ('org:' || r.owner) = any ((select reader_principals())::text[])));
create policy owners_replace on flagged_reading for delete to "${flyway:database}_app"
  using (exists (select from record r
                 where r.id = record_id and ('org:' || r.owner) = any ((select reader_principals())::text[])));
grant select, insert, delete on flagged_reading to "${flyway:database}_app";
