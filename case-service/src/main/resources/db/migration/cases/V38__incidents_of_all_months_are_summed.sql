-- Many questions leave the months open as well. Of each type, and of all together, the sums keep all spans
-- ('infinity' to '-infinity', which overlap no period), so that such a question adds up one row for each
-- unit and class.
insert into incident_count
select class, admits, bars, unit, parent, level, 'infinity'::date, '-infinity'::date, type, sum(n)
from incident_count
group by class, admits, bars, unit, parent, level, type;

drop index incident_count_within;
create index incident_count_within on incident_count (parent, type, month_from, unit);
