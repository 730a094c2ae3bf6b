-- A view that is cut since what it is joined with is cut is compared from then on as it is found.
drop trigger view_is_compared_anew on record_view;
create trigger view_is_compared_anew after update on record_view
  for each row when (new.kind in ('case', 'crisis', 'permission', 'contact', 'term', 'agreement', 'outcome')
                     and (old.body <> new.body
                          or (old.cut_place, old.cut_date) is distinct from (new.cut_place, new.cut_date)))
  execute function view_is_compared();
