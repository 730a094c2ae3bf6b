-- Which records have dates that hang on dates of others: who is to be looked at again when one moves.
create table record_anchor (
  record_id    uuid not null references record,
  anchored_on  uuid not null,
  primary key (record_id, anchored_on)
);
create index record_anchor_by_anchor on record_anchor (anchored_on);

-- Records to be looked at again, since what they hang on changed; written with that change, and done
-- soon after by whoever is awake.
create table to_follow (
  seq        bigint generated always as identity primary key,
  record_id  uuid not null,
  at         timestamptz not null
);

grant select, insert, delete on record_anchor to "${flyway:database}_app";
grant insert on to_follow to "${flyway:database}_app";
grant select, insert, update, delete on to_follow to "${flyway:database}_system";
