-- Where things are: units and places of several providers side by side, each under its provider's
-- spelling and code. Reference data is public: every signed-in reader reads it, imports write it.

create table gazetteer_import (
  id          uuid primary key,
  form        text not null check (form in ('places', 'units')),
  person      text not null,
  at          timestamptz not null,
  created     integer not null check (created >= 0),
  updated     integer not null check (updated >= 0),
  unchanged   integer not null check (unchanged >= 0),
  rejected    integer not null check (rejected >= 0),
  units_created integer not null check (units_created >= 0)
);

create index gazetteer_import_latest on gazetteer_import (at desc, id);

create table gazetteer_import_row (
  import_id  uuid not null references gazetteer_import,
  line       integer not null check (line > 1),
  outcome    text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  id         text,
  pointer    text,
  code       text,
  detail     text,
  primary key (import_id, line),
  check ((outcome = 'rejected') = (code is not null)),
  check ((code is null) = (detail is null) and (code is null) = (pointer is null))
);
create index gazetteer_import_row_by_outcome on gazetteer_import_row (import_id, outcome, line);

-- The same P-code names one cercle in one edition and another in the next: a code means nothing
-- without the coding it belongs to. One coding of a country is the reference: its codes are the ids.
create table unit_coding (
  country    text not null check (country ~ '^[A-Z]{2}$'),
  coding     text not null check (coding ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  reference  boolean not null,
  primary key (country, coding)
);
create unique index unit_coding_one_reference on unit_coding (country) where reference;

create table unit (
  id            text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{1,79}$'),
  coding        text not null,
  pcode         text check (pcode ~ '^[A-Z]{2}[0-9]{0,14}$'),
  level         smallint not null check (level between 0 and 3),
  parent        text,
  parent_level  smallint generated always as ((level - 1)::smallint) stored,
  name          text not null check (btrim(name) = name and length(name) between 1 and 200),
  country       text not null check (country ~ '^[A-Z]{2}$'),
  adm0          text not null references unit,
  adm1          text references unit,
  adm2          text references unit,
  adm3          text references unit,
  lat           double precision check (lat between -90 and 90),
  lon           double precision check (lon between -180 and 180),
  valid_from    date,
  valid_to      date,
  flags         text[] not null default '{}',
  version       integer not null check (version > 0),
  recorded_at   timestamptz not null,
  updated_at    timestamptz not null,
  import_id     uuid not null references gazetteer_import deferrable initially deferred,
  unique (id, level),
  foreign key (parent, parent_level) references unit (id, level),
  foreign key (country, coding) references unit_coding,
  check ((level = 0) = (parent is null)),
  check (id = case level when 0 then adm0 when 1 then adm1 when 2 then adm2 else adm3 end),
  check (num_nonnulls(adm0, adm1, adm2, adm3) = level + 1),
  check (parent is null or parent = case level when 1 then adm0 when 2 then adm1 else adm2 end),
  check ((lat is null) = (lon is null)),
  check (valid_from <= valid_to),
  -- A code may be given again once the unit that had it is no more.
  constraint unit_code_names_one_at_a_time exclude using gist
    (country with =, coding with =, pcode with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index unit_by_parent on unit (parent, name, id);
create index unit_by_pcode on unit (pcode);
create index unit_by_import on unit (import_id);

create table place (
  id           text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{1,79}$'),
  provider     text not null check (provider ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  provider_id  text not null check (length(provider_id) between 1 and 80),
  pcode        text check (pcode ~ '^[A-Z]{2}[0-9]{0,14}$'),
  level        text not null check (level in ('country', 'adm1', 'adm2', 'adm3', 'village', 'site')),
  name         text not null check (btrim(name) = name and length(name) between 1 and 200),
  ascii_name   text check (length(ascii_name) between 1 and 200),
  kind         text check (kind ~ '^[A-Z]\.[A-Z0-9]{1,9}$'),
  country      text not null check (country ~ '^[A-Z]{2}$'),
  lat          double precision not null check (lat between -90 and 90),
  lon          double precision not null check (lon between -180 and 180),
  adm0         text not null references unit,
  adm1         text references unit,
  adm2         text references unit,
  adm3         text references unit,
  seat_of      text references unit,
  population   bigint check (population >= 0),
  valid_from   date,
  valid_to     date,
  stated_on    date,
  flags        text[] not null default '{}',
  digest       bytea not null check (length(digest) = 16),
  version      integer not null check (version > 0),
  recorded_at  timestamptz not null,
  updated_at   timestamptz not null,
  import_id    uuid not null references gazetteer_import deferrable initially deferred,
  unique (provider, provider_id),
  check (adm2 is null or adm1 is not null),
  check (adm3 is null or adm2 is not null),
  check ((seat_of is not null) = ('seat-of-unit' = any (flags))),
  check (valid_from <= valid_to)
);
create index place_by_adm0 on place (adm0, id);
create index place_by_adm1 on place (adm1, id);
create index place_by_adm2 on place (adm2, id);
create index place_by_adm3 on place (adm3, id);
create index place_by_pcode on place (pcode) where pcode is not null;
create index place_by_position on place using gist (point(lon, lat));
create index place_by_import on place (import_id);

create table place_name (
  unit      text references unit on delete cascade,
  place     text references place on delete cascade,
  position  smallint not null check (position between 0 and 999),
  name      text not null check (btrim(name) = name and length(name) between 1 and 200),
  language  text check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  kind      text not null check (kind in ('primary', 'alternative')),
  folded    text not null,
  sound     text not null,
  unique nulls not distinct (unit, place, position),
  check (num_nonnulls(unit, place) = 1),
  check ((kind = 'primary') = (position = 0))
);
create index place_name_of_place on place_name (place) where place is not null;
create index place_name_by_part on place_name using gin (folded gin_trgm_ops);

-- What the gazetteer said, version by version.
create table gazetteer_history (
  id         text not null,
  version    integer not null,
  import_id  uuid not null,
  person     text not null,
  at         timestamptz not null,
  snapshot   jsonb not null,
  primary key (id, version)
);

-- Rows of the import at work, good and bad; empty between imports.
create unlogged table place_staging (
  line         integer not null,
  id           text,
  provider     text,
  provider_id  text,
  pcode        text,
  level        text,
  name         text,
  ascii_name   text,
  kind         text,
  country      text,
  lat          double precision,
  lon          double precision,
  adm0         text,
  adm1         text,
  adm2         text,
  adm3         text,
  seat_of      text,
  population   bigint,
  valid_from   date,
  valid_to     date,
  stated_on    date,
  flags        text[],
  names        jsonb,
  digest       bytea,
  pointer      text,
  code         text,
  detail       text,
  outcome      text
);

-- Imports run as the system role; a request cannot change reference data, whatever it says.
grant select on gazetteer_import, gazetteer_import_row, unit_coding, unit, place, place_name,
  gazetteer_history to "${flyway:database}_app";
grant select, insert on gazetteer_import, gazetteer_import_row, gazetteer_history
  to "${flyway:database}_system";
grant select, insert, update on unit_coding, unit, place to "${flyway:database}_system";
grant select, insert, delete on place_name to "${flyway:database}_system";
grant select, insert, update, delete, truncate on place_staging to "${flyway:database}_system";
