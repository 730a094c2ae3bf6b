-- Who holds what: which organisations were given a record, in which view, first and last. It outlives its
-- record: what was downloaded is not called back by erasing.
create table holding (
  record_id     uuid not null,
  organisation  text not null,
  view          text not null check (view in ('full', 'blurred', 'unknown')),
  owner         text not null,
  kind          text not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null,
  version       integer,
  times         bigint not null check (times > 0),
  primary key (record_id, organisation, view),
  check (first_at <= last_at),
  check (organisation <> owner)
) with (fillfactor = 70);
create index holding_by_owner on holding (organisation, owner, record_id);

-- What the audit knows from before: records above GREEN, and neither the view nor the version.
insert into holding
select r.id, split_part(a.person, '/', 1), 'unknown', r.owner, r.kind, min(a.at), max(a.at), null, count(*)
from audit_entry a, unnest(a.records) x join record r on r.id = x
where a.person like '%/%' and split_part(a.person, '/', 1) <> r.owner
group by r.id, split_part(a.person, '/', 1), r.owner, r.kind;

-- Of a record that was erased its owner still learns who holds it: ids only, there is nothing else left.
create function is_erased(wanted uuid) returns boolean
  language sql stable security definer set search_path = public
as $$
  select exists (select from record r where r.id = wanted and r.gone)
$$;
revoke all on function is_erased(uuid) from public;
grant execute on function is_erased(uuid) to "${flyway:database}_app";

-- Whoever gets it in full for its owner may ask who else holds it, and nobody else.
alter table holding enable row level security;
create policy owners on holding for select to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[])
         and (is_erased(record_id)
              or exists (select from record_view v
                         where v.record_id = holding.record_id and v.view = 'full')));
create policy system on holding for all to "${flyway:database}_system" using (true) with check (true);
grant select on holding to "${flyway:database}_app";
grant select, insert, update on holding to "${flyway:database}_system";
