package org.toguna.kit.problems;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.toguna.kit.values.Flaw;

/** Says what is wrong with JSON that somebody sent, without a word of Jackson or of our classes. */
public final class JsonRefusals {

  private JsonRefusals() {}

  public static Refusal of(JacksonException e) {
    return switch (e) {
      case StreamConstraintsException any ->
          new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.too-large"));
      case PropertyBindingException unknown -> unknownMember(unknown);
      case ValueInstantiationException refused -> refusedValue(refused);
      case InvalidFormatException format -> invalid(format, "wrong-value", expected(format));
      case MismatchedInputException mismatch
          when mismatch.getPath().isEmpty()
              && mismatch.getTargetType() != null
              && String.valueOf(mismatch.getOriginalMessage()).startsWith("No content") ->
          new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.empty"));
      case MismatchedInputException mismatch ->
          invalid(mismatch, "wrong-type", "Expected " + Kinds.of(mismatch.getTargetType()) + ".");
      case JsonMappingException mapping when mapping.getCause() instanceof Refusal refusal ->
          refusal;
      case JsonMappingException mapping when mapping.getCause() instanceof JacksonException cause ->
          of(cause);
      case JsonMappingException mapping -> refusedValue(mapping);
      default -> malformed(e);
    };
  }

  private static Refusal malformed(JacksonException e) {
    if (e instanceof JsonParseException
        && !(e instanceof JsonEOFException)
        && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
      return new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.duplicate"));
    }
    var where = e.getLocation();
    return new Refusal(
        ProblemType.MALFORMED_JSON,
        where == null
            ? Phrase.of("malformed-request.detail")
            : Phrase.of("malformed-json.detail", where.getLineNr(), where.getColumnNr()));
  }

  private static Refusal unknownMember(PropertyBindingException e) {
    var known =
        e.getKnownPropertyIds() == null
            ? List.<String>of()
            : e.getKnownPropertyIds().stream().map(String::valueOf).toList();
    var name = shortened(e.getPropertyName());
    var detail =
        Nearest.to(name, known)
            .map(near -> Phrase.of("unknown-member.detail.near", name, near))
            .orElse(Phrase.of("unknown-member.detail", name));
    return new Refusal(
        ProblemType.UNKNOWN_MEMBER,
        detail,
        List.of(new Flaw(pointer(e), "unknown-member", detail.in(Locale.ENGLISH))));
  }

  /**
   * Our own types explain themselves when they refuse a value; nobody else's words are passed on.
   */
  private static Refusal refusedValue(JsonMappingException e) {
    var cause = e.getCause();
    while (cause != null && cause.getCause() != null && !(cause instanceof Refusal)) {
      cause = cause.getCause();
    }
    if (cause instanceof Refusal refusal) {
      return new Refusal(
          refusal.type(),
          refusal.detail(Locale.ENGLISH),
          refusal.flaws().stream()
              .map(flaw -> new Flaw(pointer(e) + flaw.pointer(), flaw.code(), flaw.detail()))
              .toList());
    }
    boolean ours =
        cause instanceof IllegalArgumentException
            && cause.getMessage() != null
            && Arrays.stream(cause.getStackTrace())
                .findFirst()
                .filter(frame -> frame.getClassName().startsWith("org.toguna."))
                .isPresent();
    return invalid(
        e,
        "wrong-value",
        ours
            ? Objects.requireNonNull(cause.getMessage())
            : "This value is not one of those allowed.");
  }

  private static Refusal invalid(JsonMappingException e, String code, String detail) {
    return Refusal.invalid(new Flaw(pointer(e), code, detail));
  }

  private static String expected(InvalidFormatException e) {
    var type = e.getTargetType();
    if (type != null && type.isEnum()) {
      return "Expected one of the values that the OpenAPI document lists.";
    }
    return "Expected " + Kinds.of(type) + ".";
  }

  /** The JSON Pointer (RFC 6901) of the member at fault. */
  static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + shortened(step).replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
