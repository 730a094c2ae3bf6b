package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainNumberTest {

  private static final JsonPointer AT = JsonPointer.compile("/deaths");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void asManyAs80HasAHighAndNothingElse() throws JsonProcessingException {
    UncertainNumber deaths = UncertainNumber.atMost(80, null).stated("as many as 80");

    assertThat(json.writeValueAsString(deaths))
        .isEqualTo("{\"high\":80,\"asStated\":\"as many as 80\"}");
    assertThat(deaths.flaws(AT)).isEmpty();
  }

  @Test
  void equalNumbersAreEqualHoweverTheyAreWritten() throws JsonProcessingException {
    assertThat(json.readValue("{\"best\":1.5e3}", UncertainNumber.class))
        .isEqualTo(json.readValue("{\"best\":1500.00}", UncertainNumber.class))
        .hasToString(
            "UncertainNumber[low=null, best=1500, high=null, unit=null, asStated=null, hedge=null]");
  }

  @ParameterizedTest(name = "{0} has the flaws {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'low':2,'best':1}          | /deaths/best out-of-order",
        "{'best':2,'high':1}         | /deaths/high out-of-order",
        "{'low':2,'high':1}          | /deaths/high out-of-order",
        "{'low':3,'best':2,'high':1} | /deaths/best out-of-order; /deaths/high out-of-order",
        "{'unit':'persons'}          | /deaths says-nothing",
        "{}                          | /deaths says-nothing",
        "{'best':1e1000000000}       | /deaths/best out-of-range",
        "{'best':1e-1000000000,'low':2} | /deaths/best out-of-range",
        "{'best':1000000000000001}   | /deaths/best out-of-range",
        "{'best':0.1234567891}       | /deaths/best out-of-range",
      })
  void numbersOutOfOrderOrReachAreRefused(String text, String flaws)
      throws JsonProcessingException {
    assertThat(json.readValue(text.replace('\'', '"'), UncertainNumber.class).flaws(AT))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly(flaws.split("; "));
  }

  @Test
  void wordsAreNotEndless() {
    UncertainNumber wordy =
        new UncertainNumber(
            BigDecimal.ONE, null, null, "u".repeat(61), "x".repeat(501), "h".repeat(121));

    assertThat(wordy.flaws(AT))
        .extracting(Flaw::pointer)
        .containsExactly("/deaths/unit", "/deaths/asStated", "/deaths/hedge");
  }

  @Test
  void equalBoundsAreInOrder() {
    assertThat(UncertainNumber.exactly(2, "officers").flaws(AT)).isEmpty();
  }

  @Test
  void aSumIsARangeWhoseUnknownBoundsStayUnknown() {
    UncertainNumber few = new UncertainNumber(d(2), d(3), d(5), "persons", "a few", null);
    UncertainNumber asManyAs80 = UncertainNumber.atMost(80, "persons");
    UncertainNumber atLeast4 = UncertainNumber.atLeast(4, "persons");

    assertThat(UncertainNumber.sum(List.of(few, few)))
        .isEqualTo(new UncertainNumber(d(4), d(6), d(10), "persons", null, null));
    assertThat(UncertainNumber.sum(List.of(few, asManyAs80)))
        .isEqualTo(UncertainNumber.atMost(85, "persons"));
    assertThat(UncertainNumber.sum(List.of(few, atLeast4)))
        .isEqualTo(UncertainNumber.atLeast(6, "persons"));
    assertThat(UncertainNumber.sum(List.of(asManyAs80, atLeast4)).high()).isNull();
    assertThat(UncertainNumber.sum(List.of())).isEqualTo(UncertainNumber.exactly(0, null));
  }

  @Test
  void whatIsCountedDifferentlyHasNoSum() {
    List<UncertainNumber> mixed =
        List.of(UncertainNumber.exactly(1, "persons"), UncertainNumber.exactly(1, "cattle"));

    assertThatThrownBy(() -> UncertainNumber.sum(mixed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} has the flaws {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'numerator':1,'denominator':2,'of':'village'} | ",
        "{'low':0.5,'of':'those who left','asStated':'most'} | ",
        "{'low':0,'high':1,'of':'x'}                 | ",
        "{'numerator':2,'denominator':2,'of':'x'}    | ",
        "{'numerator':0,'denominator':2,'of':'x'}    | ",
        "{'numerator':3,'denominator':2,'of':'x'}    | /deaths/numerator out-of-range",
        "{'numerator':-1,'denominator':2,'of':'x'}   | /deaths/numerator out-of-range",
        "{'numerator':0,'denominator':0,'of':'x'}    | /deaths/denominator out-of-range",
        "{'numerator':1,'of':'x'}                    | /deaths/denominator required",
        "{'denominator':1,'of':'x'}                  | /deaths/numerator required",
        "{'best':1.01,'of':'x'}                      | /deaths/best out-of-range",
        "{'low':-0.1,'of':'x'}                       | /deaths/low out-of-range",
        "{'high':2,'of':'x'}                         | /deaths/high out-of-range",
        "{'low':0.6,'high':0.5,'of':'x'}             | /deaths/high out-of-order",
        "{'best':0.5}                                | /deaths/of required",
        "{'of':'x'}                                  | /deaths says-nothing",
      })
  void aShareIsAPartOfSomething(String text, String flaws) throws JsonProcessingException {
    assertThat(json.readValue(text.replace('\'', '"'), UncertainShare.class).flaws(AT))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly(flaws == null ? new String[0] : flaws.split("; "));
  }

  @Test
  void aFractionIsItsOwnEstimateUnlessABetterOneIsGiven() {
    assertThat(UncertainShare.fraction(1, 2, "village").estimate()).isEqualByComparingTo("0.5");
    assertThat(UncertainShare.fraction(1, 3, "village").estimate())
        .isEqualByComparingTo("0.333333");
    assertThat(new UncertainShare(1, 2, null, d(1), null, "x", null).estimate()).isEqualTo(d(1));
    assertThat(new UncertainShare(1, 0, null, null, null, "x", null).estimate()).isNull();
  }

  private static BigDecimal d(long number) {
    return BigDecimal.valueOf(number);
  }
}
