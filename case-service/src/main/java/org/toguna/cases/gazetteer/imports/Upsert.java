package org.toguna.cases.gazetteer.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.toguna.kit.db.SqlParts;

/** The set-based half of an import: staging becomes places, names, history and outbox. */
final class Upsert {
  /** Only a row that is taken itself stands in the way of those below it. */
  private static final String REPEATED =
      """
      update place_staging s set pointer = '/place_id', code = 'repeated',
        detail = 'An earlier row of this file has this id; keep one of them.'
      from (select line, row_number() over (partition by id order by line) as nth
            from place_staging where digest is not null and code is null) r
      where r.line = s.line and r.nth > 1
      """;

  /** One entry of a provider stands under one id of ours. */
  private static final String TAKEN =
      """
      update place_staging s set pointer = '/source_id', code = 'provider-id-taken',
        detail = 'This entry of its provider stands under the id ' || t.holder || '; use that one.'
      from (%s) t
      where t.line = s.line and t.holder is not null
      """;

  private static final String TAKEN_BEFORE =
      TAKEN.formatted(
          """
          select line, (select p.id from place p
                        where p.provider = g.provider and p.provider_id = g.provider_id
                          and p.id <> g.id) as holder
          from place_staging g where digest is not null and code is null
          """);
  private static final String TAKEN_IN_THIS_FILE =
      TAKEN.formatted(
          """
          select line,
            nullif(first_value(id) over (partition by provider, provider_id order by line), id)
              as holder
          from place_staging g where digest is not null and code is null
          """);

  /** The units that rows need which are taken. */
  private static final String NEEDED =
      """
      select distinct u from place_staging s
        cross join lateral unnest(array[s.adm0, s.adm1, s.adm2, s.adm3, s.id]) as u
      where s.outcome <> 'rejected' and u is not null
      """;

  private static final String JUDGE =
      """
      update place_staging s set outcome = case
          when s.code is not null then 'rejected'
          when j.digest is null then 'created'
          when j.digest = s.digest then 'unchanged'
          else 'updated' end
      from (select t.line, p.digest from place_staging t left join place p on p.id = t.id) j
      where j.line = s.line and s.outcome is null
      """;

  private static final String COLUMNS =
      "provider, provider_id, pcode, level, name, ascii_name, kind, country, lat, lon, adm0, adm1,"
          + " adm2, adm3, seat_of, population, valid_from, valid_to, stated_on, flags, digest";

  /** What was found by comparing with others stays, until it is compared again. */
  private static final String KEPT_FLAGS =
      "excluded.flags || array(select f from unnest(place.flags) f where f in ('withdrawn',"
          + " 'in-another-unit', 'point-in-doubt'))";

  private static final String PLACES =
      """
      insert into place (id, %1$s, version, recorded_at, updated_at, import_id)
      select id, %1$s, 1, ?::timestamptz, ?::timestamptz, ?::uuid
      from place_staging where digest is not null and outcome in ('created', 'updated')
      on conflict (id) do update set (%1$s, version, updated_at, import_id) =
        row(%2$s, place.version + 1, excluded.updated_at, excluded.import_id)
      """
          .formatted(
              COLUMNS,
              COLUMNS.replaceAll("(\\w+)", "excluded.$1").replace("excluded.flags", KEPT_FLAGS));

  private static final String OLD_NAMES =
      """
      delete from place_name n using place_staging s where s.outcome = 'updated' and s.digest is not null
        and n.place = s.id
      """;

  private static final String NAMES =
      """
      insert into place_name (place, position, name, language, kind, folded, sound)
      select s.id, n.position - 1, n.value ->> 'name', n.value ->> 'language', n.value ->> 'kind',
             n.value ->> 'folded', n.value ->> 'sound'
      from place_staging s, jsonb_array_elements(s.names) with ordinality as n (value, position)
      where s.digest is not null and s.outcome in ('created', 'updated')
      """;

  /** A unit without outlines stands in the middle of its places, until somebody knows better. */
  private static final String CENTROIDS =
      """
      with middle as (
        select a.id, avg(p.lat) as lat, avg(p.lon) as lon
        from place p cross join lateral unnest(array[p.adm0, p.adm1, p.adm2, p.adm3]) as a (id)
        where p.import_id = ?::uuid and p.level in ('village', 'site') and a.id is not null
          and not 'point-in-doubt' = any (p.flags)
        group by a.id)
      update unit u set lat = m.lat, lon = m.lon,
        version = case when u.import_id = ?::uuid then u.version else u.version + 1 end,
        updated_at = ?::timestamptz, import_id = ?::uuid
      from middle m where m.id = u.id and u.lat is null
      """;

  /** What siblings are told of units and places; where says which. */
  private static final String TOLD =
      """
      with changed as (
        select id, version, 'adm' || level as level, coding as provider, pcode, country, adm0, adm1,
               adm2, adm3, lat, lon, flags, valid_from,
               least(valid_to, withdrawn_on - 1) as valid_to,
               (select jsonb_agg(%1$s) from place_name n where n.unit = u.id) as names
        from unit u %2$s
        union all
        select id, version, level, provider, pcode, country, adm0, adm1,
               adm2, adm3, lat, lon, flags, valid_from,
               least(valid_to, withdrawn_on - 1),
               (select jsonb_agg(%1$s) from place_name n where n.place = p.id)
        from place p %2$s),
      told as (
        select c.id, c.version, jsonb_strip_nulls(jsonb_build_object(
          'id', c.id,
          'pcode', c.pcode,
          'level', case c.level when 'adm0' then 'country' else c.level end,
          'provider', c.provider,
          'names', c.names,
          'path', jsonb_build_object(
            'country', c.adm0, 'adm1', c.adm1, 'adm2', c.adm2, 'adm3', c.adm3),
          'lat', c.lat, 'lon', c.lon,
          'flags', to_jsonb(c.flags),
          'validFrom', c.valid_from, 'validTo', c.valid_to)) as data
        from changed c)
      """;

  private static final String TELL =
      """
      insert into outbox
        (id, aggregatetype, aggregateid, type, payload, version, marking, time)
      select gen_random_uuid(), 'cases.place', id, 'org.toguna.place.recorded.v1',
        jsonb_build_object(
          'id', id, 'kind', 'place', 'version', version,
          'marking', jsonb_build_object('tlp', 'CLEAR', 'owner', ''),
          'audience', jsonb_build_object('full', jsonb_build_array('tlp:clear'),
                                         'seen', jsonb_build_array('tlp:clear')),
          'changed', jsonb_build_array(),
          'data', jsonb_build_object('full', data, 'seen', '{}'::jsonb))::text,
        version, 'CLEAR', ?::timestamptz
      from told
      """;

  private static final String KEEP =
      """
      , kept as (
        insert into gazetteer_history (id, version, import_id, person, at, snapshot)
        select id, version, ?::uuid, ?, ?::timestamptz, data from told)
      """;

  private static String told(String which) {
    return TOLD.formatted(
        "jsonb_strip_nulls(jsonb_build_object('name', n.name, 'language', n.language,"
            + " 'kind', n.kind)) order by n.position",
        which);
  }

  private static final String CHANGED = told("where import_id = ?::uuid") + KEEP + TELL;

  /** Tells siblings of every unit and place, as it stands. */
  static void tellAll(Connection connection) throws SQLException {
    new SqlParts().add(told("") + TELL, Timestamp.from(Instant.now())).execute(connection);
  }

  private static final String FLAGS =
      """
      update place_staging s set flags = array(
        select f from unnest(?::text[]) with ordinality d (f, rank) where f = any (p.flags)
        order by rank)
      from place p where p.id = s.id and s.digest is not null and s.outcome <> 'rejected'
      """;
  private static final String REMEDY =
      """
      update place_staging set pointer = ?, code = ?, detail = coalesce(detail, ?)
      where code is null and outcome <> 'rejected' and flags[1] = ?
      """;

  private final Connection connection;
  private final ImportOrder order;

  Upsert(Connection connection, ImportOrder order) {
    this.connection = connection;
    this.order = order;
  }

  /** Says of each row what becomes of it; tells the units that those need which are taken. */
  Set<String> judge() throws SQLException {
    run(TAKEN_BEFORE);
    run(REPEATED);
    run(TAKEN_IN_THIS_FILE);
    run(JUDGE);
    var needed = new HashSet<String>();
    UnitTable.query(connection, NEEDED, row -> needed.add(row.getString(1)));
    return needed;
  }

  void places() throws SQLException {
    run(PLACES, at(), at(), order.id());
    run(OLD_NAMES);
    run(NAMES);
  }

  void centroids() throws SQLException {
    run(CENTROIDS, order.id(), order.id(), at(), order.id());
  }

  void tell() throws SQLException {
    run(CHANGED, order.id(), order.id(), order.id(), order.person(), at(), at());
  }

  /** Tells each row that was taken what is in doubt about its entry, the gravest first. */
  void doubts() throws SQLException {
    run("update place_staging set flags = '{}' where outcome = 'rejected'");
    var doubts = Doubt.values();
    var words = String.join(",", Arrays.stream(doubts).map(Doubt::word).toList());
    run(FLAGS, "{" + words + "}");
    for (var doubt : doubts) {
      run(REMEDY, doubt.pointer(), doubt.word(), doubt.remedy(), doubt.word());
    }
  }

  void rows() throws SQLException {
    run(
        """
        insert into gazetteer_import_row (import_id, line, outcome, id, pointer, code, detail, flags)
        select ?::uuid, line, outcome, id, pointer, code, detail, coalesce(flags, '{}')
        from place_staging
        """,
        order.id());
  }

  private Timestamp at() {
    return Timestamp.from(order.at());
  }

  private void run(String sql, Object... parameters) throws SQLException {
    new SqlParts().add(sql, parameters).execute(connection);
  }
}
