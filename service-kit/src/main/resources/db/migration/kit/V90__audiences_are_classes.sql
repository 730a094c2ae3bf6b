-- Who may see a view is one of few audience classes, and a reader holds a set of them: what a reader looks
-- up is looked up within those, so that nothing else is walked on the way to an answer.

-- The circles that principals name, as org.toguna.kit.marking.Principal has them.
create function circles(principals text[])
  returns table (principal text, signed_in boolean, organisation text, person text, cleared boolean)
  language sql immutable parallel safe
as $$
  select p, p <> 'tlp:clear',
         case when p like 'org:%' then regexp_replace(name, '\+amber$', '')
              when p like 'person%' then split_part(name, '/', 1) end,
         case when p like 'person%' then name end,
         p = 'tlp:amber' or p like 'org:%+amber' or p like 'person+amber:%'
  from unnest(principals) p, substr(p, strpos(p, ':') + 1) name
$$;

-- The same readers in as few principals as possible, in a stable order.
create function narrowed(principals text[]) returns text[]
  language sql immutable parallel safe
as $$
  with c as materialized (select distinct * from circles(principals))
  select coalesce(array_agg(a.principal order by a.principal collate "C"), '{}') from c a
  where not exists (
    select from c b
    where b.principal <> a.principal and (a.signed_in or not b.signed_in) and (a.cleared or not b.cleared)
      and (b.organisation is null or b.organisation = a.organisation) and (b.person is null or b.person = a.person))
$$;

-- Exactly those readers whom both admit.
create function admitted_by_both(ones text[], others text[]) returns text[]
  language plpgsql immutable parallel safe
as $$
begin
  if ones <@ others or 'tlp:clear' = any (others)
     or 'tlp:green' = any (others) and not 'tlp:clear' = any (ones) then
    return ones;
  end if;
  return narrowed(array(
    select case when coalesce(a.person, b.person) is not null
                  then case when a.cleared or b.cleared then 'person+amber:' else 'person:' end
                       || coalesce(a.person, b.person)
                when coalesce(a.organisation, b.organisation) is not null
                  then 'org:' || coalesce(a.organisation, b.organisation)
                       || case when a.cleared or b.cleared then '+amber' else '' end
                when a.cleared or b.cleared then 'tlp:amber'
                when a.signed_in or b.signed_in then 'tlp:green'
                else 'tlp:clear' end
    from circles(ones) a, circles(others) b
    where coalesce(a.organisation = b.organisation, true) and coalesce(a.person = b.person, true)));
end $$;

-- A class never changes: whoever is moved to other readers is moved to another class. Those of blurred views
-- are below zero. Whom a blurred view bars, since they have the full one, is not of its class: what a level
-- opens is one class for all owners.
create sequence audience_class_number as integer;
create table audience_class (
  id      integer primary key check (id <> 0),
  admits  text[] not null,
  -- A short name: many principals would not fit into an index.
  named   uuid not null
);
create unique index audience_class_by_name on audience_class (named, (id < 0));

create table audience_class_principal (
  principal  text not null,
  class      integer not null references audience_class,
  primary key (principal, class)
);

create function audience_class_of(wanted text[], blurred boolean) returns integer
  language plpgsql
as $$
declare
  principals text[] := wanted;
  name uuid := md5(array_to_string(principals, e'\x1f'))::uuid;
  number integer := (select id from audience_class where named = name and (id < 0) = blurred);
begin
  -- Mostly it is there, and written as it is written here.
  if number is not null then
    return number;
  end if;
  principals := narrowed(wanted);
  name := md5(array_to_string(principals, e'\x1f'))::uuid;
  insert into audience_class
  select case when blurred then -1 else 1 end * nextval('audience_class_number'), principals, name
  where not exists (select from audience_class where named = name and (id < 0) = blurred)
  on conflict (named, (id < 0)) do nothing returning id into number;
  if number is null then
    return (select id from audience_class where named = name and (id < 0) = blurred);
  end if;
  insert into audience_class_principal select unnest(principals), number;
  -- Whoever made it may hold it.
  perform set_config('toguna.classes', '', true);
  return number;
end $$;

create function classes_of_reader() returns integer[]
  language plpgsql stable security definer set search_path = public
as $$
begin
  return array(select distinct class from audience_class_principal where principal = any (reader_principals()));
end $$;

-- Found once in a statement, or in the transaction of an author, and kept with the name of the reader.
create function reader_classes() returns integer[]
  language plpgsql stable parallel restricted
as $$
declare
  reader text := nullif(current_setting('toguna.reader', true), '');
  held text := current_setting('toguna.classes', true);
  classes integer[];
begin
  if reader is null then
    return '{}';
  end if;
  if starts_with(held, reader || e'\x1e') then
    return substr(held, length(reader) + 2)::integer[];
  end if;
  classes := classes_of_reader();
  perform set_config('toguna.classes', reader || e'\x1e' || classes::text, true);
  return classes;
end $$;

revoke all on function audience_class_of(text[], boolean), classes_of_reader() from public;
grant execute on function classes_of_reader() to "${flyway:database}_app";

-- GIN cannot lead by a column: so the words themselves are led by the class, '12.siege', and whoever looks a
-- word up finds no entry of another class. The entry '12.' stands for all of a class. No word holds a space, so
-- each begins, as the database writes them, with a space and a quote.
create function led_by(class integer, words tsvector) returns tsvector
  language plpgsql immutable parallel safe
as $$
declare
  written text := words::text;
begin
  -- No word may be longer than 2046 bytes, with its class.
  if length(written) > 2000 then
    written := ts_delete(words, array(select lexeme from unnest(words) where octet_length(lexeme) > 2000))::text;
  end if;
  return (replace(' ' || written, ' ''', ' ''' || class || '.') || ' ''' || class || '.''')::tsvector;
end $$;

-- The same words, led by another class.
create function led_by_another(before integer, class integer, words tsvector) returns tsvector
  language sql immutable parallel safe
as $$
  select replace(' ' || words::text, ' ''' || before || '.', ' ''' || class || '.')::tsvector
$$;

-- A question that names no word which must be there asks within all of its class.
create function asked_within(class integer, words tsquery) returns tsquery
  language sql immutable parallel safe
as $$
  select case when querytree(words) = 'T' then ('''' || class || '.''')::tsquery && led else led end
  from (select regexp_replace(words::text, '(^|[ !(])''', '\1''' || class || '.', 'g')::tsquery) asked (led)
$$;
