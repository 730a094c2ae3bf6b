-- Which records quote which documents: a quote reaches no more readers than its document does.
create table record_quote (
  record_id  uuid not null references record,
  document   uuid not null,
  primary key (record_id, document)
);
create index record_quote_by_document on record_quote (document);
grant select, insert, delete on record_quote to "${flyway:database}_app";
grant select on record_quote, record_anchor to "${flyway:database}_system";

-- What is due: a record is looked at again itself, or those whose dates hang on it, or all that hang on
-- it or quote it. Who follows whom is found only after the change is there for everybody, so that neither
-- of two who write at the same time misses the other.
alter table to_follow add column what text not null default 'itself'
  check (what in ('itself', 'dates', 'readers'));

create function followers_are_due() returns trigger language plpgsql as $$
begin
  insert into to_follow (record_id, at, what) values (
    new.id, now(),
    case when old.full_admits = new.full_admits and old.seen_admits = new.seen_admits
      then 'dates' else 'readers' end);
  return null;
end $$;
create trigger record_calls_its_followers after update on record
  for each row when (old.version <> new.version) execute function followers_are_due();

-- Other keys than ids of records, the names of organisations for instance, have nothing hung on them. What
-- is heard of for the first time may be gone already, or closed, and have been quoted before it was heard of.
create function followers_of_a_sibling_are_due() returns trigger language plpgsql as $$
declare
  heard text := case tg_op when 'DELETE' then old.id else new.id end;
begin
  if heard ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    insert into to_follow (record_id, at, what) values (heard::uuid, now(), 'readers');
  end if;
  return null;
end $$;
create trigger sibling_calls_its_followers after update on sibling
  for each row
  when (new.view = 'full' and (old.gone <> new.gone or old.full_admits <> new.full_admits
                               or old.seen_admits <> new.seen_admits))
  execute function followers_of_a_sibling_are_due();
create trigger new_sibling_calls_its_followers after insert on sibling
  for each row when (new.view = 'full') execute function followers_of_a_sibling_are_due();
create trigger lost_sibling_calls_its_followers after delete on sibling
  for each row when (old.view = 'full') execute function followers_of_a_sibling_are_due();

create function admits_some_of(principals text[], organisation text) returns boolean
  language sql immutable parallel safe
as $$
  select exists (
    select from unnest(principals) p
    where p like 'tlp:%'
       or split_part(substr(p, strpos(p, ':') + 1), '/', 1) in (organisation, organisation || '+amber'))
$$;

-- What is gone, not known here, or closed to a whole organisation admits nobody to what hangs on it but the
-- organisation that wrote it, which keeps what it wrote and can still erase it; of one that was closed
-- before it was erased, those of them whom it still admitted.
create or replace function parents_in_sight(wanted uuid) returns boolean
  language sql stable security definer set search_path = public
as $$
  select not exists (
    select from record_parent p
      join record c on c.id = p.child
      left join lateral (
        select r.seen_admits, r.gone from record r where r.id = p.parent
        union all
        select case when s.gone then '{}' else s.seen_admits end, s.gone from sibling s where s.id = p.parent::text
        limit 1) parent on true
    where p.child = wanted
      and not (case when coalesce(parent.gone, true) then false
                    else coalesce(parent.seen_admits && reader_principals(), false) end
               or coalesce(('org:' || c.owner) = any (reader_principals()), false)
                  and (not admits_some_of(coalesce(parent.seen_admits, '{}'), c.owner)
                       or coalesce(parent.seen_admits && reader_principals(), false))))
$$;

-- What was written before is looked at once.
insert into to_follow (record_id, at) select id, now() from record where not gone;
