-- What the views of records are about, one row for each: the records they name, the actors, and the units
-- and places beside the one they lie in. Containment of arrays is not leak-proof, so below the policies no
-- index on the arrays is ever used, and each list by one of these walked all records of its kind. A row is
-- seen by whoever sees its view.
create table record_about (
  kind       text not null,
  about      text not null,
  sort_date  date not null,
  record_id  uuid not null,
  view       text not null,
  primary key (about, kind, sort_date, record_id, view)
);
create index record_about_of_view on record_about (record_id, view);

-- The three ways to be about something do not mix: an id may be a record's and an actor's.
create function about_of(v record_view) returns setof text
  language sql immutable as $$
  select distinct about from (
    select 'record:' || unnest(v.links) union all
    select 'actor:' || unnest(v.actors) union all
    select 'unit:' || unnest(v.other_units)) a (about)
$$;

create function view_is_about() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  if tg_op <> 'INSERT' then
    delete from record_about where record_id = old.record_id and view = old.view;
  end if;
  if tg_op <> 'DELETE' then
    insert into record_about select new.kind, about, new.sort_date, new.record_id, new.view from about_of(new) about;
  end if;
  return null;
end $$;
create trigger view_is_about after insert on record_view
  for each row when (new.links is not null or new.actors is not null or new.other_units is not null)
  execute function view_is_about();
create trigger view_is_about_else after update on record_view
  for each row when ((old.links, old.actors, old.other_units, old.sort_date, old.kind)
    is distinct from (new.links, new.actors, new.other_units, new.sort_date, new.kind))
  execute function view_is_about();
create trigger view_is_about_nothing after delete on record_view
  for each row execute function view_is_about();

insert into record_about select v.kind, about, v.sort_date, v.record_id, v.view from record_view v, about_of(v) about;

alter table record_about enable row level security;
-- offset 0: without it a list that many records are about would be checked against all views at once.
create policy readers on record_about for select to "${flyway:database}_app"
  using (exists (select from record_view v
                 where v.record_id = record_about.record_id and v.view = record_about.view offset 0));
create policy system on record_about for select to "${flyway:database}_system" using (true);
grant select on record_about to "${flyway:database}_app", "${flyway:database}_system";

drop index record_view_by_actors;
drop index record_view_by_links;
drop index record_view_by_other_units;
