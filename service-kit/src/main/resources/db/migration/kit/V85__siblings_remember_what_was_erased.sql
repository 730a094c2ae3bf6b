-- What was erased is known for good by its number and its last version, also when the topic has let go of
-- the tombstone and the read model was built anew: an old event of it, however well signed, changes nothing.
create table sibling_erased (
  topic    text not null,
  id       text not null,
  version  integer not null,
  primary key (topic, id)
);
insert into sibling_erased select topic, id, max(version) from sibling where gone group by topic, id;

alter table sibling_erased enable row level security;
create policy system on sibling_erased for all to "${flyway:database}_system" using (true) with check (true);
grant select, insert, update on sibling_erased to "${flyway:database}_system";
