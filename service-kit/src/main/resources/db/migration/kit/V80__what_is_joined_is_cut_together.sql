-- How finely others see a record: its finest place (0 country to 5 site) and finest date (0 year to 2 day).
--
-- A record shows no finer than what it hangs on, is dated by or quotes. And where what it says keeps a place
-- to the region, say (its floor), everything that is joined with it by a link shows no finer either, whichever
-- way the link points: whoever reads both would join them. All of it is settled when a transaction ends, and
-- the columns that lists search are cut with it; the body follows a moment later (to_follow) and is cut by
-- whoever reads it until then.
create table record_cut (
  record_id  uuid primary key references record,
  owner      text not null,
  -- What its marking and what it says allow by themselves.
  own_place  smallint not null check (own_place between 0 and 5),
  own_date   smallint not null check (own_date between 0 and 2),
  -- What it says alone, null if nobody outside ever saw it; and the coarsest of all that it is joined with.
  floor      smallint check (floor between 0 and 5),
  joint      smallint not null default 5,
  loosened   boolean not null default false,
  -- What is left of all these.
  place      smallint not null default 5,
  date       smallint not null default 2
);

alter table record_view
  -- What may be shown now, and how its body was made.
  add column cut_place  smallint,
  add column cut_date   smallint,
  add column made_place smallint,
  add column made_date  smallint;
alter table sibling
  add column cut_place smallint not null default 5,
  add column cut_date  smallint not null default 2;

create function joined_with(wanted uuid) returns setof uuid
  language sql stable as $$
  select parent from record_parent where child = wanted
  union select child from record_parent where parent = wanted
$$;

create function joint_above(wanted uuid) returns smallint
  language sql stable as $$
  select min(c.joint) from record_parent h join record_cut c on c.record_id = h.parent where h.child = wanted
$$;

-- What a record's parents and documents leave of its cut, and what it is joined with already.
create function cut_bound(self uuid, parents uuid[], documents uuid[])
  returns table (place integer, date integer)
  language sql stable security definer set search_path = public
as $$
  select coalesce(min(b.place), 5)::integer, coalesce(min(b.date), 2)::integer from (
    select c.place, c.date from record_cut c where c.record_id = any (parents || documents)
    union all
    select c.joint, 2::smallint from record_cut c where c.record_id = any (parents || self)
    union all
    select s.cut_place, s.cut_date from sibling s where s.id = any ((parents || documents)::text[])) b
$$;

create function first_day(day date, finest smallint) returns date
  language sql immutable parallel safe
  return case finest when 0 then date_trunc('year', day)::date when 1 then date_trunc('month', day)::date else day end;

create function last_day(day date, finest smallint) returns date
  language sql immutable parallel safe
  return case finest when 0 then (date_trunc('year', day) + interval '1 year - 1 day')::date
                     when 1 then (date_trunc('month', day) + interval '1 month - 1 day')::date else day end;

-- Whatever of these is cut otherwise than it was, and all that follows them.
create function settle_cuts(wanted uuid[]) returns void
  language plpgsql security definer set search_path = public
as $$
declare
  due     uuid[] := wanted;
  touched uuid[] := wanted;
  changed uuid[];
begin
  while cardinality(due) > 0 loop
    with bounds (id, place, date) as (
      select h.child, c.place, c.date from record_parent h join record_cut c on c.record_id = h.parent
      where h.child = any (due)
      union all
      select h.record_id, c.place, c.date from record_quote h join record_cut c on c.record_id = h.document
      where h.record_id = any (due)
      union all
      select h.id, s.cut_place, s.cut_date from (
        select child, parent from record_parent where child = any (due)
        union all select record_id, document from record_quote where record_id = any (due)) h (id, of)
      join sibling s on s.id = h.of::text),
    now as (
      select c.record_id, least(c.own_place, c.joint, min(b.place)) as place, least(c.own_date, min(b.date)) as date
      from record_cut c left join bounds b on b.id = c.record_id
      where c.record_id = any (due)
      group by c.record_id),
    moved as (
      update record_cut c set place = now.place, date = now.date from now
      where c.record_id = now.record_id and (c.place, c.date) is distinct from (now.place, now.date)
      returning c.record_id)
    select coalesce(array_agg(record_id), '{}') into changed from moved;
    touched := touched || changed;
    due := array(
      select child from record_parent where parent = any (changed)
      union select record_id from record_quote where document = any (changed));
  end loop;
  -- Columns name what a view shows: what is finer than the cut is taken out, and found again by what the
  -- view says once it is made anew.
  update record_view v set
    cut_place = c.place,
    cut_date = c.date,
    unit1 = case when c.place >= 1 then v.unit1 end,
    unit2 = case when c.place >= 2 then v.unit2 end,
    unit3 = case when c.place >= 3 then v.unit3 end,
    place = case when c.place >= least(v.cut_place, 5) and c.place >= 4 then v.place end,
    lat = case when c.place >= v.cut_place then v.lat end,
    lon = case when c.place >= v.cut_place then v.lon end,
    other_units = case when c.place >= v.cut_place then v.other_units end,
    search = case when c.place >= v.cut_place then v.search end,
    date_from = first_day(v.date_from, c.date),
    date_to = last_day(v.date_to, c.date),
    sort_date = coalesce(first_day(v.date_from, c.date), last_day(v.date_to, c.date), v.sort_date)
  from record_cut c
  where v.view = 'blurred' and v.record_id = any (touched) and c.record_id = v.record_id
    and (v.cut_place, v.cut_date) is distinct from (c.place, c.date);
  insert into to_follow (record_id, at)
  select v.record_id, now() from record_view v
  where v.view = 'blurred' and v.record_id = any (touched)
    and (v.made_place, v.made_date) is distinct from (v.cut_place, v.cut_date);
end $$;

-- Called before a record's rows are written: whoever will change others waits until nobody else writes, and
-- everybody else writes side by side. Otherwise a record that is hung on another while that one is cut would be
-- missed by both, and two that wait for each other's rows would wait for good. What is answered then holds
-- until the transaction ends.
create function cut_ready(
    self uuid, parents uuid[], documents uuid[], own_place integer, own_date integer, own_floor integer)
  returns table (place integer, date integer)
  language plpgsql security definer set search_path = public
as $$
#variable_conflict use_column
declare
  mine   record_cut;
  joint_ integer;
  leads  boolean;
begin
  select c.* into mine from record_cut c where c.record_id = self;
  select least(own_floor, mine.joint, min(c.joint)) into joint_ from record_cut c where c.record_id = any (parents);
  leads := exists (select from record_parent h where h.parent = self union all
                   select from record_quote h where h.document = self);
  if joint_ < coalesce(mine.joint, 5) and (
        leads or exists (select from record_cut c where c.record_id = any (parents) and c.joint > joint_))
      or leads and (cut_ready.own_place, cut_ready.own_date) is distinct from (mine.own_place::integer, mine.own_date::integer)
      or leads and exists (select from unnest(parents) p where not exists (
        select from record_parent h where h.child = self and h.parent = p))
      or exists (select from record_parent h where h.child = self and h.parent <> all (parents))
      or mine.loosened or own_floor > coalesce(mine.floor, 5) then
    perform pg_advisory_xact_lock(x'637574'::bigint);
  else
    perform pg_advisory_xact_lock_shared(x'637574'::bigint);
  end if;
  return query select b.place, b.date from cut_bound(self, parents, documents) b;
end $$;

-- What hangs on the record told it of its own floors when it was written, so that only what the record hangs on
-- is asked for theirs.
create function settle_cut(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
declare
  mine   record_cut;
  joint_ smallint;
  closer uuid[] := '{}';
begin
  select c.* into mine from record_cut c where c.record_id = wanted;
  if not found then
    return;
  end if;
  if mine.loosened then
    with recursive all_joined (id) as (
      select wanted union select o.id from all_joined a cross join lateral joined_with(a.id) o (id)),
    coarsest as (
      select coalesce(min(c.floor), 5) as joint from record_cut c join all_joined a on a.id = c.record_id),
    moved as (
      update record_cut c set joint = coarsest.joint, loosened = false from coarsest
      where c.record_id in (select id from all_joined) and (c.joint <> coarsest.joint or c.loosened)
      returning c.record_id)
    select coalesce(array_agg(record_id), '{}') into closer from moved;
  else
    joint_ := least(mine.floor, mine.joint, joint_above(wanted));
    if joint_ < mine.joint then
      with recursive wider (id) as (
        select wanted
        union
        select o.id from wider w cross join lateral joined_with(w.id) o (id)
          join record_cut c on c.record_id = o.id where c.joint > joint_),
      moved as (
        update record_cut c set joint = joint_ where c.record_id in (select id from wider) and c.joint > joint_
        returning c.record_id)
      select coalesce(array_agg(record_id), '{}') into closer from moved;
    end if;
  end if;
  perform settle_cuts(array(select distinct id from unnest(closer || wanted) id));
end $$;
revoke all on function cut_bound(uuid, uuid[], uuid[]), settle_cuts(uuid[]), settle_cut(uuid),
  cut_ready(uuid, uuid[], uuid[], integer, integer, integer) from public;
grant execute on function cut_bound(uuid, uuid[], uuid[]),
  cut_ready(uuid, uuid[], uuid[], integer, integer, integer) to "${flyway:database}_app", "${flyway:database}_system";

create function floor_is_raised() returns trigger language plpgsql as $$
begin
  new.loosened := true;
  return new;
end $$;
create trigger floor_is_raised before update of floor on record_cut
  for each row when (coalesce(new.floor, 5) > coalesce(old.floor, 5)) execute function floor_is_raised();

-- What hung together is looked at anew on both sides once it no longer does.
create function link_is_cut() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update record_cut set loosened = true where record_id in (old.child, old.parent) and joint < coalesce(floor, 5);
  perform settle_cut(old.child);
  perform settle_cut(old.parent);
  return null;
end $$;
create constraint trigger link_is_cut after delete on record_parent
  deferrable initially deferred for each row execute function link_is_cut();

create function cut_of_view() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform settle_cut(new.record_id);
  return null;
end $$;
-- Whoever writes a record writes its full view, once; by its name before all counting.
create constraint trigger a_record_is_cut after insert on record_view
  deferrable initially deferred for each row when (new.view = 'full') execute function cut_of_view();
create constraint trigger a_record_is_cut_anew after update on record_view
  deferrable initially deferred for each row when (new.view = 'full') execute function cut_of_view();

-- What siblings show less finely cuts what hangs on it here in the same transaction.
create function siblings_cut_what_hangs_on_them() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  hanging uuid[];
begin
  select coalesce(array_agg(distinct h.id), '{}') into hanging
  from heard cross join lateral (
    select child as id from record_parent where parent = heard.id::uuid
    union select record_id from record_quote where document = heard.id::uuid) h
  where heard.view = 'full' and heard.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  if cardinality(hanging) > 0 then
    perform pg_advisory_xact_lock(x'637574'::bigint);
    perform settle_cuts(hanging);
  end if;
  return null;
end $$;
create trigger siblings_cut_what_hangs_on_them after insert on sibling
  referencing new table as heard for each statement execute function siblings_cut_what_hangs_on_them();
create trigger siblings_cut_what_hangs_on_them_anew after update on sibling
  referencing new table as heard for each statement execute function siblings_cut_what_hangs_on_them();

-- Something that a record does not say itself has made it say something else: whether an actor is armed.
alter table to_follow drop constraint to_follow_what_check,
  add constraint to_follow_what_check check (what in ('itself', 'dates', 'readers', 'meaning'));

alter table record_cut enable row level security;
create policy owners on record_cut for all to "${flyway:database}_app"
  using (('org:' || owner) = any ((select reader_principals())::text[]))
  with check (('org:' || owner) = any ((select reader_principals())::text[]));
create policy system on record_cut for select to "${flyway:database}_system" using (true);
grant select, insert (record_id, owner, own_place, own_date, floor), update (own_place, own_date, floor)
  on record_cut to "${flyway:database}_app";
grant select on record_cut to "${flyway:database}_system";

-- What was recorded before says how finely it may be shown when it is looked at, which it is at once.
insert into to_follow (record_id, at) select id, now() from record where not gone;
