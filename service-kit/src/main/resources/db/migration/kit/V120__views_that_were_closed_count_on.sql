-- How far the blurred view of a record had counted when a stricter marking took it away: opened again, it
-- counts on, so that no version and no tag is ever given twice, and who takes only what is newer misses nothing.
create table view_closed (
  record_id  uuid primary key references record,
  version    integer not null check (version > 0)
);
alter table view_closed enable row level security;
create policy owners_at_the_desk on view_closed for all to "${flyway:database}_app"
  using (current_setting('toguna.desk', true) = 'on'
         and exists (select from record r where r.id = record_id
                     and ('org:' || r.owner) = any ((select reader_principals())::text[])))
  with check (current_setting('toguna.desk', true) = 'on'
              and exists (select from record r where r.id = record_id
                          and ('org:' || r.owner) = any ((select reader_principals())::text[])));
grant select, insert, update, delete on view_closed to "${flyway:database}_app";

-- What was closed before counted from one each time: no view is behind what it had come to then.
insert into view_closed
  select h.record_id, count(distinct h.etag)
  from record_history h join record r on r.id = h.record_id and not r.gone
    left join record_view v on v.record_id = h.record_id and v.view = 'blurred'
  where h.view = 'blurred'
  group by h.record_id, v.version
  having count(distinct h.etag) > coalesce(v.version, 0);

-- Which version of its view a line of the history was: those of a blurred view are fewer than the record's.
alter table record_history add column view_version integer;
