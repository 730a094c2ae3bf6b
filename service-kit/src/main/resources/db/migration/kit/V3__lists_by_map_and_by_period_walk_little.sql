-- What lies in a small box is looked up by its coordinates: comparing numbers is leak-proof, so this index
-- is used below the policies, where one of points or boxes is not.
create index record_view_by_position on record_view (kind, lat, lon) where lat is not null;
-- Records without a first day are sorted by their last; a list of an earlier period finds them apart.
create index record_view_without_beginning on record_view (kind, sort_date desc, record_id desc) where date_from is null;
