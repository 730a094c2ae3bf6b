-- Who is armed decides how finely an accord is told, and to whom a payment is. What names an actor is looked at
-- again when the actor turns out to be of another type.
create function actor_is_of_another_type() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into to_follow (record_id, at, what)
  select distinct a.record_id, now(), 'meaning' from record_about a
  where a.about = 'actor:' || new.id and a.kind in ('agreement', 'term', 'outcome', 'breach') and a.view = 'full';
  return null;
end $$;
create trigger actor_is_of_another_type after update on sibling
  for each row when (new.topic = 'actors.actor' and new.view = 'full'
    and new.data ->> 'type' is distinct from old.data ->> 'type')
  execute function actor_is_of_another_type();
