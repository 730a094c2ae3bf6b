-- The outlines of units, and what they tell about places: a place whose coordinates lie in another
-- commune than its code says stays where its provider put it, and is said to lie elsewhere.

alter table gazetteer_import drop constraint gazetteer_import_form_check;
alter table gazetteer_import add constraint gazetteer_import_form_check
  check (form in ('places', 'units', 'outlines'));

create table unit_outline (
  unit       text primary key references unit,
  provider   text not null check (provider ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  -- A GeoJSON geometry (RFC 7946), as fine as its provider gave it.
  geometry   text not null,
  import_id  uuid not null references gazetteer_import deferrable initially deferred
);

-- The same, simplified for maps so small that nobody sees the difference; neighbours stay neighbours.
create table unit_outline_at_zoom (
  unit      text not null references unit_outline on delete cascade,
  zoom      smallint not null check (zoom in (4, 6, 8)),
  geometry  text not null,
  primary key (unit, zoom)
);

-- The unit in whose outline the coordinates lie, where that is not the unit its code names.
alter table place add column found_in text references unit;
alter table place add constraint place_found_elsewhere
  check ((found_in is not null) = ('in-another-unit' = any (flags)));

-- Where a unit's existence and its dates are cited from: a law, an edition.
alter table unit add column source text check (length(source) between 1 and 500);

grant select on unit_outline, unit_outline_at_zoom to "${flyway:database}_app";
grant select, insert, update, delete on unit_outline, unit_outline_at_zoom
  to "${flyway:database}_system";
