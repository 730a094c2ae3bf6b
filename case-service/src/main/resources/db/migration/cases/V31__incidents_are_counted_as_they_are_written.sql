-- How many incidents each reader may list, by unit, months and type, kept in the transaction that
-- writes them. Each view of an incident counts for the readers whom it admits (its visibility class)
-- in the units that this view shows; a reader sums the classes that admit them, under the same policy
-- as the views themselves.
--
-- A change appends what it adds and takes away, and touches no row that another writer holds; what
-- was appended is folded into the sums in the background. A count is the sum of both tables.
create table incident_count_change (
  seq        bigint generated always as identity primary key,
  admits     text[] not null,
  bars       text[] not null,
  unit       text not null,
  parent     text not null,
  level      smallint not null check (level between -1 and 2),
  month_from date,
  month_to   date,
  type       text not null,
  n          integer not null
);

-- '' is the world, the parent of every country.
create table incident_count (
  -- A short name of the class: many principals would not fit into an index.
  class      uuid not null,
  admits     text[] not null,
  bars       text[] not null,
  unit       text not null,
  parent     text not null,
  level      smallint not null check (level between -1 and 2),
  month_from date,
  month_to   date,
  type       text not null,
  n          bigint not null,
  unique nulls not distinct (unit, parent, month_from, month_to, type, class)
);
create index incident_count_of_nothing on incident_count (class) where n = 0;
create index incident_count_within on incident_count (parent, unit);

-- All that a view says for counting; the same from before and after a change cancel each other out.
create function incident_counts(v record_view, sign integer) returns void
  language sql as $$
  insert into incident_count_change (admits, bars, unit, parent, level, month_from, month_to, type, n)
  select v.admits, v.bars, u.unit, u.parent, u.level, date_trunc('month', v.date_from)::date,
         date_trunc('month', v.date_to)::date, coalesce(v.type, ''), sign
  from (values ('', '-', -1), (v.unit0, '', 0), (v.unit1, v.unit0, 1), (v.unit2, v.unit1, 2)) u (unit, parent, level)
  where u.unit is not null and u.parent is not null
$$;

create function incident_view_is_counted() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  -- What hangs on another record is seen by whoever sees both, which is no class of its own.
  if tg_op <> 'DELETE' and new.hangs then
    raise exception 'an incident that hangs on another record cannot be counted';
  end if;
  if tg_op = 'UPDATE' and (old.admits, old.bars, old.unit0, old.unit1, old.unit2, old.type,
        date_trunc('month', old.date_from), date_trunc('month', old.date_to))
      is not distinct from (new.admits, new.bars, new.unit0, new.unit1, new.unit2, new.type,
        date_trunc('month', new.date_from), date_trunc('month', new.date_to)) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    perform incident_counts(old, -1);
  end if;
  if tg_op <> 'DELETE' then
    perform incident_counts(new, 1);
  end if;
  return null;
end $$;
create trigger incident_is_counted after insert on record_view
  for each row when (new.kind = 'incident') execute function incident_view_is_counted();
create trigger incident_is_counted_anew after update on record_view
  for each row when (new.kind = 'incident') execute function incident_view_is_counted();
create trigger incident_is_counted_no_more after delete on record_view
  for each row when (old.kind = 'incident') execute function incident_view_is_counted();

alter table incident_count enable row level security;
alter table incident_count_change enable row level security;
create policy readers on incident_count for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));
create policy readers on incident_count_change for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals()));
create policy system on incident_count for all to "${flyway:database}_system" using (true) with check (true);
create policy system on incident_count_change for all to "${flyway:database}_system" using (true) with check (true);
-- Only the triggers write changes, with the rights of the schema's owner.
grant select on incident_count, incident_count_change to "${flyway:database}_app";
grant select, insert, update, delete on incident_count to "${flyway:database}_system";
grant select, delete on incident_count_change to "${flyway:database}_system";
