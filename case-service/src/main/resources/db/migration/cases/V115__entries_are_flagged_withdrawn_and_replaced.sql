-- What an import takes with a flag is told row by row, as are the rows of a trial; an entry can be withdrawn, and
-- a unit replaced by others.

alter table gazetteer_import drop constraint gazetteer_import_form_check;
alter table gazetteer_import
  add constraint gazetteer_import_form_check
    check (form in ('places', 'units', 'outlines', 'successions', 'totals', 'withdrawal')),
  add column dry_run boolean not null default false,
  add column flagged integer not null default 0 check (flagged >= 0);

alter table gazetteer_import_row
  drop constraint gazetteer_import_row_check,
  drop constraint gazetteer_import_row_check1,
  add column flags text[] not null default '{}',
  add constraint gazetteer_import_row_says_why
    check ((code is not null) = (outcome = 'rejected' or flags <> '{}')),
  add constraint gazetteer_import_row_says_it_whole
    check ((code is null) = (detail is null) and (code is null) = (pointer is null));
create index gazetteer_import_row_flagged on gazetteer_import_row (import_id, line) where flags <> '{}';
-- The rows of a trial are kept for a day.
grant delete on gazetteer_import, gazetteer_import_row to "${flyway:database}_system";

-- An entry that was wrong, or is no more. It stays: what refers to it reads on; from that day it does not stand.
alter table unit
  add column withdrawn_on date,
  add column withdrawn_because text check (length(withdrawn_because) between 1 and 500),
  add constraint unit_withdrawn_whole
    check ((withdrawn_on is null) = (withdrawn_because is null)
           and (withdrawn_on is not null) = ('withdrawn' = any (flags)));
alter table place
  add column withdrawn_on date,
  add column withdrawn_because text check (length(withdrawn_because) between 1 and 500),
  add constraint place_withdrawn_whole
    check ((withdrawn_on is null) = (withdrawn_because is null)
           and (withdrawn_on is not null) = ('withdrawn' = any (flags)));
create index place_flagged on place using gin (flags) where flags <> '{}';

-- A reform that made new units. What names no division is asked by the units that records carry.
create table division (
  name     text primary key check (name ~ '^[0-9]{4}$'),
  country  text not null check (country ~ '^[A-Z]{2}$'),
  begins   date,
  source   text not null
);
insert into division values
  ('2015', 'ML', null, 'OCHA COD Mali, edition of 2015: the units that the P-codes of places carry'),
  ('2023', 'ML', '2023-03-13',
   'Loi n° 2023-006 du 13 mars 2023 portant création des circonscriptions administratives en République du Mali');

-- What a unit, or one place, was replaced by. The rows of an entry together say where all of it went, unless one
-- says that it is told of a part only.
create table succession (
  entry        text not null check (length(entry) between 1 and 80),
  replaced_by  text not null references unit,
  day          date not null,
  source       text not null check (length(source) between 1 and 500),
  extent       text not null default 'whole' check (extent in ('whole', 'part')),
  import_id    uuid not null references gazetteer_import deferrable initially deferred,
  primary key (entry, replaced_by, day)
);

-- How many units of a level a division has, as it was published: readings, of which none corrects another.
create table division_total (
  division   text not null references division,
  level      text not null check (level in ('region', 'cercle', 'arrondissement', 'commune', 'village')),
  number     integer not null check (number >= 0),
  published  date not null,
  source     text not null check (length(source) between 1 and 500),
  import_id  uuid not null references gazetteer_import deferrable initially deferred,
  primary key (division, level, source)
);

grant select on division, succession, division_total to "${flyway:database}_app";
grant select, insert, update on division, succession, division_total to "${flyway:database}_system";

-- Names are folded by one table for all services; those folded before are made anew at the next start.
create table names_folded (
  one      boolean primary key default true check (one),
  edition  integer not null
);
insert into names_folded values (true, 0);
grant select, update on names_folded to "${flyway:database}_system";
grant update on place_name to "${flyway:database}_system";
