-- A view says beside its body how finely it was made; whoever writes it writes that.
grant update (made_place, made_date, cut_place, cut_date) on record_view to "${flyway:database}_app";

-- How far a blurred view had counted outlives it, and is written by what takes it away alone.
create or replace function withdraw_blurred(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform refuse_all_but_the_desk_of(wanted);
  with closed as (
    delete from record_view where record_id = wanted and view = 'blurred' returning record_id, version)
  insert into view_closed select record_id, version from closed
  on conflict (record_id) do update set version = greatest(view_closed.version, excluded.version);
end $$;

create or replace function forget_erased(wanted uuid) returns void
  language plpgsql security definer set search_path = public
as $$
begin
  perform refuse_all_but_the_desk_of(wanted);
  if not exists (select from record r join change c on c.record_id = r.id
                 where r.id = wanted and r.gone and c.fact = 'erased' and c.xid = pg_current_xact_id()) then
    raise exception 'only what is being erased is forgotten' using errcode = 'insufficient_privilege';
  end if;
  delete from record_view where record_id = wanted;
  delete from view_closed where record_id = wanted;
  delete from record_attachment where record_id = wanted;
  delete from record_anchor where record_id = wanted;
  delete from record_quote where record_id = wanted;
end $$;
revoke insert, update, delete on view_closed from "${flyway:database}_app";
