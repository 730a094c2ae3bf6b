package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.problems.Refusal;

/** Files as they come: separated, encoded and headed otherwise, with points and names in doubt. */
class FaultyFilesTest {
  private static final String HEADER =
      "place_id,source,source_id,name,alt_names,lat,lon,country,admin1_name,admin1_pcode,admin2_name,"
          + "admin2_pcode,admin3_name,admin3_pcode,population";
  private static final String GOOD =
      "t:1,TRIAL,1,Wendéfara,,14.2,-3.0,MLI,Mopti,ML05,Koro,ML0507,Wendéfara,ML050731,";

  private static final String KORO = ",Koro,ML0507,Wendéfara,ML050731,";

  private static GazetteerDatabase gazetteer;
  private static String places;

  @BeforeAll
  static void open() throws Exception {
    gazetteer = new GazetteerDatabase();
    places = GazetteerDatabase.sample("places");
  }

  @AfterAll
  static void close() throws Exception {
    gazetteer.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    gazetteer.empty();
  }

  @Test
  void aRowThatIsRejectedLeavesNothingBehind() throws Exception {
    var bad =
        List.of(
            GOOD.replace("Mopti,ML05", "Nouvelle,ML77").replace(",ML050731,", ",ML050731,x"),
            GOOD.replace("Koro,ML0507", "Neuve,ML0599")
                .replace("t:1,", "t:2,")
                .replace("MLI", "ZZZ"),
            GOOD.replace("Mopti,ML05", "Autre,ML88").replace(",Wendéfara,ML050731,", ",,ML050799,"),
            GOOD.replace("MLI", "BFA").replace(",1,", ",%s,".formatted("9".repeat(99))));

    var report = gazetteer.load(HEADER + "\n" + String.join("\n", bad));

    assertThat(report.rejected()).isEqualTo(4);
    assertThat(report.unitsCreated()).isZero();
    for (var table : List.of("unit", "unit_coding", "place", "place_name", "outbox")) {
      assertThat(gazetteer.one("select count(*) from " + table)).as(table).isEqualTo("0");
    }
  }

  @Test
  void norDoesOneThatAnotherRowOrEntryStandsInTheWayOf() throws Exception {
    gazetteer.load(HEADER + "\n" + GOOD);

    var report =
        gazetteer.load(
            HEADER
                + "\n"
                + GOOD.replace("t:1,", "t:9,").replace(KORO, ",Neuve,ML0599,,,")
                + "\n"
                + GOOD.replace("t:1,TRIAL,1,", "t:9,TRIAL,9,")
                + "\n"
                + GOOD.replace("t:1,TRIAL,1,", "t:9,TRIAL,10,").replace(KORO, ",Autre,ML0598,,,"));

    assertThat(report.firstRejected())
        .extracting(row -> row.line() + " " + row.code())
        .containsExactly("2 provider-id-taken", "4 repeated");
    assertThat(report.created()).isEqualTo(1);
    assertThat(gazetteer.all("select id from unit where level = 2")).containsExactly("ML0507");
  }

  @Test
  void aUnitsRowThatIsRejectedStandsInNobodysWay() throws Exception {
    var header = "country,level,pcode,name,parent_pcode,valid_from,valid_to\n";

    var report =
        gazetteer.load(
            header + "MLI,1,ML05,Mopti,ML,2024-01-01,2020-01-01\nMLI,1,ML05,Mopti,ML,,\n");

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.firstRejected())
        .extracting(RowOutcome::code)
        .containsExactly("ends-before-start");
    assertThat(gazetteer.load(header + "NER,2,NE0101,Bilma,NE01,,\n").rejected()).isEqualTo(1);
    assertThat(gazetteer.one("select count(*) from unit where country = 'NE'")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,stands for none",
    "-3.0,14.2,exchanged",
    "14.2,3.0,sign of the longitude",
    "-14.2,-3.0,sign of the latitude",
    "48.85,2.35,outside of ML",
    "23.0,-3.0,km from the middle"
  })
  void aPointNowhereNearItsUnitIsTakenWithAFlag(String lat, String lon, String why)
      throws Exception {
    gazetteer.load(places);

    var report =
        gazetteer.load(HEADER + "\n" + GOOD.replace(",14.2,-3.0,", ",%s,%s,".formatted(lat, lon)));

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.flagged()).isEqualTo(1);
    var row = report.firstFlagged().getFirst();
    assertThat(row.code()).isEqualTo("point-in-doubt");
    assertThat(row.pointer()).isEqualTo("/lat");
    assertThat(row.detail()).contains(why);
    assertThat(gazetteer.one("select lat || ' ' || lon from place where id = 't:1'"))
        .isEqualTo(
            Double.valueOf(lat).toString().replaceAll("\\.0$", "")
                + " "
                + Double.valueOf(lon).toString().replaceAll("\\.0$", ""));
    assertThat(gazetteer.one("select flags from place where id = 't:1'"))
        .contains("point-in-doubt");
    gazetteer.load(HEADER + "\n" + GOOD);
    assertThat(gazetteer.one("select flags from place where id = 't:1'")).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DjennÃ©",
        "DjennÃƒÂ©",
        "Wend?fara",
        "?ogossagou",
        "Bar\uFFFD",
        "Djenn&eacute;",
        "K&#233;ra",
        "Ø£Ø­Ù…Ø¯",
        "Ko\u0007ro",
        "Tomb\u0092",
        "T\uE000m"
      })
  void aDamagedNameIsTakenWithAFlagAsItStands(String name) throws Exception {
    gazetteer.load(places);

    var report = gazetteer.load(HEADER + "\n" + GOOD.replace(",1,Wendéfara,", ",1," + name + ","));

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.firstFlagged())
        .extracting(row -> row.pointer() + " " + row.code())
        .containsExactly("/name damaged-name");
    assertThat(gazetteer.one("select name from place where id = 't:1'"))
        .isEqualTo(name.replaceAll("\\p{Cntrl}", " ").strip());
    var others =
        gazetteer.load(
            HEADER + "\n" + GOOD.replace("Wendéfara,,14", "Wendéfara,Wendé|" + name + ",14"));
    assertThat(others.firstFlagged())
        .extracting(RowOutcome::code)
        .contains("damaged-alternative-name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Djenné", "Ñiéné", "Öüé", "Kɔrɔ", "أحمد", "N'Dolo", "Say (Sa)", "São", "ÉÈÊ"})
  void aNameThatIsOnlyUnusualIsNot(String name) throws Exception {
    gazetteer.load(places);

    assertThat(
            gazetteer
                .load(HEADER + "\n" + GOOD.replace(",1,Wendéfara,", ",1," + name + ","))
                .flagged())
        .isZero();
  }

  @Test
  void aUnitOfADamagedNameIsFlaggedAsWell() throws Exception {
    var report =
        gazetteer.load(
            "country,level,pcode,name,parent_pcode\nMLI,1,ML05,MoptÃ¯,ML\nMLI,1,ML06,Gao,ML\n");

    assertThat(report.firstFlagged()).extracting(RowOutcome::id).containsExactly("ML05");
    assertThat(gazetteer.one("select flags from unit where id = 'ML05'"))
        .isEqualTo("{damaged-name}");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void aFileMayBeSeparatedOtherwise(String separator) throws Exception {
    var rows = places.lines().filter(line -> !line.contains("|") && !line.contains("\"")).toList();

    var report =
        gazetteer.load(
            rows.stream()
                .map(row -> row.replace(",", separator))
                .collect(Collectors.joining("\r\n")));

    assertThat(report.created()).isEqualTo(rows.size() - 1);
    assertThat(gazetteer.load("sep=;\n" + String.join("\n", rows).replace(",", ";")).unchanged())
        .isEqualTo(rows.size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252,windows-1252,",
    "ISO-8859-1,ISO-8859-1,",
    "UTF-16,UTF-16,",
    "UTF-16LE,UTF-16LE,",
    "UTF-16LE,,\uFEFF",
    "UTF-16BE,,\uFEFF",
    "UTF-8,,\uFEFF",
    "UTF-8,windows-1252,\uFEFF",
    "UTF-8,,",
    "UTF-8,utf-8,"
  })
  void aFileMayBeEncodedAsItSays(String charset, String declared, String mark) throws Exception {
    var file = (mark == null ? "" : mark) + HEADER + "\n" + GOOD;

    var report = gazetteer.load(file.getBytes(Charset.forName(charset)), declared);

    assertThat(report.created()).isEqualTo(1);
    assertThat(gazetteer.one("select name from place")).isEqualTo("Wendéfara");
  }

  @Test
  void anEncodingThatNobodyDeclaredIsRefusedByItsName() {
    var file = HEADER + "\n" + GOOD;
    refused(
        () -> gazetteer.load(file.getBytes(Charset.forName("windows-1252")), null),
        "charset=windows-1252");
    refused(() -> gazetteer.load(file.getBytes(StandardCharsets.UTF_16LE), null), "UTF-16");
    refused(() -> gazetteer.load(file.getBytes(StandardCharsets.UTF_8), "klingon-8"), "klingon-8");
  }

  @Test
  void columnsWithoutANameHoldNothing() throws Exception {
    var wide =
        gazetteer.load(
            HEADER + ",,\n" + GOOD + ",,\n" + GOOD.replace("t:1,TRIAL,1", "t:2,TRIAL,2") + "\n");
    assertThat(wide.created()).isEqualTo(2);

    var filled = gazetteer.load(HEADER + ",,\n" + GOOD + ",,surplus\n");
    assertThat(filled.firstRejected())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.code()).isEqualTo("unnamed-column");
              assertThat(row.detail()).contains("Column 17");
            });
  }

  @Test
  void aColumnThatStandsTwiceIsRefusedByItsName() {
    assertThatThrownBy(() -> gazetteer.load(HEADER + ",name\n" + GOOD + ",x\n"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.flaws())
                    .singleElement()
                    .satisfies(
                        flaw -> {
                          assertThat(flaw.pointer()).isEqualTo("/name");
                          assertThat(flaw.code()).isEqualTo("doubled-column");
                          assertThat(flaw.detail()).contains("Line 1", "number 4", "number 16");
                        }));
    assertThatThrownBy(() -> gazetteer.load(""))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.flaws().getFirst().code()).isEqualTo("empty-file"));
  }

  @Test
  void aRowOfHxlTagsIsNoPlace() throws Exception {
    var tags =
        "#loc+id,,,#loc+name,,#geo+lat,#geo+lon,#country+code,#adm1+name,#adm1+code,,,,,#population";

    var report = gazetteer.load(HEADER + "\n" + tags + "\n" + GOOD);

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.rejected()).isZero();
    refused(() -> gazetteer.load(tags + "\n" + GOOD), "HXL");
  }

  @Test
  void aTrialTellsOfEachRowWhatTheRealOneDoes() throws Exception {
    var random = new Random(115);
    var file =
        HEADER
            + "\n"
            + places
                .lines()
                .skip(1)
                .limit(10)
                .map(
                    line ->
                        GOOD.replace(
                            "t:1,TRIAL,1,", "t:%1$d,TRIAL,%1$d,".formatted(random.nextInt(8))))
                .collect(Collectors.joining("\n"))
            + "\n"
            + GOOD.replace(",14.2,", ",0,")
                .replace(",-3.0,", ",0,")
                .replace("t:1,TRIAL,1,", "t:77,TRIAL,77,")
            + "\n"
            + GOOD.replace(",14.2,", ",,").replace("t:1,TRIAL,1,", "t:78,TRIAL,78,");

    var trial = gazetteer.tryOut(file);
    var real = gazetteer.load(file);

    assertThat(gazetteer.one("select count(*) from gazetteer_import where dry_run")).isEqualTo("1");
    assertThat(rows(trial)).isNotEmpty().isEqualTo(rows(real));
    assertThat(trial.flagged()).isEqualTo(real.flagged()).isPositive();
    assertThat(trial.rejected()).isEqualTo(real.rejected()).isPositive();
  }

  private static List<String> rows(ImportReport report) throws SQLException {
    return gazetteer.all(
        "select concat_ws(' ', line, outcome, id, pointer, code, detail, flags) from"
            + " gazetteer_import_row where import_id = '%s' order by line".formatted(report.id()));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable load, String why) {
    assertThatThrownBy(load).isInstanceOf(Refusal.class).hasMessageContaining(why);
  }
}
