-- The key of a record stands in its views, behind their policy: whoever does not see a view gets no key, and
-- what is read by id or in lists is read in one place. Rewrites record_view once more, and locks it for that long.
alter table record_view disable trigger user;
alter table record_view add column wrapped bytea;
update record_view v set wrapped = k.wrapped from record_key k where k.record_id = v.record_id;
alter table record_view alter column wrapped set not null;
alter table record_view enable trigger user;
drop table record_key;

-- Neither a view, and with it the key, nor an edge is taken away but by these, which look at who is at the
-- desk. A key never changes.
create function is_at_the_desk_of(wanted uuid) returns boolean
  language sql stable
as $$
  select coalesce(current_setting('toguna.desk', true) = 'on', false) and exists (
    select from record r where r.id = wanted and ('org:' || r.owner) = any ((select reader_principals())::text[]))
$$;

create function refuse_all_but_the_desk_of(wanted uuid) returns void
  language plpgsql
as $$
begin
  if not is_at_the_desk_of(wanted) then
    raise exception 'nobody of its owner is at the desk' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- What a record hangs on, which of these its dates hang on, and what it quotes: exactly these.
create function hang_on(wanted uuid, parents uuid[], anchors uuid[], quoted uuid[]) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform refuse_all_but_the_desk_of(wanted);
  delete from record_parent where child = wanted and parent <> all (parents);
  delete from record_anchor where record_id = wanted and anchored_on <> all (anchors);
  delete from record_quote where record_id = wanted and document <> all (quoted);
  insert into record_parent select wanted, unnest(parents) on conflict do nothing;
  insert into record_anchor select wanted, unnest(anchors) on conflict do nothing;
  insert into record_quote select wanted, unnest(quoted) on conflict do nothing;
end $$;

-- A marking that admits fewer readers leaves no blurred view behind.
create function withdraw_blurred(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform refuse_all_but_the_desk_of(wanted);
  delete from record_view where record_id = wanted and view = 'blurred';
end $$;

-- Of a record whose erasure this same transaction has written into row and log; its number stays.
create function forget_erased(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform refuse_all_but_the_desk_of(wanted);
  if not exists (select from record r join change c on c.record_id = r.id
                 where r.id = wanted and r.gone and c.fact = 'erased' and c.xid = pg_current_xact_id()) then
    raise exception 'only what is being erased is forgotten' using errcode = 'insufficient_privilege';
  end if;
  delete from record_view where record_id = wanted;
  delete from record_attachment where record_id = wanted;
  delete from record_anchor where record_id = wanted;
  delete from record_quote where record_id = wanted;
end $$;

revoke all on function hang_on(uuid, uuid[], uuid[], uuid[]), withdraw_blurred(uuid), forget_erased(uuid) from public;
grant execute on function hang_on(uuid, uuid[], uuid[], uuid[]), withdraw_blurred(uuid), forget_erased(uuid)
  to "${flyway:database}_app";

drop policy owners_replace on record_view;
revoke update, delete on record_view from "${flyway:database}_app";
grant update (owner, tlp, hangs, admits, bars, version, etag, body, updated_at, type, status, stage, unit0, unit1,
    unit2, unit3, place, other_units, lat, lon, date_from, date_to, sort_date, actors, links, codes, search)
  on record_view to "${flyway:database}_app";
revoke insert, update, delete on record_parent, record_anchor, record_quote from "${flyway:database}_app";
revoke delete on record_attachment from "${flyway:database}_app";

-- Whoever sees both ends of an edge sees the edge.
create function is_in_sight(wanted uuid) returns boolean
  language sql stable
as $$
  select exists (select from record_view v where v.record_id = wanted)
      or exists (select from sibling s where s.id = wanted::text)
$$;
alter table record_parent enable row level security;
alter table record_anchor enable row level security;
alter table record_quote  enable row level security;
create policy readers on record_parent for select to "${flyway:database}_app" using (is_in_sight(child) and is_in_sight(parent));
create policy readers on record_anchor for select to "${flyway:database}_app" using (is_in_sight(record_id) and is_in_sight(anchored_on));
create policy readers on record_quote  for select to "${flyway:database}_app" using (is_in_sight(record_id) and is_in_sight(document));
create policy system on record_parent for select to "${flyway:database}_system" using (true);
create policy system on record_anchor for select to "${flyway:database}_system" using (true);
create policy system on record_quote  for select to "${flyway:database}_system" using (true);

-- Of the past of a record as well only to whoever sees that view of it now.
drop policy readers on record_history;
create policy readers on record_history for select to "${flyway:database}_app"
  using (admits && (select reader_principals()) and not bars && (select reader_principals())
         and exists (select from record_view v
                     where v.record_id = record_history.record_id and v.view = record_history.view));
