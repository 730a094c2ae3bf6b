package org.toguna.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A registry of cases that grows to each size in turn, each with a crisis, a permission, a contact,
 * two terms, an outcome and ten observations. Some are recorded over HTTP and are nearest to each
 * other; all others are copied by SQL, come from another trigger and by another lever, and are
 * compared, never opened.
 */
final class CaseFamilies {
  private static final int RECORDED = 20;
  private static final int OBSERVATIONS = 10;

  /** Each record of the recorded families under a new id, so often as cases are missing. */
  private static final String NUMBERED =
      """
      create temp table copied as
      select m.id as old, gen_random_uuid() as new, n
      from member m cross join generate_series(1, %d) n
      where m.family < %d""";

  private static final List<String> COPIES =
      List.of(
          "create index on copied (old, n)",
          """
          insert into record (id, kind, version, owner, tlp, full_admits, seen_admits, gone, recorded_at, updated_at)
          select c.new, r.kind, 1, r.owner, r.tlp, r.full_admits, r.seen_admits, false, r.recorded_at, r.updated_at
          from copied c join record r on r.id = c.old""",
          """
          insert into record_parent
          select c.new, p.new from copied c join record_parent r on r.child = c.old
          join copied p on p.old = r.parent and p.n = c.n""",
          """
          insert into record_view
            (record_id, view, kind, owner, tlp, admits, bars, hangs, version, etag, body, recorded_at, updated_at,
             type, status, unit0, unit1, unit2, date_from, date_to, sort_date, wrapped, links, codes)
          select c.new, v.view, v.kind, v.owner, v.tlp, v.admits, v.bars, v.hangs, 1, v.etag, v.body, v.recorded_at,
                 v.updated_at, v.type, v.status, v.unit0, v.unit1, v.unit2, v.date_from, v.date_to, v.sort_date, v.wrapped,
                 (select array_agg(l.new) from unnest(v.links) k join copied l on l.old = k and l.n = c.n),
                 (select array_agg(case
                           when code like 'case:%' then 'case:' || k.new
                           when code = 'type:siege' then 'type:' || (array['abduction', 'expulsion'])[1 + c.n % 2]
                           when code like 'lever:%' then 'lever:trade'
                           else code end)
                  from unnest(v.codes) code
                  left join copied k on 'case:' || k.old = code and k.n = c.n)
          from copied c join record_view v on v.record_id = c.old""",
          "drop table copied");

  private final Registry registry;
  private final Connection database;
  final List<UUID> recorded = new ArrayList<>();
  private int size;

  CaseFamilies(Registry registry, Connection database) {
    this.registry = registry;
    this.database = database;
  }

  int size() {
    return size;
  }

  void growTo(int cases) throws SQLException {
    try (Statement statement = database.createStatement()) {
      if (recorded.isEmpty()) {
        statement.execute("create temp table member (id uuid, family integer)");
        for (int i = 0; i < RECORDED; i++) {
          for (UUID id : family(i)) {
            statement.execute("insert into member values ('%s', %d)".formatted(id, i));
          }
        }
        size = RECORDED;
      }
      int missing = cases - size;
      if (missing > 0) {
        copy(statement, missing / RECORDED, RECORDED);
        copy(statement, 1, missing % RECORDED);
        size = cases;
      }
      statement.execute("vacuum analyze");
    }
  }

  private static void copy(Statement statement, int times, int families) throws SQLException {
    statement.execute(NUMBERED.formatted(times, families));
    for (String sql : COPIES) {
      statement.execute(sql);
    }
  }

  /** The ids of one family, its case first. */
  private List<UUID> family(int number) {
    String place = "\"place\":{\"id\":\"" + Registry.cercle(number) + "\"}";
    String marking = "\"marking\":{\"tlp\":\"GREEN\"}";
    UUID crisis =
        registry.record(
            "/cases/v1/crises",
            """
            {"type":"siege","status":"lifted",%s,"since":{"edtf":"2021-03"},"until":{"edtf":"2021-09"},
             "causes":["refusal_of_levies"],%s}"""
                .formatted(place, marking));
    UUID dialogue =
        registry.record(
            "/cases/v1/cases",
            """
            {"type":"siege_lifting","level":"village",%s,"crises":["%s"],%s}"""
                .formatted(place, crisis, marking));
    recorded.add(dialogue);
    var members = new ArrayList<UUID>(List.of(dialogue, crisis));
    members.add(
        part(
            "permissions",
            dialogue,
            "\"status\":\"granted\",\"order\":\"before_contact\",\"grantor\":{\"asStated\":\"a chief\"},"
                + "\"grantee\":{\"asStated\":\"a herder\"}"));
    members.add(
        part(
            "contacts",
            dialogue,
            "\"status\":\"made\",\"levers\":[{\"type\":\"ancestral_pact\"}]"));
    members.add(part("outcomes", dialogue, "\"type\":\"siege_lifted\""));
    members.add(term(dialogue, "siege_lift", "commitment"));
    UUID levy = term(dialogue, "taxation", "rule");
    members.add(levy);
    for (int i = 0; i < OBSERVATIONS; i++) {
      members.add(
          registry.record(
              "/cases/v1/observations",
              """
              {"term":"%s","enforcement":%d,"when":{"edtf":"2022-%02d"},%s}"""
                  .formatted(levy, i % 4, 1 + i, marking)));
    }
    return members;
  }

  private UUID term(UUID dialogue, String issue, String nature) {
    return part(
        "terms",
        dialogue,
        "\"issue\":\"%s\",\"nature\":\"%s\",\"movements\":[{\"state\":\"agreed\"}]"
            .formatted(issue, nature));
  }

  private UUID part(String kind, UUID dialogue, String members) {
    return registry.record(
        "/cases/v1/" + kind,
        "{\"case\":\"%s\",%s,\"marking\":{\"tlp\":\"GREEN\"}}".formatted(dialogue, members));
  }
}
