-- Under which id a provider knows an incident, so that one event is taken in once. Not unique: what
-- is kept for named persons must not refuse, or be told to, anybody else of their organisation.
create table incident_provider_id (
  record_id    uuid not null references record,
  provider     text not null check (provider ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  external_id  text not null check (length(external_id) between 1 and 80),
  primary key (record_id, provider, external_id)
);
create index incident_provider_id_found on incident_provider_id (provider, external_id);

grant select, insert, delete on incident_provider_id to "${flyway:database}_app";
alter table incident_provider_id enable row level security;
create policy of_own_records on incident_provider_id for all to "${flyway:database}_app"
  using (exists (select from record r where r.id = record_id))
  with check (exists (select from record r where r.id = record_id));

-- An erased incident leaves no searchable trace, whoever erased it.
create function incident_leaves_no_trace() returns trigger
  language plpgsql security definer set search_path = public
as $$
begin
  delete from incident_provider_id where record_id = new.id;
  return null;
end $$;
create trigger incident_leaves_no_trace after update of gone on record
  for each row when (new.gone and not old.gone and new.kind = 'incident')
  execute function incident_leaves_no_trace();
