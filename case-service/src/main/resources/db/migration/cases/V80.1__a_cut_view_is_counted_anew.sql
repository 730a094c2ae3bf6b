-- A view that is cut since what it hangs on is cut counts where it is found from then on. That it is made anew
-- is counted with its full view.
create constraint trigger view_is_cut_and_counted after update on record_view
  deferrable initially deferred
  for each row when (new.view = 'blurred' and new.kind in ('case', 'crisis', 'term')
    and (old.cut_place, old.cut_date) is distinct from (new.cut_place, new.cut_date)
    and (old.made_place, old.made_date) is not distinct from (new.made_place, new.made_date))
  execute function counts_of_view();
