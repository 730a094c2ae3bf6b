-- Tokens name organisations by their short names, so no two may share one, not even a closed one.
create table organisation (
  short_name  text primary key check (short_name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  record_id   uuid not null unique references record
);
grant select, insert on organisation to "${flyway:database}_app";
