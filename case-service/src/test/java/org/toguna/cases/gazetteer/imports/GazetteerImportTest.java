package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.kit.problems.Refusal;

/** What an import makes of a provider's file, good rows and bad. */
class GazetteerImportTest {
  private static final int PLACES = 32;

  private static GazetteerDatabase gazetteer;
  private static String places;
  private static String units;

  @BeforeAll
  static void open() throws Exception {
    gazetteer = new GazetteerDatabase();
    places = GazetteerDatabase.sample("places");
    units = GazetteerDatabase.sample("units");
  }

  @AfterAll
  static void close() throws Exception {
    gazetteer.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    gazetteer.empty();
  }

  /** The files of docs/gazetteer.md. */
  @Test
  void aReformDatedByItsLawMakesNewRegionsAndEndsOldOnes() throws Exception {
    var examples = Path.of("..", "docs", "examples");
    gazetteer.load(places);

    var begun = gazetteer.load(examples.resolve("mali-2023-regions.csv"), "ML-LOI-2023-006");
    var ended = gazetteer.load(examples.resolve("mali-2015-regions-end.csv"));

    assertThat(begun.created()).isEqualTo(20);
    assertThat(ended.rejected()).isZero();
    assertThat(regionsOn("2022-06-01")).hasSize(9).contains("ML05").doesNotContain("ML-2023:san");
    assertThat(regionsOn("2024-06-01"))
        .hasSize(20)
        .contains("ML-2023:bandiagara", "ML-2023:menaka", "ML-2023:bamako")
        .doesNotContain("ML05");
    assertThat(gazetteer.one("select count(*) from unit where pcode is null")).isEqualTo("20");
    assertThat(gazetteer.one("select source from unit where id = 'ML-2023:dioila'"))
        .contains("2023-006");
    assertThat(gazetteer.one("select coding from unit_coding where reference and country = 'ML'"))
        .isEqualTo("COD-PPL-2015");
    var again = gazetteer.load(examples.resolve("mali-2023-regions.csv"), "ML-LOI-2023-006");
    assertThat(again.unchanged()).isEqualTo(20);
  }

  private static List<String> regionsOn(String day) throws SQLException {
    return gazetteer.all(
        "select id from unit where level = 1 and (valid_from is null or valid_from <= '%1$s') and (valid_to is null or valid_to >= '%1$s')"
            .formatted(day));
  }

  @Test
  void placesBringTheirUnitsAlong() throws Exception {
    var report = gazetteer.load(places);

    assertThat(report.created()).isEqualTo(PLACES);
    assertThat(report.firstRejected()).isEmpty();
    assertThat(report.unitsCreated()).isEqualTo(1 + 2 + 4 + 5);
    assertThat(gazetteer.one("select adm0 || adm1 || adm2 || adm3 from unit where id = 'ML050731'"))
        .isEqualTo("MLML05ML0507ML050731");
    assertThat(gazetteer.one("select name from unit where id = 'ML'")).isEqualTo("Mali");
  }

  @Test
  void theSameFileAgainChangesNothingAndTellsNobody() throws Exception {
    gazetteer.load(places);
    gazetteer.execute("truncate outbox");

    var again = gazetteer.load(places);

    assertThat(again.unchanged()).isEqualTo(PLACES);
    assertThat(again.created() + again.updated() + again.rejected() + again.unitsCreated())
        .isZero();
    assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("0");
    assertThat(gazetteer.one("select max(version) from place")).isEqualTo("1");
  }

  @Test
  void aRowThatChangedBecomesANewVersionWithItsOwnEvent() throws Exception {
    gazetteer.load(places);
    gazetteer.execute("truncate outbox");

    var report = gazetteer.load(places.replace(",Petelkada,Petelkada,", ",Pétel-Kada,Petel-Kada,"));

    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(PLACES - 1);
    assertThat(gazetteer.all("select aggregateid || ' ' || version from outbox"))
        .containsExactly("cod:ML050616003 2");
    assertThat(gazetteer.all("select name from place_name where place = 'cod:ML050616003'"))
        .containsExactlyInAnyOrder("Pétel-Kada", "Petel-Kada");
    assertThat(
            gazetteer.all(
                "select snapshot #>> '{names,0,name}' from gazetteer_history"
                    + " where id = 'cod:ML050616003' order by version"))
        .containsExactly("Petelkada", "Pétel-Kada");
  }

  @Test
  void aDryRunSaysTheSameAndKeepsNothing() throws Exception {
    var report = gazetteer.tryOut(places);

    assertThat(report.created()).isEqualTo(PLACES);
    assertThat(gazetteer.one("select count(*) from place")).isEqualTo("0");
    assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("0");
    assertThat(gazetteer.one("select count(*) from gazetteer_import where not dry_run"))
        .isEqualTo("0");
  }

  @Test
  void aSeatThatRepeatsItsUnitIsNoNamesake() throws Exception {
    gazetteer.load(places);

    assertThat(
            gazetteer.all(
                "select seat_of from place where 'seat-of-unit' = any (flags) order by 1"))
        .containsExactly("ML040712", "ML050513", "ML050616", "ML050731", "ML050732");
  }

  @Test
  void badRowsAreToldWithLineColumnAndRemedyAndTheOthersStand() throws Exception {
    var lines = places.lines().toList();
    var bad =
        String.join(
            "\n",
            lines.get(0),
            lines.get(1),
            lines.get(2).replace(",14.201000,", ",114.201000,"),
            lines.get(3).replace(",Ogotembo,Ogotembo,", ",,,"),
            lines.get(4).replace(",Wendéfara,ML050731,", ",,ML050799,"),
            lines.get(5).replace(",Koro,ML0507,", ",Bankass,ML0507,"),
            lines.get(6).replace(",MLI,", ",XXX,"),
            lines.get(7) + ",surplus",
            lines.get(1));

    var report = gazetteer.load(bad);

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.firstRejected())
        .extracting(row -> row.line() + " " + row.pointer() + " " + row.code())
        .containsExactly(
            "3 /lat outside-the-world",
            "4 /name missing",
            "5 /admin3_pcode unknown-unit",
            "6 /admin2_pcode code-of-another-unit",
            "7 /country unknown-country",
            "8  wrong-number-of-fields",
            "9 /place_id repeated");
    assertThat(report.firstRejected()).allSatisfy(row -> assertThat(row.detail()).isNotBlank());
    assertThat(
            gazetteer.all(
                "select line || ' ' || outcome from gazetteer_import_row order by line limit 2"))
        .containsExactly("2 created", "3 rejected");
  }

  @Test
  void aFileThatBreaksOffIsRefusedAsAWhole() {
    var broken = places + "cod:ML050616009,\"COD-PPL-2015";

    assertThatThrownBy(() -> gazetteer.load(broken))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Nothing was imported");
    assertThat(count("place")).isEqualTo("0");
    assertThat(count("unit")).isEqualTo("0");
  }

  @Test
  void aColumnThatNobodyReadsIsRefused() {
    assertThatThrownBy(() -> gazetteer.load(places.replace("alt_names", "other_names")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.flaws())
                    .extracting(flaw -> flaw.pointer() + " " + flaw.code())
                    .containsExactly("/other_names unknown-column"));
  }

  @Test
  void oneCodeOfTwoEditionsIsTwoUnits() throws Exception {
    gazetteer.load(places);

    var report = gazetteer.load(units);

    assertThat(report.firstRejected()).isEmpty();
    assertThat(
            gazetteer.all("select id || ' ' || name from unit where pcode = 'ML0505' order by 1"))
        .containsExactly("COD-AB:ML0505 Koro", "ML0505 Djenne");
    assertThat(gazetteer.one("select parent from unit where id = 'COD-AB:ML050513'"))
        .isEqualTo("COD-AB:ML0505");
    assertThat(gazetteer.one("select count(*) from unit where pcode = 'ML05'")).isEqualTo("1");
    assertThat(gazetteer.load(units).unchanged()).isEqualTo(6);
  }

  @Test
  void aPlaceWithoutACodeLiesWhereItsProviderSaysByName() throws Exception {
    gazetteer.load(units);

    gazetteer.load(
        places.lines().findFirst().orElseThrow()
            + "\n"
            + "gn:990101,GeoNames-2014-12,990101,Tin Fictive,,,14.6,-0.2,BFA,P,PPL,Sahel"
            + " Region,,,,,,,,2012-06-05\n"
            + "gn:990102,GeoNames-2014-12,990102,Tin Perdu,,,14.6,-0.2,BFA,P,PPL,Nulle"
            + " Part,,,,,,,,2012-06-05");

    assertThat(gazetteer.one("select adm1 from place where id = 'gn:990101'")).isEqualTo("BF56");
    assertThat(gazetteer.one("select flags from place where id = 'gn:990102'"))
        .isEqualTo("{unit-not-found}");
  }

  @Test
  void aRowOfADayThatCannotBeIsTakenAsStatedAndFlagged() throws Exception {
    gazetteer.load(
        places.lines().findFirst().orElseThrow()
            + ",valid_from,valid_to\n"
            + "gn:990111,GeoNames-2014-12,990111,Tin"
            + " Avenir,,,14.6,-0.2,MLI,P,PPL,,,,,,,,,2062-06-05,,\n"
            + "gn:990112,GeoNames-2014-12,990112,Tin"
            + " Jadis,,,14.6,-0.2,MLI,P,PPL,,,,,,,,,2012-06-05,0025-01-01,\n"
            + "gn:990113,GeoNames-2014-12,990113,Tin"
            + " Juste,,,14.6,-0.2,MLI,P,PPL,,,,,,,,,2012-06-05,1890-01-01,2030-01-01");

    assertThat(gazetteer.one("select flags from place where id = 'gn:990111'"))
        .isEqualTo("{odd-day}");
    assertThat(gazetteer.one("select stated_on from place where id = 'gn:990111'"))
        .isEqualTo("2062-06-05");
    assertThat(gazetteer.one("select flags from place where id = 'gn:990112'"))
        .isEqualTo("{odd-day}");
    assertThat(gazetteer.one("select flags from place where id = 'gn:990113'")).isEqualTo("{}");
  }

  @Test
  void aRowMayTellOfAUnitItself() throws Exception {
    var header = places.lines().findFirst().orElseThrow();
    var cercle =
        "XT0901,trial,XT0901,Sibiri,Sibiri,Sibiry,14.1,-3.1,MLI,A,ADM2,Mopti,ML05,Sibiri,XT0901,,,XT0901,,";

    gazetteer.load(header + "\n" + cercle);
    var again = gazetteer.load(header + "\n" + cercle.replace("Sibiry", "Sibiry|Sibiril"));

    assertThat(again.updated()).isEqualTo(1);
    assertThat(gazetteer.one("select count(*) from place")).isEqualTo("0");
    assertThat(gazetteer.all("select name from place_name where unit = 'XT0901' order by position"))
        .containsExactly("Sibiri", "Sibiry", "Sibiril");
    assertThat(gazetteer.one("select lat from unit where id = 'XT0901'")).isEqualTo("14.1");
  }

  @Test
  void linksThatStrayAmongNamesAreNoNames() throws Exception {
    gazetteer.load(places);

    assertThat(
            gazetteer.all(
                "select name from place_name where place = 'gn:990002' order by position"))
        .containsExactly("Ogotenbo", "Ogotemboh");
  }

  @Test
  void aUnitWithoutOutlinesStandsInTheMiddleOfItsPlaces() throws Exception {
    gazetteer.load(places);

    assertThat(gazetteer.one("select round(lat::numeric, 3) from unit where id = 'ML040712'"))
        .isEqualTo("13.970");
    assertThat(gazetteer.one("select version from unit where id = 'ML040712'")).isEqualTo("1");
  }

  @Test
  void theShippedSampleIsTakenInWholeAndARealGazetteerMeetsItsUnits() throws Exception {
    var sample = Path.of("..", "deploy", "local", "src", "main", "resources", "samples");

    var report = gazetteer.load(sample.resolve("gazetteer.csv"));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(gazetteer.one("select name from unit where id = 'ML0507'")).isEqualTo("Koro");
    gazetteer.load(places);
    assertThat(gazetteer.all("select id from unit where pcode in ('ML05', 'ML0507') order by id"))
        .containsExactly("ML05", "ML0507");
    assertThat(gazetteer.load(sample.resolve("gazetteer.csv")).updated()).isZero();
  }

  @Test
  void twoRowsThatContradictEachOtherAreNotBothBelieved() throws Exception {
    gazetteer.load(places);

    var report =
        gazetteer.load(
            places.lines().findFirst().orElseThrow()
                + "\ncod:ML050731099,COD-PPL-2015,ML050731099,Tembo,,,14.2,-3,MLI,P,PPL,Segou,ML04,"
                + "Koro,ML0507,,,ML050731099,,");

    assertThat(report.firstRejected())
        .extracting(row -> row.pointer() + " " + row.code())
        .containsExactly("/admin2_pcode unit-elsewhere");
  }

  @Test
  void whatNoTableCouldHoldIsRejectedRowByRow() throws Exception {
    var good = places.lines().skip(1).findFirst().orElseThrow();

    var report =
        gazetteer.load(
            String.join(
                "\n",
                places.lines().findFirst().orElseThrow(),
                good.replace(",Wendéfara,Wendefara,", ",Wendé\u0000\u0007fara,Wendefara,"),
                good.replace("cod:ML050731000,", "cod:other,"),
                good.replace("cod:ML", "cod:X")
                    .replace(",ML050731000,Wen", ",%s,Wen".formatted("9".repeat(81))),
                good.replace("cod:ML", "cod:Y")
                    .replace(",Wendéfara,Wen", ",%s,Wen".formatted("a".repeat(201))),
                good.replace("cod:ML", "cod:Z").replace(",14.200000,", ",0x1p3,"),
                good.replace("cod:ML", "cod:Q").replace(",14.200000,", ",NaN,"),
                good.replace("cod:ML", "cod:W").replace(",2015-04-24", ",2015-02-30")));

    assertThat(gazetteer.one("select name from place")).isEqualTo("Wendé fara");
    assertThat(report.firstRejected())
        .extracting(row -> row.line() + " " + row.pointer() + " " + row.code())
        .containsExactly(
            "3 /source_id provider-id-taken",
            "4 /source_id too-long",
            "5 /name too-long",
            "6 /lat not-a-number",
            "7 /lat not-a-number",
            "8 /source_date date-does-not-exist");
  }

  @Test
  void anEntryOfAProviderStaysUnderTheIdItHas() throws Exception {
    gazetteer.load(places);

    var report = gazetteer.load(places.replace("gn:990001,", "gn:new,"));

    assertThat(report.firstRejected())
        .extracting(row -> row.pointer() + " " + row.code())
        .containsExactly("/source_id provider-id-taken");
    assertThat(gazetteer.one("select count(*) from place where provider_id = '990001'"))
        .isEqualTo("1");
  }

  private static String count(String table) {
    try {
      return gazetteer.one("select count(*) from " + table);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
