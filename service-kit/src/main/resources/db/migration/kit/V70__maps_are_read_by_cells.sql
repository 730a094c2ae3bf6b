-- A list by map is read cell by cell, each in the list's order; comparing numbers is leak-proof, so these
-- indexes are used below the policies, where one of points or boxes is not. The edges of a cell are found as
-- in MapGrid. That the coordinates stand in the index as well lets a box pass over what lies beside it in its
-- cells without reading the rows.
alter table record_view
  add column cell_eighth int generated always as
    (floor((lat + 90) * 8)::int * 2881 + floor((lon + 180) * 8)::int) stored,
  add column cell_one int generated always as
    (floor(lat + 90)::int * 361 + floor(lon + 180)::int) stored,
  add column cell_eight int generated always as
    (floor((lat + 90) * 0.125::float8)::int * 46 + floor((lon + 180) * 0.125::float8)::int) stored;

create index record_view_by_cell_eighth on record_view
  (kind, cell_eighth, sort_date desc, record_id desc, lat, lon) where cell_eighth is not null;
create index record_view_by_cell_one on record_view
  (kind, cell_one, sort_date desc, record_id desc, lat, lon) where cell_one is not null;
create index record_view_by_cell_eight on record_view
  (kind, cell_eight, sort_date desc, record_id desc, lat, lon) where cell_eight is not null;
drop index record_view_by_position;
