-- What hangs on others is seen by whoever its class admits, parents included: counts and comparisons say the
-- same as lists do, in one way. Counts anew all cases, crises and terms.
drop trigger record_changes_its_audience on record;
drop trigger record_is_counted_with_its_parent on record;
drop function audience_has_changed(), counts_of_children();

drop policy readers on record_count;
drop policy readers on record_count_change;
drop function count_anew(uuid[]), counted_now(uuid[]), needs_met(jsonb);
truncate record_counted, record_count, record_count_change;
alter table record_counted drop column needs;
alter table record_count drop column needs;
alter table record_count_change drop column needs;

create function counted_now(ids uuid[]) returns setof record_counted
  language sql stable as $$
  select v.record_id, v.kind, k.admits, v.bars, u.unit, u.parent, date_trunc('month', v.date_from)::date,
         date_trunc('month', v.date_to)::date, coalesce(v.type, ''),
         coalesce(case v.kind when 'case' then v.stage else v.status end, '')
  from record_view v join audience_class k on k.id = v.class
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
  insert into record_count_change (kind, admits, bars, unit, parent, month_from, month_to, type, status, n)
  select kind, admits, bars, unit, parent, month_from, month_to, type, status, sum(n)
  from (select before.*, -1 as n from before union all select now.*, 1 from now) c
  group by kind, admits, bars, unit, parent, month_from, month_to, type, status
  having sum(n) <> 0
$$;

-- Counting comes last in a transaction. Whoever moves a record to another class holds it until then, and so does
-- whoever writes it: no two count it at once.
create or replace function counts_of_view() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform count_anew(array[coalesce(new.record_id, old.record_id)]);
  return null;
end $$;
drop function wait_to_count();
drop trigger record_is_counted_anew on record_view;
create constraint trigger record_is_counted_anew after update on record_view
  deferrable initially deferred
  for each row when (new.view = 'full' and new.kind in ('case', 'crisis', 'term') and old.body <> new.body)
  execute function counts_of_view();

create function reclassified_are_counted() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform count_anew(new.ids);
  return null;
end $$;
create constraint trigger reclassified_are_counted after insert on reclassified
  deferrable initially deferred for each row execute function reclassified_are_counted();

create policy readers on record_count for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));
create policy readers on record_count_change for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));
revoke all on function counted_now(uuid[]), count_anew(uuid[]) from public;

-- An incident hangs on nothing, and its counts say whom its view admits.
select count_anew(array(select distinct record_id from record_view where kind = any (counted_kinds())));

drop policy readers on precedent_feature;
drop function precedents_out_of_sight();
alter table precedent_feature add column class integer;
update precedent_feature f set class = v.class from record_view v where v.record_id = f.record_id and v.view = f.view;
alter table precedent_feature alter column class set not null, drop column admits, drop column hangs;
create index precedent_feature_by_class on precedent_feature (class);

create or replace function view_is_compared() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  insert into precedent_feature (record_id, view, kind, tlp, bars, case_id, crises, unit0, unit1, unit2, unit3, place,
                                 lat, lon, date_from, date_to, codes, class)
  values (new.record_id, new.view, new.kind, new.tlp, new.bars,
          case new.kind
            when 'case' then new.record_id
            when 'crisis' then null
            else (select substr(said, 6)::uuid from unnest(new.codes) said where said like 'case:%')
          end,
          case when new.kind = 'case' then new.links end,
          new.unit0, new.unit1, new.unit2, new.unit3, new.place, new.lat, new.lon,
          new.date_from, new.date_to, coalesce(new.codes, '{}'), new.class)
  on conflict (record_id, view) do update
  set (kind, tlp, bars, case_id, crises, unit0, unit1, unit2, unit3, place, lat, lon, date_from, date_to, codes, class)
    = (excluded.kind, excluded.tlp, excluded.bars, excluded.case_id, excluded.crises, excluded.unit0, excluded.unit1,
       excluded.unit2, excluded.unit3, excluded.place, excluded.lat, excluded.lon, excluded.date_from, excluded.date_to,
       excluded.codes, excluded.class);
  return null;
end $$;
-- Whoever only moves views to other classes moves their rows here for all at once.
drop trigger view_is_compared on record_view;
create trigger view_is_compared after insert on record_view
  for each row when (new.kind in ('case', 'crisis', 'permission', 'contact', 'term', 'agreement', 'outcome'))
  execute function view_is_compared();
create trigger view_is_compared_anew after update on record_view
  for each row when (new.kind in ('case', 'crisis', 'permission', 'contact', 'term', 'agreement', 'outcome')
                     and old.body <> new.body)
  execute function view_is_compared();

create function reclassified_are_compared() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update precedent_feature f set class = v.class from record_view v
  where v.record_id = any (new.ids) and f.record_id = v.record_id and f.view = v.view and f.class <> v.class;
  return null;
end $$;
create trigger reclassified_are_compared after insert on reclassified
  for each row execute function reclassified_are_compared();

create policy readers on precedent_feature for select to "${flyway:database}_app"
  using (class = any ((select reader_classes())::integer[])
         and (view = 'full' or not bars && (select reader_principals())));
