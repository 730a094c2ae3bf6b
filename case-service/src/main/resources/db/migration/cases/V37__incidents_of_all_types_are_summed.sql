-- Most questions leave the type open: the sums keep all types of a unit, span and class together as
-- well ('*', which is no code), so that such a question adds up a sixth or a tenth of the rows.
insert into incident_count
select class, admits, bars, unit, parent, level, month_from, month_to, '*', sum(n)
from incident_count
group by class, admits, bars, unit, parent, level, month_from, month_to;

drop index incident_count_within;
create index incident_count_within on incident_count (parent, type, unit);
