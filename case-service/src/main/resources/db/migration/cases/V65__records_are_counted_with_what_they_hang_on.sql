-- How many cases, crises and terms each reader may list, by unit, months, type and status. Kept as the
-- counts of incidents are (V31), with one difference: these hang on others. Who sees a record that hangs
-- on others is admitted by its view *and* by each of its parents, so that is what its class says: whom it
-- admits and bars, and of which further sets of principals its reader must have one each ("needs"). A
-- parent that admits all whom the view admits asks for nothing more, which is the rule: classes stay few.
create function counted_kinds() returns text[]
  language sql immutable parallel safe
  return array['case', 'crisis', 'term'];

create function needs_met(needs jsonb) returns boolean
  language sql stable parallel safe
  return not exists (
    select from jsonb_array_elements(needs) n (one)
    where not jsonb_exists_any(n.one, reader_principals()));

-- For what each view stands in the counts: a change takes away what is here, and nothing that it would
-- have to guess from parents that have changed as well.
create table record_counted (
  record_id  uuid not null,
  kind       text not null,
  admits     text[] not null,
  bars       text[] not null,
  needs      jsonb not null,
  unit       text not null,
  parent     text not null,
  month_from date,
  month_to   date,
  type       text not null,
  status     text not null
);
create index record_counted_by_record on record_counted (record_id);

create table record_count_change (
  seq        bigint generated always as identity primary key,
  kind       text not null,
  admits     text[] not null,
  bars       text[] not null,
  needs      jsonb not null,
  unit       text not null,
  parent     text not null,
  month_from date,
  month_to   date,
  type       text not null,
  status     text not null,
  n          bigint not null
);

-- '' is the world, the parent of every country; '?' is whatever is known to none of the units of its parent.
-- '*' is all types, or all statuses, together; 'infinity' to '-infinity' is all spans together.
create table record_count (
  class      uuid not null,
  kind       text not null,
  admits     text[] not null,
  bars       text[] not null,
  needs      jsonb not null,
  unit       text not null,
  parent     text not null,
  month_from date,
  month_to   date,
  type       text not null,
  status     text not null,
  n          bigint not null,
  unique nulls not distinct (kind, unit, type, status, month_from, month_to, parent, class)
);
create index record_count_of_nothing on record_count (class) where n = 0;
create index record_count_within on record_count (kind, parent, type, status, month_from, unit);

-- What the views of records say for counting, as it is now. A record of several places counts in each unit
-- that a list by place would find it by, and once in all of them together.
create function counted_now(ids uuid[]) returns setof record_counted
  language sql stable as $$
  select v.record_id, v.kind, v.admits, v.bars, p.needs, u.unit, u.parent, date_trunc('month', v.date_from)::date,
         date_trunc('month', v.date_to)::date, coalesce(v.type, ''),
         coalesce(case v.kind when 'case' then v.stage else v.status end, '')
  from record_view v
  cross join lateral (
    -- As parents_in_sight has it: what is gone, or shuts a whole organisation out, leaves what hangs on it to it.
    select coalesce(jsonb_agg(distinct to_jsonb(asks.one)), '[]') as needs
    from record_parent h join record r on r.id = h.parent cross join lateral (
      select case when r.gone then array['org:' || v.owner]
                  when admits_some_of(r.seen_admits, v.owner) then r.seen_admits
                  else r.seen_admits || ('org:' || v.owner) end
      union all
      select r.seen_admits where r.gone and admits_some_of(r.seen_admits, v.owner)) asks (one)
    where v.hangs and h.child = v.record_id and not asks.one @> v.admits) p
  cross join lateral (
    with said as (
      select distinct on (unit) unit, parent, level from (
        select unit, parent, level, 0 as further
        from (values ('', '-', -1), (v.unit0, '', 0), (v.unit1, v.unit0, 1), (v.unit2, v.unit1, 2)) w (unit, parent, level)
        where unit is not null and parent is not null
        union all
        select x.id, coalesce(x.parent, ''), x.level, 1 from unit x where x.id = any (v.other_units) and x.level <= 2
      ) all_units order by unit, further)
    select unit, parent from said
    union all
    select '?', s.unit from said s
    where s.level < 2 and not exists (select from said w where w.parent = s.unit)) u
  where v.record_id = any (ids) and v.kind = any (counted_kinds())
$$;

create function count_anew(ids uuid[]) returns void
  language sql as $$
  with before as (delete from record_counted where record_id = any (ids) returning *),
       now as (insert into record_counted select * from counted_now(ids) returning *)
  insert into record_count_change (kind, admits, bars, needs, unit, parent, month_from, month_to, type, status, n)
  select kind, admits, bars, needs, unit, parent, month_from, month_to, type, status, sum(n)
  from (select before.*, -1 as n from before union all select now.*, 1 from now) c
  group by kind, admits, bars, needs, unit, parent, month_from, month_to, type, status
  having sum(n) <> 0
$$;

-- Counting comes last in a transaction. Whoever changes whom a record admits counts alone, and everybody else
-- side by side: otherwise a record that is hung on another while that one is closed would be missed by both.
create function wait_to_count() returns void
  language plpgsql as $$
begin
  if current_setting('toguna.audience_changed', true) = 'on' then
    perform pg_advisory_xact_lock(x'746f67756e61'::bigint);
  else
    perform pg_advisory_xact_lock_shared(x'746f67756e61'::bigint);
  end if;
end $$;

create function audience_has_changed() returns trigger
  language plpgsql as $$
begin
  perform set_config('toguna.audience_changed', 'on', true);
  return null;
end $$;

create function counts_of_view() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform wait_to_count();
  perform count_anew(array[coalesce(new.record_id, old.record_id)]);
  return null;
end $$;

create function counts_of_children() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform wait_to_count();
  perform count_anew(array(
    select h.child from record_parent h join record r on r.id = h.child
    where h.parent = new.id and r.kind = any (counted_kinds())));
  return null;
end $$;

create trigger record_changes_its_audience after update on record
  for each row when ((old.seen_admits, old.gone) is distinct from (new.seen_admits, new.gone))
  execute function audience_has_changed();
create constraint trigger record_is_counted_with_its_parent after update on record
  deferrable initially deferred
  for each row when ((old.seen_admits, old.gone) is distinct from (new.seen_admits, new.gone))
  execute function counts_of_children();
-- Whoever writes a record writes its full view; once at the end of the transaction is enough for both.
create constraint trigger record_is_counted after insert on record_view
  deferrable initially deferred
  for each row when (new.view = 'full' and new.kind in ('case', 'crisis', 'term')) execute function counts_of_view();
create constraint trigger record_is_counted_anew after update on record_view
  deferrable initially deferred
  for each row when (new.view = 'full' and new.kind in ('case', 'crisis', 'term')) execute function counts_of_view();
create constraint trigger record_is_counted_no_more after delete on record_view
  deferrable initially deferred
  for each row when (old.kind in ('case', 'crisis', 'term')) execute function counts_of_view();

-- What is recorded already.
select count_anew(array(select distinct record_id from record_view where kind = any (counted_kinds())));

alter table record_counted enable row level security;
alter table record_count enable row level security;
alter table record_count_change enable row level security;
create policy readers on record_count for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals())
         and (needs = '[]'::jsonb or needs_met(needs)));
create policy readers on record_count_change for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals())
         and (needs = '[]'::jsonb or needs_met(needs)));
create policy system on record_count for all to "${flyway:database}_system" using (true) with check (true);
create policy system on record_count_change for all to "${flyway:database}_system" using (true) with check (true);
-- Only the triggers write changes, with the rights of the schema's owner.
grant select on record_count, record_count_change to "${flyway:database}_app";
grant select, insert, update, delete on record_count to "${flyway:database}_system";
grant select, delete on record_count_change to "${flyway:database}_system";
revoke all on function counted_now(uuid[]), count_anew(uuid[]), wait_to_count() from public;
