-- A blurred view that is cut, or made anew, alone counts where it is found from then on; what is written with
-- the full view is counted with that one.
create constraint trigger view_is_cut_and_counted after update on record_view
  deferrable initially deferred
  for each row when (new.view = 'blurred' and new.kind in ('case', 'crisis', 'term')
    and (old.unit0, old.unit1, old.unit2, old.other_units, old.date_from, old.date_to)
      is distinct from (new.unit0, new.unit1, new.unit2, new.other_units, new.date_from, new.date_to))
  execute function counts_of_view();
