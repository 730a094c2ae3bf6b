-- What happened at a place that is on no map is held against lists that may cover it: few among
-- all that happened, and found without walking the rest.
create index record_view_on_no_map on record_view (kind, record_id)
  where view = 'full' and (place is null or '?' = any (other_units));
