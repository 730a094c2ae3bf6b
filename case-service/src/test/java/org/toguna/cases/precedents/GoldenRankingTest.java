package org.toguna.cases.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.toguna.cases.precedents.PrecedentList.Compared;
import org.toguna.cases.precedents.PrecedentList.Precedent;

/**
 * The ranking of seven invented cases and what is said of each. Whoever changes a weight or a rule
 * changes this text, and says in the decision why.
 */
class GoldenRankingTest {
  private static final String KATIBA = "00000000-0000-4000-8000-00000000000a";
  private static final String FRONT = "00000000-0000-4000-8000-00000000000b";
  private static final String CHIEF = "00000000-0000-4000-8000-00000000000c";
  private static final String PREFECT = "00000000-0000-4000-8000-00000000000d";

  private static final Situation ASKED =
      InventedCase.number(1)
          .says("type:siege_lifting", "level:village", "side:" + CHIEF + "=community")
          .at("ML", "ML05", "ML0503", "ML050301", "village:asked")
          .during("2026-03-10", "2026-09-09")
          .and("crisis", "type:siege", "status:open", "cause:help_to_army", "by:" + KATIBA)
          .and("permission", "status:granted", "order:before_contact", "grantor:" + CHIEF)
          .and("contact", "lever:ancestral_pact", "channel:telephone")
          .and("term", "term:taxation:rule:demanded")
          .and("term", "term:siege_lift:commitment:demanded")
          .situation();

  private static List<InventedCase> cases() {
    return List.of(
        // Nearly the same in everything.
        InventedCase.number(2)
            .says("type:siege_lifting", "level:village", "side:" + CHIEF + "=community")
            .at("ML", "ML05", "ML0503", "ML050302", "village:near")
            .during("2023-05-01", "2023-08-31")
            .and("crisis", "type:siege", "status:lifted", "cause:help_to_army", "by:" + KATIBA)
            .and("permission", "status:granted", "order:before_contact", "grantor:" + CHIEF)
            .and("contact", "lever:ancestral_pact", "lever:kinship", "channel:telephone")
            .and("term", "term:taxation:rule:imposed")
            .and("term", "term:siege_lift:commitment:agreed")
            .and("outcome", "type:siege_lifted"),
        // Alike in one thing, and silent of all else.
        InventedCase.number(3).says("type:siege_lifting"),
        // Another besieger, the state asked first, another lever.
        InventedCase.number(4)
            .says("type:humanitarian_access", "level:commune", "side:" + PREFECT + "=state")
            .at("ML", "ML05", "ML0504")
            .during("2025-02-01", null)
            .and(
                "crisis", "type:blockade", "status:open", "cause:self_defence_group", "by:" + FRONT)
            .and("permission", "status:refused", "order:after_contact", "grantor:" + PREFECT)
            .and("contact", "lever:trade", "channel:messenger")
            .and("term", "term:market_access:commitment:refused"),
        // As others get it who are not in its audience: codes that are open, a cercle, a month.
        InventedCase.number(5)
            .says("type:siege_lifting", "level:village")
            .at("ML", "ML05", "ML0503")
            .and(
                "crisis",
                InventedCase.span("2024-06-01", "2024-07-31"),
                "type:siege",
                "status:lifted")
            .and("permission", "status:granted", "order:before_contact")
            .and("term", "term:taxation:rule:demanded"),
        // Nothing in it can be compared: it is no precedent.
        InventedCase.number(6).says("type:other"),
        // The same as the third, so that only their ids order them.
        InventedCase.number(7).says("type:siege_lifting"),
        // Different in all that it tells.
        InventedCase.number(8)
            .says("type:prison_dialogue", "level:national")
            .and("crisis", "type:abduction"));
  }

  @Test
  void theRankingAndItsReasonsAreThese() {
    assertThat(told(cases(), 10))
        .isEqualTo(
            """
            case 2 score 0.9089 coverage 1.0
              type same 1.0
              level same 1.0
              trigger same 1.0
              cause same 1.0
              besieger same 1.0
              asked_first same 1.0
              permission_order same 1.0
              lever close 0.909
              channel same 1.0
              terms close 0.5
              place close 0.6
              period close 0.748
              not known: agreement outcome crisis_status
              differed: lever, [] asked, [kinship] found
              differed: terms, [siege_lift:commitment:demanded, taxation:rule:demanded] asked, [siege_lift:commitment:agreed, taxation:rule:imposed] found
              differed: place, [village:asked] asked, [village:near] found
              differed: period, [2026-03-10/2026-09-09] asked, [2023-05-01/2023-08-31] found

            case 5 score 0.5214 coverage 0.545
              type same 1.0
              level same 1.0
              trigger same 1.0
              permission_order same 1.0
              terms close 0.5
              place close 0.8
              period close 0.84
              not known: cause besieger asked_first lever channel agreement outcome crisis_status
              differed: terms, [siege_lift:commitment:demanded] asked, [] found
              differed: place, [village:asked] asked, [ML0503] found
              differed: period, [2026-03-10/2026-09-09] asked, [2024-06-01/2024-07-31] found

            case 3 score 0.2023 coverage 0.114
              type same 1.0
              not known: level trigger cause besieger asked_first permission_order lever channel terms agreement outcome crisis_status place period

            case 7 score 0.2023 coverage 0.114
              type same 1.0
              not known: level trigger cause besieger asked_first permission_order lever channel terms agreement outcome crisis_status place period

            case 4 score 0.1306 coverage 1.0
              type different 0.0
              level close 0.5
              trigger close 0.5
              cause different 0.0
              besieger different 0.0
              asked_first different 0.0
              permission_order different 0.0
              lever different 0.0
              channel different 0.0
              terms different 0.0
              place different 0.4
              period close 0.945
              not known: agreement outcome crisis_status
              differed: type, [siege_lifting] asked, [humanitarian_access] found
              differed: level, [village] asked, [commune] found
              differed: trigger, [siege] asked, [blockade] found
              differed: cause, [help_to_army] asked, [self_defence_group] found
              differed: besieger, [a] asked, [b] found
              differed: asked_first, [actor:c, side:community] asked, [actor:d, side:state] found
              differed: permission_order, [before_contact] asked, [after_contact] found
              differed: lever, [ancestral_pact] asked, [trade] found
              differed: channel, [telephone] asked, [messenger] found
              differed: terms, [siege_lift:commitment:demanded, taxation:rule:demanded] asked, [market_access:commitment:refused] found
              differed: place, [village:asked] asked, [ML0504] found
              differed: period, [2026-03-10/2026-09-09] asked, [2025-02-01/..] found

            case 8 score 0.0705 coverage 0.295
              type different 0.0
              level different 0.0
              trigger different 0.0
              not known: cause besieger asked_first permission_order lever channel terms agreement outcome crisis_status place period
              differed: type, [siege_lifting] asked, [prison_dialogue] found
              differed: level, [village] asked, [national] found
              differed: trigger, [siege] asked, [abduction] found
            """);
  }

  @Test
  void theOrderInWhichCasesAreReadChangesNothing() {
    var shuffled = new ArrayList<>(cases());
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(told(shuffled, 10)).isEqualTo(told(cases(), 10));
      assertThat(told(shuffled, 3)).isEqualTo(told(cases(), 3));
    }
  }

  private static String told(List<InventedCase> cases, int limit) {
    var ranking = new Ranking(ASKED, limit);
    cases.forEach(one -> ranking.take(one.gathered()));
    return ranking.nearest().stream()
        .map(GoldenRankingTest::told)
        .collect(Collectors.joining("\n"));
  }

  private static String told(Nearest.One one) {
    Precedent shown = Explanation.of(ASKED, one, JsonNodeFactory.instance.objectNode());
    var text = new StringBuilder();
    text.append(
        "case %d score %s coverage %s\n"
            .formatted(
                shown.dialogue().getLeastSignificantBits(), shown.score(), shown.coverage()));
    var silent = new ArrayList<String>();
    for (Compared feature : shown.features()) {
      if (feature.verdict() == Verdict.not_known) {
        silent.add(feature.feature());
      } else {
        text.append(
            "  %s %s %s\n".formatted(feature.feature(), feature.verdict(), feature.similarity()));
      }
    }
    text.append("  not known: %s\n".formatted(String.join(" ", silent)));
    shown
        .differed()
        .forEach(
            difference ->
                text.append(
                    "  differed: %s, %s asked, %s found\n"
                        .formatted(difference.feature(), difference.asked(), difference.has())));
    return text.toString().replace("00000000-0000-4000-8000-00000000000", "");
  }
}
