-- What cases are compared by: one narrow row for each view of a case and of what is recorded in it,
-- with that view's audience and not a word of its body. The database copies it from the view in the
-- same transaction, so that it is never of another state, nor of another audience, than the view is.
create table precedent_feature (
  record_id  uuid not null,
  view       text not null,
  kind       text not null,
  tlp        text not null,
  admits     text[] not null,
  bars       text[] not null,
  hangs      boolean not null,
  -- The case that it belongs to; a case belongs to itself, and a crisis to those that name it.
  case_id    uuid,
  crises     uuid[],
  unit0      text,
  unit1      text,
  unit2      text,
  unit3      text,
  place      text,
  lat        double precision,
  lon        double precision,
  date_from  date,
  date_to    date,
  codes      text[] not null,
  primary key (record_id, view),
  foreign key (record_id, view) references record_view on delete cascade
);

create function view_is_compared() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  insert into precedent_feature
  values (new.record_id, new.view, new.kind, new.tlp, new.admits, new.bars, new.hangs,
          case new.kind
            when 'case' then new.record_id
            when 'crisis' then null
            else (select substr(said, 6)::uuid from unnest(new.codes) said where said like 'case:%')
          end,
          case when new.kind = 'case' then new.links end,
          new.unit0, new.unit1, new.unit2, new.unit3, new.place, new.lat, new.lon,
          new.date_from, new.date_to, coalesce(new.codes, '{}'))
  on conflict (record_id, view) do update
  set (kind, tlp, admits, bars, hangs, case_id, crises, unit0, unit1, unit2, unit3, place, lat, lon,
       date_from, date_to, codes)
    = (excluded.kind, excluded.tlp, excluded.admits, excluded.bars, excluded.hangs, excluded.case_id,
       excluded.crises, excluded.unit0, excluded.unit1, excluded.unit2, excluded.unit3, excluded.place,
       excluded.lat, excluded.lon, excluded.date_from, excluded.date_to, excluded.codes);
  return null;
end $$;
create trigger view_is_compared after insert or update on record_view
  for each row when (new.kind in ('case', 'crisis', 'permission', 'contact', 'term', 'agreement', 'outcome'))
  execute function view_is_compared();

-- What was recorded before says here what its facets say; the rest follows when it is revised.
update record_view v
set codes = array_remove(array_remove(array[
      case when v.kind in ('case', 'crisis', 'agreement', 'outcome') then 'type:' || v.type end,
      case when v.kind in ('crisis', 'permission') then 'status:' || v.status end,
      case when v.kind = 'term' then 'term:' || v.type || ':-:' || coalesce(nullif(v.status, 'unknown'), '-') end,
      (select 'case:' || r.id from record r where r.id = any (v.links) and r.kind = 'case' and v.kind <> 'case'
       limit 1)], null), '')
where v.kind in ('case', 'crisis', 'permission', 'contact', 'term', 'agreement', 'outcome');

-- What hangs on a record that its reader no longer sees, though it would admit them itself: the rule of
-- parents_in_sight, for all rows at once, since asking for each of them costs more than all else.
create function precedents_out_of_sight() returns setof uuid
  language sql stable security definer set search_path = public
as $$
  select f.record_id
  from precedent_feature f
  join record c on c.id = f.record_id
  join record_parent p on p.child = f.record_id
  left join record r on r.id = p.parent
  left join sibling s on r.id is null and s.id = p.parent::text and s.view = 'full'
  cross join lateral (
    select coalesce(r.gone, s.gone, true) as gone,
           coalesce(r.seen_admits, case when not s.gone then s.seen_admits end, '{}') as admits) parent
  where f.hangs
    and f.admits && (select reader_principals())
    and not f.bars && (select reader_principals())
    and not (not parent.gone and parent.admits && (select reader_principals())
             or ('org:' || c.owner) = any ((select reader_principals())::text[])
                and (not admits_some_of(parent.admits, c.owner) or parent.admits && (select reader_principals())))
$$;
revoke all on function precedents_out_of_sight() from public;
grant execute on function precedents_out_of_sight() to "${flyway:database}_app";

alter table precedent_feature enable row level security;
create policy readers on precedent_feature for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals())
         and (not hangs or record_id not in (select precedents_out_of_sight())));
-- Only the trigger writes, with the rights of the schema's owner.
grant select on precedent_feature to "${flyway:database}_app";
