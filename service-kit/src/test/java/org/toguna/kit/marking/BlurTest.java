package org.toguna.kit.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Marking GREEN = Marking.of(Tlp.GREEN, "ngo-a");

  private static final String MOPTI =
      "{'id':'ML05','level':'adm1','name':'Mopti','lat':14.5,'lon':-4.2}";
  private static final String KORO =
      "{'id':'ML0503','level':'adm2','name':'Koro','lat':14.1,'lon':-3.1}";
  private static final String VILLAGE =
      """
      {'id':'v-17','level':'village','name':'Secretville','asStated':'the second village','near':'the old mosque',
       'precision':'exact','lat':14.123,'lon':-3.456,'within':[%s,%s]}\
      """
          .formatted(MOPTI, KORO);

  /** The members of some record; the blur learns their names from it. */
  record Siege(
      @Nullable Object marking,
      Object status,
      Object place,
      Object since,
      Object places,
      Object units,
      Object harms,
      Object cause,
      @JsonProperty("narrative") Object words,
      Object states,
      Object citations,
      Object readings) {}

  private final Blur blur =
      Blur.of(Siege.class)
          .open("/status", "/units/*", "/harms/*/type")
          .openPlaces("/place", "/places/*", "/harms/*/place")
          .openDates("/since", "/harms/*/when")
          .withholding("/harms/*/count");

  @Test
  void whatIsNotOpenDisappears() {
    ObjectNode blurred =
        apply(
            """
            {'id':'x','kind':'siege','view':'full','version':7,'recordedAt':'r','updatedAt':'u',
             'warnings':[{'detail':'secret'}],
             'marking':{'sharedWith':['secret']},'status':'open','cause':'secret',
             'narrative':{'text':'secret'},'undeclared':['secret'],
             'citations':[{'quote':'secret'}],'readings':[{'value':'secret'}]}\
            """);

    assertThat(blurred)
        .isEqualTo(
            json(
                """
                {'status':'open','states':{'/cause':'withheld','/citations':'withheld',
                 '/narrative':'withheld','/readings':'withheld','/undeclared':'withheld'}}\
                """));
  }

  @Test
  void whatIsClosedLooksTheSameWhateverItIs() {
    List<String> secrets =
        List.of(
            "{'status':'open'}",
            "{'status':'open','cause':null,'citations':[]}",
            "{'status':'open','cause':'secret','readings':[{},{}]}",
            "{'status':'open','cause':[],'narrative':'secret'}",
            "{'status':'open','cause':['secret','secret'],'states':{'/narrative':'none'}}",
            "{'status':'open','cause':{'a':{'b':'secret'}},'states':{'/cause/a/c':'some'}}",
            "{'status':'open','states':{'/cause':'unknown','/narrative':'some','/readings':'none'}}");

    assertThat(secrets.stream().map(this::apply).distinct()).hasSize(1);
  }

  @Test
  void whatIsOpenSaysWhyItHasNoValue() {
    ObjectNode blurred =
        apply("{'status':null,'places':[],'states':{'/status':'unknown','/places':'none'}}");

    assertThat(blurred.path("states").path("/status").asText()).isEqualTo("unknown");
    assertThat(blurred.path("states").path("/places").asText()).isEqualTo("none");
    assertThat(blurred.has("status")).isFalse();
    assertThat(blurred.has("places")).isFalse();
  }

  @Test
  void onlyPlainValuesAreOpenedAsTheyAre() {
    ObjectNode blurred =
        apply("{'status':{'is':'open','secret':'secret'},'units':['a',['secret']]}");

    assertThat(blurred.has("status")).isFalse();
    assertThat(blurred.path("states").path("/status").asText()).isEqualTo("withheld");
    assertThat(blurred.path("units")).isEqualTo(json("{'x':['a']}").path("x"));
  }

  @Test
  void aMemberNamedLikeAnyElementOpensNothing() {
    assertThat(apply("{'units':{'*':'secret'},'harms':{'*':{'type':'secret'}}}").toString())
        .doesNotContain("secret");
  }

  @Test
  void withinAnOpenedFieldOnlyWhatIsOpenStays() {
    ObjectNode blurred =
        apply(
            """
            {'harms':[{'type':'killing','count':{'high':80},'victims':['secret']},
                      {'type':'abduction','place':%s,'when':{'edtf':'2021-08-05','asStated':'secret'}},
                      {'victims':['secret']}]}\
            """
                .formatted(VILLAGE));

    assertThat(blurred.path("harms").toString())
        .isEqualTo(
            text(
                """
                [{'type':'killing'},{'type':'abduction','place':{'id':'ML0503','level':'adm2','name':'Koro',\
                'lat':14.1,'lon':-3.1,'within':[%s]},'when':{'edtf':'2021-08','from':'2021-08-01',\
                'to':'2021-08-31'}}]\
                """
                    .formatted(MOPTI)));
    assertThat(withheld(blurred))
        .filteredOn(pointer -> pointer.startsWith("/harms"))
        .containsExactly("/harms/0/count", "/harms/1/count");
  }

  @Test
  void elementsThatAreTheSameOnceBlurredAreOne() {
    ObjectNode blurred =
        apply(
            """
            {'harms':[{'type':'killing','count':1},{'type':'killing','count':2},{'type':'killing'}],
             'units':['a','a']}\
            """);

    assertThat(blurred.path("harms")).hasSize(1);
    assertThat(blurred.path("units")).hasSize(1);
  }

  @Test
  void statesWithinMoveWithTheElementTheyBelongTo() {
    ObjectNode blurred =
        apply(
            """
            {'harms':[{'victims':['secret']},{'place':%s}],'states':{'/harms/1/type':'unknown'}}\
            """
                .formatted(KORO));

    assertThat(blurred.path("harms")).hasSize(1);
    assertThat(blurred.path("states").path("/harms/0/type").asText()).isEqualTo("unknown");
    assertThat(blurred.path("states").has("/harms/1/type")).isFalse();
  }

  @ParameterizedTest(name = "down to {0} the village is shown as {1}")
  @CsvSource({
    "country, ",
    "adm1, ML05",
    "adm2, ML0503",
    "adm3, ML0503",
    "village, v-17",
    "site, v-17"
  })
  void aPlaceIsTheFinestUnitThatTheMarkingAllows(PlaceLevel finest, String id) {
    Marking marking = new Marking(Tlp.GREEN, "a", null, null, finest, null);

    ObjectNode blurred = blur.apply(json("{'place':%s}".formatted(VILLAGE)), marking);

    assertThat(blurred.path("place").path("id").textValue()).isEqualTo(id);
    assertThat(withheld(blurred).contains("/place")).isEqualTo(id == null);
    if (!"v-17".equals(id)) {
      assertThat(blurred.toString())
          .doesNotContain("Secretville", "second", "14.123", "exact", "v-17");
    }
    assertThat(blurred.toString()).doesNotContain("second");
  }

  @Test
  void aBlurredVillageLooksLikeItsUnitSoThatNobodyKnowsThatThereIsOne() {
    String unnamed =
        "{'level':'village','unnamed':true,'asStated':'a village','precision':'unnamed','lat':14.123,'within':[%s,%s]}"
            .formatted(KORO, MOPTI);
    String unit =
        KORO.replace(
            "}", ",'precision':'unit','asStated':'Koro district','within':[%s]}".formatted(MOPTI));
    String unknownLevel = VILLAGE.replace("'village'", "'hamlet'");

    assertThat(place(unnamed)).isEqualTo(place(unit));
    assertThat(place(VILLAGE)).isEqualTo(place(unit));
    assertThat(place(unknownLevel)).isEqualTo(place(unit));
    assertThat(place(unit))
        .isEqualTo(
            json("{'x':%s}".formatted(KORO.replace("}", ",'within':[%s]}".formatted(MOPTI))))
                .path("x"));
  }

  @Test
  void aPlaceKnownByItsUnitLooksLikeTheUnit() {
    String unit = KORO.replace("}", ",'within':[%s]}".formatted(MOPTI));

    for (String precision : List.of("'precision':'near'", "'precision':'unit','unnamed':true")) {
      assertThat(place(unit.replace("'within'", precision + ",'within'"))).isEqualTo(place(unit));
    }
  }

  @Test
  void wordsThatNoEntryOfTheGazetteerBacksStayBehind() {
    String unlinked = "{'level':'adm2','name':'KANARIB','lat':14.123,'lon':-3.456}";
    String within = "{'level':'village','name':'x','within':[%s,%s]}".formatted(MOPTI, unlinked);

    assertThat(place(unlinked).isMissingNode()).isTrue();
    assertThat(place(within)).isEqualTo(json("{'x':%s}".formatted(MOPTI)).path("x"));
  }

  @Test
  void whatWasBlurredBeforeIsCutAgain() {
    ObjectNode before =
        json(
            """
            {'id':'x','view':'blurred','status':'open','place':{'id':'v','level':'village',
             'name':'Secretville','within':[%s,%s]},'since':{'edtf':'2021-05-17'},
             'states':{'/cause':'withheld'}}\
            """
                .formatted(MOPTI, KORO));
    var coarse = new Cut(PlaceLevel.adm1, DatePrecision.month);

    ObjectNode again = blur.again(before, coarse, Set.of());
    ObjectNode closed = blur.again(before, coarse, Set.of("place"));

    assertThat(again.path("id").asText()).isEqualTo("x");
    assertThat(again.path("place")).isEqualTo(json("{'x':%s}".formatted(MOPTI)).path("x"));
    assertThat(again.at("/since/edtf").asText()).isEqualTo("2021-05");
    assertThat(again.path("states").has("/place")).isFalse();
    assertThat(closed.has("place")).isFalse();
    assertThat(closed.path("states").path("/place").asText()).isEqualTo("withheld");
    assertThat(Blur.closedIn(closed)).contains("place", "cause").doesNotContain("status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Secretville'",
        "{}",
        "[]",
        "{'level':'village','name':'Secretville'}",
        "{'level':'village','name':'Secretville','within':[{'id':'v-1','level':'village','name':'Secretville'}]}",
        "{'level':'village','name':'Secretville','within':'Secretville'}",
        "{'name':'Secretville','within':[{'name':'Secretville'}]}",
      })
  void aPlaceThatCannotBeBlurredIsWithheld(String place) {
    ObjectNode blurred = apply("{'place':%s}".formatted(place));

    assertThat(blurred.toString()).doesNotContain("Secretville");
    assertThat(blurred.has("place")).isFalse();
  }

  @Test
  void placesInOneUnitAreOneAndTheirOrderTellsNothing() {
    String other = VILLAGE.replace("v-17", "v-18").replace("14.123", "14.2");
    String elsewhere =
        "{'id':'ML0501','level':'adm2','name':'Bandiagara','within':[%s]}".formatted(MOPTI);

    ObjectNode one = apply("{'places':[%s,%s,%s]}".formatted(VILLAGE, other, elsewhere));
    ObjectNode two = apply("{'places':[%s,%s]}".formatted(elsewhere, other));

    assertThat(one).isEqualTo(two);
    assertThat(one.path("places")).hasSize(2);
  }

  @Test
  void someRecordsAreBlurredFurtherThanTheirMarkingSays() {
    Blur capped =
        blur.neverFinerThan(
                record ->
                    record.path("status").asText().equals("grave")
                        ? PlaceLevel.adm1
                        : PlaceLevel.site)
            .neverFinerThan(record -> PlaceLevel.village);

    assertThat(
            capped
                .apply(json("{'status':'grave','place':%s}".formatted(VILLAGE)), GREEN)
                .at("/place/id")
                .asText())
        .isEqualTo("ML05");
    assertThat(
            capped
                .apply(json("{'status':'open','place':%s}".formatted(VILLAGE)), GREEN)
                .at("/place/id")
                .asText())
        .isEqualTo("ML0503");
  }

  @Test
  void datesAreCutInAllTheirPartsAndLoseTheirWords() {
    ObjectNode blurred =
        apply(
            """
            {'since':{'edtf':'2021-08-05~','from':'2021-07-29','to':'2021-08-09','asStated':'secret','because':'secret',
             'basis':'derived','anchor':{'field':'/secret','offset':'P7D'}}}\
            """);

    assertThat(blurred.path("since"))
        .isEqualTo(
            json("{'x':{'edtf':'2021-08~','from':'2021-07-01','to':'2021-08-31','basis':'derived'}}")
                .path("x"));
  }

  @Test
  void datesAreCutAsFarAsTheMarkingSays() {
    Marking byTheYear = new Marking(Tlp.GREEN, "a", null, null, null, DatePrecision.year);

    assertThat(
            blur.apply(json("{'since':{'edtf':'2021-08-05'}}"), byTheYear)
                .at("/since/edtf")
                .asText())
        .isEqualTo("2021");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'asStated':'secret'}",
        "{'edtf':'secret','from':'secret','to':'secret'}",
        "{'edtf':{'secret':1}}",
        "'secret'",
        "['secret']"
      })
  void aDateOfWhichNothingIsLeftIsWithheld(String since) {
    ObjectNode blurred = apply("{'since':%s}".formatted(since));

    assertThat(blurred.toString()).doesNotContain("secret");
    assertThat(withheld(blurred)).contains("/since");
  }

  @Test
  void theFullRecordIsNotTouched() {
    ObjectNode full =
        json("{'status':'open','place':%s,'states':{'/cause':'none'}}".formatted(VILLAGE));
    ObjectNode before = full.deepCopy();

    blur.apply(full, GREEN);

    assertThat(full).isEqualTo(before);
  }

  @Test
  void evidenceCannotBeOpenedNorWhatTheRecordDoesNotHave() {
    Blur plain = Blur.of(Set.of("status"));

    assertThatThrownBy(() -> plain.open("/citations/*/quote"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plain.open("/readings")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plain.openPlaces("/plase"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plain.open("status")).isInstanceOf(IllegalArgumentException.class);
  }

  private ObjectNode apply(String full) {
    return blur.apply(json(full), GREEN);
  }

  private JsonNode place(String place) {
    return apply("{'place':%s}".formatted(place)).path("place");
  }

  private static Set<String> withheld(ObjectNode blurred) {
    Set<String> pointers = new TreeSet<>();
    for (Map.Entry<String, JsonNode> state : blurred.path("states").properties()) {
      if (state.getValue().asText().equals("withheld")) {
        pointers.add(state.getKey());
      }
    }
    return pointers;
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(String text) {
    return text.replace('\'', '"');
  }
}
