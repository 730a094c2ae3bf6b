-- A list of places is compared with the names of the whole gazetteer at once, however their words are
-- divided: Ndolo-Were, N'Dolowéré.
create index place_name_by_squeezed on place_name (replace(folded, ' ', ''));

-- How far the watch for possible list gaps has read the change log; one row, and one reader at a time.
create table list_gap_watch (
  one  boolean primary key default true check (one),
  xid  xid8 not null,
  seq  bigint not null
);
insert into list_gap_watch (xid, seq) values ('0', 0);

grant select, update on list_gap_watch to "${flyway:database}_system";
