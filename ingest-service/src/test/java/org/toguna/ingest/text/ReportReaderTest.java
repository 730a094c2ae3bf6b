package org.toguna.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.values.Basis;
import org.toguna.kit.values.UncertainDate;

class ReportReaderTest {

  private final ReportReader reader = new ReportReader();

  @Test
  void plainTextIsKeptWithTheHashOfItsBytes() {
    var bytes = "Le siège a été levé.\r\n".getBytes(UTF_8);

    var reading = reader.read(bytes, "text/plain");

    assertThat(reading.status()).isEqualTo(Reading.Status.READ);
    assertThat(textOf(reading)).isEqualTo("Le siège a été levé.\n");
    assertThat(reading.originalSha256()).isEqualTo(Sha256.hex(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void theEncodingIsFoundWhereNoneIsDeclared(String charset) {
    var text = "L’enlèvement près de Toroli a été signalé à l’aube.";

    assertThat(textOf(reader.read(text.getBytes(Charset.forName(charset)), "text/plain")))
        .isEqualTo(text);
  }

  @Test
  void aDeclaredEncodingIsBelieved() {
    var text = "Кризис";

    assertThat(
            textOf(
                reader.read(
                    text.getBytes(Charset.forName("windows-1251")),
                    "text/plain; charset=windows-1251")))
        .isEqualTo(text);
  }

  @Test
  void aByteOrderMarkOverrulesTheDeclaration() {
    var bytes = "\uFEFFassiégé".getBytes(UTF_8);

    assertThat(textOf(reader.read(bytes, "text/plain; charset=iso-8859-1"))).isEqualTo("assiégé");
  }

  @Test
  void aLetterCutInHalfMakesTheReadingPartial() {
    var whole = "Ils ont été libérés à l'été".getBytes(UTF_8);
    var cut = java.util.Arrays.copyOf(whole, whole.length - 1);

    var reading = reader.read(cut, "text/plain");

    assertThat(reading.status()).isEqualTo(Reading.Status.PARTIAL);
    assertThat(reading.fault()).isEqualTo(Fault.TRUNCATED);
    assertThat(textOf(reading)).isEqualTo("Ils ont été libérés à l'ét");
  }

  @Test
  void damagedBytesAreMarkedNotHidden() {
    var reading = reader.read(new byte[] {'a', (byte) 0xC3, '(', 'b'}, "text/plain; charset=utf-8");

    assertThat(reading.fault()).isEqualTo(Fault.UNDECODABLE_BYTES);
    assertThat(textOf(reading)).isEqualTo("a\uFFFD(b");
  }

  @Test
  void noBytesNoReading() {
    assertThat(reader.read(new byte[0], "text/plain").fault()).isEqualTo(Fault.EMPTY);
    assertThat(reader.read(" \n\t".getBytes(UTF_8), "text/plain").fault()).isEqualTo(Fault.NO_TEXT);
    assertThat(reader.read("<html><body></body></html>".getBytes(UTF_8), "text/html").fault())
        .isEqualTo(Fault.NO_TEXT);
  }

  @Test
  void aBinaryPostedAsTextIsNamedForWhatItIs() {
    var reading = reader.read("%PDF-1.7 ...".getBytes(UTF_8), "text/plain");

    assertThat(reading.fault()).isEqualTo(Fault.NOT_TEXT);
    assertThat(reading.detail()).contains("application/pdf");
  }

  @Test
  void bytesOfNoKnownKindAreNotTakenForText() {
    var noise = new byte[4000];
    new java.util.Random(7).nextBytes(noise);

    assertThat(reader.read(noise, "text/plain").fault()).isEqualTo(Fault.NOT_TEXT);
  }

  @Test
  void anAlphabetThatNobodyNamedIsNotGuessed() {
    var bytes = "Кризис заложников".getBytes(Charset.forName("IBM866"));

    assertThat(reader.read(bytes, "text/plain").fault()).isEqualTo(Fault.UNKNOWN_CHARSET);
    assertThat(textOf(reader.read(bytes, "text/plain; charset=IBM866"))).startsWith("Кризис");
  }

  @Test
  void aTextTooLongToDecodeIsReadInPart() {
    var small = new ReportReader(new Limits(50, 7, 50, 40, 100, Duration.ofSeconds(5)));

    var reading = small.read("une année".getBytes(UTF_8), "text/plain");

    assertThat(reading.fault()).isEqualTo(Fault.CUT);
    assertThat(textOf(reading)).isEqualTo("une ann");
  }

  @Test
  void preformattedTextKeepsItsSpaces() {
    var page = "<p>a   b</p><pre>c   d\ne</pre><p>f   g</p>";

    assertThat(textOf(reader.read(page.getBytes(UTF_8), "text/html")))
        .isEqualTo("a b\nc   d\ne\nf g\n");
  }

  @Test
  void otherTypesAreRefused() {
    assertThat(reader.read(new byte[] {1}, "application/pdf").fault())
        .isEqualTo(Fault.UNSUPPORTED_TYPE);
  }

  @Test
  void aPageGivesItsWordsByBlocksAndWhatItSaysOfItself() {
    var page =
        """
        <html lang="fr"><head><title>Le blocus</title><script>var x = 1;</script>
        <meta property="article:published_time" content="2031-05-04T10:00:00Z">
        <meta property="og:site_name" content="Radio Tilemsi"></head>
        <body><h1>Le  blocus</h1><p>Un<b>e</b> ville
        assiégée.</p><div>Puis<br>levé.</div><style>p{}</style><p hidden>caché</p></body></html>
        """;

    var reading = reader.read(page.getBytes(UTF_8), "text/html; charset=utf-8");

    assertThat(textOf(reading)).isEqualTo("Le blocus\nUne ville assiégée.\nPuis\nlevé.\n");
    assertThat(reading.metadata().title()).isEqualTo("Le blocus");
    assertThat(reading.metadata().language()).isEqualTo("fr");
    assertThat(reading.metadata().publishedAt())
        .isEqualTo(UncertainDate.of("2031-05-04").stated("2031-05-04T10:00:00Z"));
    assertThat(reading.metadata().publisher()).isEqualTo("Radio Tilemsi");
  }

  @Test
  void aPageDeclaresItsOwnEncoding() {
    var page = "<html><head><meta charset=iso-8859-1></head><body>levé</body></html>";

    assertThat(textOf(reader.read(page.getBytes(StandardCharsets.ISO_8859_1), "text/html")).strip())
        .isEqualTo("levé");
  }

  @Test
  void aPageWithoutItsEndIsPartial() {
    var reading = reader.read("<html><body><p>The siege of".getBytes(UTF_8), "text/html");

    assertThat(reading.status()).isEqualTo(Reading.Status.PARTIAL);
    assertThat(reading.fault()).isEqualTo(Fault.TRUNCATED);
  }

  @Test
  void aPageOfNothingButTagsIsCutNotFollowed() {
    var page = "<b>".repeat(300_000) + "x";

    assertThat(reader.read(page.getBytes(UTF_8), "text/html").status())
        .isNotEqualTo(Reading.Status.READ);
  }

  @Test
  void aDeepPageIsReadWithoutOverflow() {
    var page = "<div>".repeat(40_000) + "deep" + "</div>".repeat(5);

    assertThat(textOf(reader.read(page.getBytes(UTF_8), "text/html")).strip()).isEqualTo("deep");
  }

  @Test
  void aReportInJsonBringsItsMetadata() {
    var json =
        """
        {"title":"T","text":"Two herders were taken.","publisher":"P","publishedAt":"2031-02","url":"https://example.org/1","language":"en","reliability":"B"}
        """;

    var reading = reader.read(json.getBytes(UTF_8), "application/json");

    assertThat(textOf(reading)).isEqualTo("Two herders were taken.");
    assertThat(reading.metadata())
        .isEqualTo(
            new Metadata(
                "T",
                "P",
                UncertainDate.of("2031-02").stated("2031-02"),
                "https://example.org/1",
                "en",
                null,
                "B"));
  }

  @Test
  void whoWorkedOutWhenItAppearedSaysSoWithTheBounds() {
    var json =
        """
        {"text":"Two herders were taken.","publishedAt":{"from":"2031-02-01","to":"2031-08-31","basis":"inferred","because":"it names the harvest"}}
        """;

    assertThat(reader.read(json.getBytes(UTF_8), "application/json").metadata().publishedAt())
        .isEqualTo(
            new UncertainDate(
                null,
                "2031-02-01",
                "2031-08-31",
                null,
                Basis.inferred,
                null,
                "it names the harvest"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"day\":\"2031-02-01\"}', UNKNOWN_MEMBER, /publishedAt/day",
    "'{\"anchor\":\"2031-02-01\"}', UNKNOWN_MEMBER, /publishedAt/anchor",
    "'{\"from\":2031}', MALFORMED_JSON, /publishedAt/from",
    "'{\"basis\":\"guessed\"}', MALFORMED_JSON, /publishedAt/basis",
    "'[\"2031\"]', MALFORMED_JSON, /publishedAt"
  })
  void aDateOfNoSuchFormIsRefusedByName(String date, Fault fault, String pointer) {
    var json = "{\"text\":\"x\",\"publishedAt\":" + date + "}";

    var reading = reader.read(json.getBytes(UTF_8), "application/json");

    assertThat(reading.fault()).isEqualTo(fault);
    assertThat(reading.detail()).contains(pointer);
  }

  @Test
  void thePagesOwnMetadataFillsTheGapsOfTheSenders() {
    var json =
        "{\"title\":\"Mine\",\"html\":\"<html lang='en'><title>Its</title><p>x</p></html>\"}";

    var metadata = reader.read(json.getBytes(UTF_8), "application/json").metadata();

    assertThat(metadata.title()).isEqualTo("Mine");
    assertThat(metadata.language()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a",
        "[]",
        "{\"text\":5}",
        "{\"text\":\"a\"} x",
        "{\"text\":\"a\",\"text\":\"b\"}"
      })
  void brokenJsonIsRefused(String json) {
    assertThat(reader.read(json.getBytes(UTF_8), "application/json").fault())
        .isEqualTo(Fault.MALFORMED_JSON);
  }

  @Test
  void anUnknownMemberIsPointedAt() {
    var reading = reader.read("{\"txt\":\"a\"}".getBytes(UTF_8), "application/json");

    assertThat(reading.fault()).isEqualTo(Fault.UNKNOWN_MEMBER);
    assertThat(reading.detail()).isEqualTo("/txt");
  }

  @Test
  void whatIsTooLongIsRefusedOrCut() {
    var small = new ReportReader(new Limits(50, 50, 50, 10, 100, Duration.ofSeconds(5)));

    assertThat(small.read(new byte[51], "text/plain").fault()).isEqualTo(Fault.TOO_LARGE);
    var cut = small.read("0123456789abc".getBytes(UTF_8), "text/plain");
    assertThat(cut.fault()).isEqualTo(Fault.CUT);
    assertThat(textOf(cut)).isEqualTo("0123456789");
  }

  @Test
  void aPageThatTakesTooLongIsGivenUp() {
    var hurried =
        new ReportReader(
            new Limits(1 << 20, 1 << 20, 1 << 20, 1 << 20, 100_000, Duration.ofSeconds(-1)));

    assertThat(hurried.read("<p>x</p>".repeat(2000).getBytes(UTF_8), "text/html").fault())
        .isEqualTo(Fault.OUT_OF_TIME);
  }

  private static String textOf(Reading reading) {
    return java.util.Objects.requireNonNull(reading.text(), () -> "not read: " + reading).value();
  }
}
