-- Which cases and crises name an actor. Only a way to find rows of the read model, whose policy then
-- decides; it may name too many (a case that dropped the actor), never too few.
create table case_of_actor (
  actor   uuid not null,
  topic   text not null,
  record  text not null,
  primary key (actor, topic, record)
);
create index case_of_actor_by_record on case_of_actor (topic, record);

-- Kept by the read model's own table, so that news, replays and rebuilds all pass here.
create function note_case_of_actor() returns trigger language plpgsql as $$
begin
  insert into case_of_actor
    select a::uuid, new.topic, new.id
    from jsonb_array_elements_text(
      case jsonb_typeof(new.data -> 'actors') when 'array' then new.data -> 'actors' else '[]' end) a
    where a ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    on conflict do nothing;
  return null;
end $$;
create trigger sibling_notes_case_of_actor after insert or update of data on sibling
  for each row when (new.topic in ('cases.case', 'cases.crisis') and not new.gone)
  execute function note_case_of_actor();

create function forget_case_of_actor() returns trigger language plpgsql as $$
begin
  delete from case_of_actor where topic = old.topic and record = old.id;
  return null;
end $$;
create trigger sibling_forgets_gone_case after update of gone on sibling
  for each row when (new.gone and not old.gone and old.topic in ('cases.case', 'cases.crisis'))
  execute function forget_case_of_actor();
create trigger sibling_forgets_removed_case after delete on sibling
  for each row when (old.topic in ('cases.case', 'cases.crisis'))
  execute function forget_case_of_actor();

grant select on case_of_actor to "${flyway:database}_app";
grant select, insert, delete on case_of_actor to "${flyway:database}_system";

-- The second wall here too: a line is there for whoever may read the row that it leads to.
alter table case_of_actor enable row level security;
create policy readers on case_of_actor for select to "${flyway:database}_app"
  using (exists (select from sibling s where s.topic = case_of_actor.topic and s.id = case_of_actor.record));
create policy system on case_of_actor for all to "${flyway:database}_system" using (true) with check (true);
