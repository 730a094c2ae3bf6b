-- Nothing is searched inside of what siblings told: each reader of the table comes with a topic and an id.
-- The index cost a rebuild more than all else it did.
drop index sibling_by_data;
