-- Every view has its class, and every index that answers a list leads with it. Rewrites record_view and
-- record_about and builds their indexes anew: both are locked for that long.
alter table record_view disable trigger user;
alter table record_view add column class integer;
alter table record_about add column class integer;

drop policy readers on record_about;
drop index record_view_by_date, record_view_by_unit0, record_view_by_unit1, record_view_by_unit2,
  record_view_by_unit3, record_view_by_place, record_view_by_search, record_view_by_updated,
  record_view_without_beginning, record_view_by_cell_eighth, record_view_by_cell_one, record_view_by_cell_eight;

-- What a parent asks of whoever is to see what hangs on it, each a set of principals of which a reader must
-- have one. What is gone, not known here, or closed to a whole organisation admits nobody to what hangs on
-- it but the organisation that wrote it, which keeps what it wrote and can still erase it; of one that was
-- closed before it was erased, those of them whom it still admitted.
create function asked_by_parent(gone boolean, admits text[], owner text) returns setof text[]
  language sql immutable parallel safe
as $$
  select case when gone then array['org:' || owner]
              when admits_some_of(admits, owner) then admits
              else admits || ('org:' || owner) end
  union all
  select admits where gone and admits_some_of(admits, owner)
$$;

-- Who sees a record at all, with all that it hangs on itself.
create function sight_of(wanted uuid, out gone boolean, out admits text[])
  language sql stable
as $$
  select coalesce(known.gone, true), coalesce(known.admits, '{}')
  from (values (1)) one (row) left join lateral (
    select r.gone,
           case when r.gone then r.seen_admits
                else array(select distinct unnest(c.admits) from record_view v join audience_class c on c.id = v.class
                           where v.record_id = r.id) end as admits
    from record r where r.id = wanted
    union all
    select s.gone, case when s.gone then '{}' else s.seen_admits end from sibling s where s.id = wanted::text
    limit 1) known on true
$$;

-- Whom a view admits, and all parents of its record as well.
create function admitted_within(admits text[], asked text[]) returns text[]
  language plpgsql immutable parallel safe
as $$
declare
  left_over text[] := admits;
  one text;
begin
  foreach one in array asked loop
    left_over := admitted_by_both(left_over, one::text[]);
  end loop;
  return left_over;
end $$;

-- What all parents of a record ask, in a stable order; an array of arrays has no ragged rows.
create function asked_of(child uuid, owner text) returns text[]
  language sql stable
as $$
  select array(select distinct asked::text from record_parent p, sight_of(p.parent) s,
                 asked_by_parent(s.gone, s.admits, asked_of.owner) asked
               where p.child = asked_of.child order by 1)
$$;

-- Whoever hangs something on a record and whoever closes that record wait for each other: a record is locked
-- by those that read whom it admits, and by whoever changes it, parents always before what hangs on them: in the
-- order in which they were recorded, since what a record hangs on was there before it. Where it was hung on
-- something younger later, two may wait for each other; the database ends one, which is begun again.
create function hold_parents(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform 1 from record r where r.id in (select parent from record_parent where child = wanted)
  order by r.recorded_at, r.id for share;
  perform 1 from sibling s where s.id in (select parent::text from record_parent where child = wanted)
  order by s.topic, s.id, s.view for share;
end $$;
revoke all on function hold_parents(uuid) from public;
grant execute on function hold_parents(uuid) to "${flyway:database}_app";

create function view_has_its_class() returns trigger
  language plpgsql security definer set search_path = public
as $$
declare
  asked text[] := '{}';
begin
  if new.hangs then
    perform hold_parents(new.record_id);
    asked := asked_of(new.record_id, new.owner);
  end if;
  new.class := audience_class_of(admitted_within(new.admits, asked), new.view = 'blurred');
  -- Of a row that was put in as it stood elsewhere, they are led already.
  if not new.search @@ ('''' || new.class || '.''')::tsquery then
    new.search := led_by(new.class, new.search);
  end if;
  return new;
end $$;
-- Whoever writes a view says whom it admits; whoever moves it to another class does not.
create trigger view_has_its_class before insert or update of admits on record_view
  for each row execute function view_has_its_class();

-- Moves records to the classes that they belong in, and then what hangs on those that moved.
create table reclassified (ids uuid[] not null);

create function reclassify(wanted uuid[]) returns void
  language plpgsql security definer set search_path = public
as $$
declare
  due uuid[] := wanted;
  moved uuid[];
  rounds integer := 0;
begin
  while cardinality(due) > 0 and rounds < 32 loop
    rounds := rounds + 1;
    perform 1 from record where id = any (due) order by recorded_at, id for no key update;
    with family as materialized (
      select r.id, r.owner, p.parent from record r join record_parent p on p.child = r.id
      where r.id = any (due) and not r.gone),
    parents as materialized (
      select d.parent, s.gone, s.admits from (select distinct parent from family) d, sight_of(d.parent) s),
    -- Ten thousand that hang on one record ask the same.
    asking as materialized (
      select d.parent, d.owner, array_agg(asked::text) as asked
      from (select distinct parent, owner from family) d join parents p using (parent),
        asked_by_parent(p.gone, p.admits, d.owner) asked
      group by 1, 2),
    children as materialized (
      select f.id, array_agg(distinct one order by one) as asked
      from family f join asking using (parent, owner), unnest(asking.asked) one group by 1),
    views as materialized (
      select v.record_id, v.view, v.admits, v.class, c.asked from record_view v join children c on c.id = v.record_id),
    classes as materialized (
      select k.*, audience_class_of(admitted_within(k.admits, k.asked), k.blurred) as class
      from (select distinct admits, asked, view = 'blurred' as blurred from views) k),
    moving as (
      update record_view v
      set class = k.class,
          search = led_by_another(w.class, k.class, v.search)
      from views w join classes k on k.admits = w.admits and k.asked = w.asked and k.blurred = (w.view = 'blurred')
      where v.record_id = w.record_id and v.view = w.view and w.class is distinct from k.class
      returning v.record_id, v.view, v.class),
    about as (
      update record_about a set class = m.class from moving m
      where a.record_id = m.record_id and a.view = m.view)
    select array_agg(distinct record_id) into moved from moving;
    if moved is null then
      return;
    end if;
    -- Whoever counts views by their classes hears of it here.
    insert into reclassified values (moved);
    delete from reclassified;
    due := array(select distinct child from record_parent where parent = any (moved));
  end loop;
end $$;

create function reclassify_what_hangs_on(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform reclassify(array(select child from record_parent where parent = wanted));
end $$;
revoke all on function reclassify(uuid[]), reclassify_what_hangs_on(uuid) from public;
grant execute on function reclassify(uuid[]) to "${flyway:database}_system";

-- What is there already.
update record_view v
set class = k.class,
    search = led_by(k.class, v.search)
from (select admits, view, audience_class_of(admits, view = 'blurred') as class
      from (select distinct admits, view from record_view) d) k
where k.admits = v.admits and k.view = v.view;
alter table record_view alter column class set not null;
alter table record_about drop constraint record_about_pkey;
update record_about a set class = v.class from record_view v where v.record_id = a.record_id and v.view = a.view;
delete from record_about where class is null;
alter table record_about add primary key (class, about, kind, sort_date, record_id, view);
select reclassify(array(select distinct child from record_parent));

create index record_view_by_date on record_view (class, kind, sort_date desc, record_id desc);
create index record_view_by_unit0 on record_view (class, kind, unit0, sort_date desc, record_id desc) where unit0 is not null;
create index record_view_by_unit1 on record_view (class, kind, unit1, sort_date desc, record_id desc) where unit1 is not null;
create index record_view_by_unit2 on record_view (class, kind, unit2, sort_date desc, record_id desc) where unit2 is not null;
create index record_view_by_unit3 on record_view (class, kind, unit3, sort_date desc, record_id desc) where unit3 is not null;
create index record_view_by_place on record_view (class, kind, place, sort_date desc, record_id desc) where place is not null;
create index record_view_without_beginning on record_view (class, kind, sort_date desc, record_id desc) where date_from is null;
create index record_view_by_cell_eighth on record_view
  (class, kind, cell_eighth, sort_date desc, record_id desc, lat, lon) where cell_eighth is not null;
create index record_view_by_cell_one on record_view
  (class, kind, cell_one, sort_date desc, record_id desc, lat, lon) where cell_one is not null;
create index record_view_by_cell_eight on record_view
  (class, kind, cell_eight, sort_date desc, record_id desc, lat, lon) where cell_eight is not null;
-- Entries that wait to be put in their place would be looked through by every question, hidden ones as well.
create index record_view_by_search on record_view using gin (search) with (fastupdate = off) where search is not null;

create or replace function view_is_about() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  if tg_op <> 'INSERT' then
    delete from record_about where record_id = old.record_id and view = old.view;
  end if;
  if tg_op <> 'DELETE' then
    insert into record_about (kind, about, sort_date, record_id, view, class)
    select new.kind, about, new.sort_date, new.record_id, new.view, new.class from about_of(new) about;
  end if;
  return null;
end $$;
-- Whoever moves views to other classes, and writes nothing, moves what they are about with them, all at once.
drop trigger view_is_about_else on record_view;
create trigger view_is_about_else after update on record_view
  for each row when ((old.links, old.actors, old.other_units, old.sort_date, old.kind)
    is distinct from (new.links, new.actors, new.other_units, new.sort_date, new.kind)
    or old.class <> new.class and old.body <> new.body)
  execute function view_is_about();
alter table record_view enable trigger user;

-- The policy is one test of the class; of what a level opens, those who have the full view are shown that.
drop policy readers on record_view;
create policy readers on record_view for select to "${flyway:database}_app"
  using (class = any ((select reader_classes())::integer[])
         and (view = 'full' or not bars && (select reader_principals())));
create policy readers on record_about for select to "${flyway:database}_app"
  using (class = any ((select reader_classes())::integer[]));
drop function parents_in_sight(uuid);

-- Whoever changes whom a record admits moves all that hangs on it, before the change is there for anybody:
-- sight of it ends at once.
create function what_hangs_on_it_follows() returns trigger language plpgsql security definer set search_path = public
as $$
begin
  perform reclassify_what_hangs_on(new.id);
  return null;
end $$;
create constraint trigger record_moves_what_hangs_on_it after update on record
  deferrable initially deferred
  for each row when ((old.full_admits, old.seen_admits, old.gone) is distinct from (new.full_admits, new.seen_admits, new.gone))
  execute function what_hangs_on_it_follows();

create function what_hangs_on_its_record_follows() returns trigger language plpgsql security definer set search_path = public
as $$
begin
  perform reclassify_what_hangs_on(new.record_id);
  return null;
end $$;
-- It may have been hung on something else.
create constraint trigger view_moves_what_hangs_on_it after update on record_view
  deferrable initially deferred
  for each row when (old.class <> new.class and old.body <> new.body)
  execute function what_hangs_on_its_record_follows();

create or replace function followers_of_a_sibling_are_due() returns trigger
  language plpgsql security definer set search_path = public
as $$
declare
  heard text := case tg_op when 'DELETE' then old.id else new.id end;
begin
  if heard ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    insert into to_follow (record_id, at, what) values (heard::uuid, now(), 'readers');
    perform reclassify_what_hangs_on(heard::uuid);
  end if;
  return null;
end $$;

-- Only to whoever sees the record with all that it hangs on.
create or replace function audience_of(wanted uuid)
  returns table (full_admits text[], seen_admits text[], kind text)
  language sql stable security definer set search_path = public
as $$
  select r.full_admits, r.seen_admits, r.kind from record r
  where r.id = wanted and not r.gone and r.seen_admits && reader_principals()
    and exists (select from record_view v
                where v.record_id = wanted and v.class = any ((select reader_classes())::integer[]))
$$;
