-- Codes and ids that a view says of itself, so that records can be compared without opening any of
-- them: 'lever:kinship'. They are of one view as its other facets are, and go with it.
alter table record_view add column codes text[];
