package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known: what it can mean at the earliest and at the latest, the words of
 * the source, and what it rests on.
 *
 * <p>Bounds that are left out are those of the EDTF expression; bounds that are given may be wider,
 * never narrower, except where the expression leaves a side open or unknown. Without an expression
 * the bounds are the coder's ("late 2020"); without either the words are kept and the date stays
 * open: no date is ever made up. The text members are as in JSON, even if wrong; {@link #earliest}
 * and {@link #latest} are the bounds as days.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A date as far as it is known (ISO 8601-2), with inclusive bounds.")
public record UncertainDate(
    @Schema(
            description = "EDTF level 1, or a set of level 2",
            examples = {"2021-08", "2020~", "2021-08/..", "[2021-08,2021-09]"},
            maxLength = 500)
        @Nullable String edtf,
    @Schema(
            description = "First day that it can mean; left out if open",
            examples = "2021-08-01",
            format = "date",
            maxLength = 16)
        @Nullable String from,
    @Schema(
            description = "Last day that it can mean; left out if open",
            examples = "2021-08-31",
            format = "date",
            maxLength = 16)
        @Nullable String to,
    @Schema(description = "The words of the source", maxLength = UncertainDate.LONGEST_WORDS)
        @Nullable String asStated,
    @Nullable Basis basis,
    @Nullable Anchor anchor,
    @Schema(
            description = "Why the coder takes it to be so, where the source does not say it",
            maxLength = UncertainDate.LONGEST_WORDS)
        @Nullable String because) {

  static final int LONGEST_WORDS = 500;

  public UncertainDate {
    Optional<Edtf> said = read(edtf);
    from = from == null ? said.map(Edtf::from).map(LocalDate::toString).orElse(null) : from;
    to = to == null ? said.map(Edtf::to).map(LocalDate::toString).orElse(null) : to;
    basis = basis == null ? (anchor == null ? Basis.stated : Basis.derived) : basis;
  }

  public static UncertainDate of(String edtf) {
    return new UncertainDate(edtf, null, null, null, null, null, null);
  }

  public static UncertainDate of(LocalDate day) {
    return between(day, day).withEdtf();
  }

  public static UncertainDate between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new UncertainDate(null, text(from), text(to), null, null, null, null);
  }

  /** Words that cannot be resolved to a date. */
  public static UncertainDate words(String asStated) {
    return new UncertainDate(null, null, null, asStated, null, null, null);
  }

  public UncertainDate stated(String words) {
    return new UncertainDate(edtf, from, to, words, basis, anchor, because);
  }

  public UncertainDate on(Basis other) {
    return new UncertainDate(edtf, from, to, asStated, other, anchor, because);
  }

  /** The first day that it can mean; null if that is open, or not readable. */
  public @Nullable LocalDate earliest() {
    return day(from).orElse(null);
  }

  /** The last day that it can mean; null if that is open, or not readable. */
  public @Nullable LocalDate latest() {
    return day(to).orElse(null);
  }

  /** Whether it can mean a day between the two, inclusive; what is open reaches everywhere. */
  public boolean overlaps(@Nullable LocalDate first, @Nullable LocalDate last) {
    LocalDate earliest = earliest();
    LocalDate latest = latest();
    return (earliest == null || last == null || !earliest.isAfter(last))
        && (latest == null || first == null || !latest.isBefore(first));
  }

  /** Where it lies now that its anchor lies there; a date without an anchor stays where it is. */
  public UncertainDate resolve(UncertainDate anchorValue) {
    if (anchor == null) {
      return this;
    }
    Offset offset = Offset.of(anchor.offset());
    return new UncertainDate(
            null,
            text(offset.earliest(anchorValue.earliest())),
            text(offset.latest(anchorValue.latest())),
            asStated,
            basis,
            anchor,
            because)
        .withEdtf();
  }

  /**
   * The same no finer than to the unit (days, months or years): bounds widened to whole units,
   * without the words, the anchor and the reason, which might tell more.
   */
  public UncertainDate cut(ChronoUnit finest) {
    LocalDate earliest = earliest();
    LocalDate latest = latest();
    return new UncertainDate(
        read(edtf).map(said -> said.cut(finest).toString()).orElse(null),
        earliest == null ? null : text(EdtfDate.of(earliest).cut(finest).from()),
        latest == null ? null : text(EdtfDate.of(latest).cut(finest).to()),
        null,
        basis,
        null,
        null);
  }

  /** What its expression says, if it has one that can be read. */
  Optional<Edtf> expression() {
    return read(edtf);
  }

  /** What is wrong with it, for whoever sent it. */
  public List<Flaw> flaws(JsonPointer at) {
    return UncertainDateRules.flaws(this, at);
  }

  /** With the expression of the very day, month or year that its bounds span, if they do. */
  private UncertainDate withEdtf() {
    LocalDate earliest = earliest();
    LocalDate latest = latest();
    return earliest == null || latest == null
        ? this
        : new UncertainDate(
            Edtf.lasting(earliest, latest).map(Edtf::toString).orElse(null),
            from,
            to,
            asStated,
            basis,
            anchor,
            because);
  }

  private static Optional<Edtf> read(@Nullable String edtf) {
    try {
      return edtf == null ? Optional.empty() : Optional.of(Edtf.of(edtf));
    } catch (NotADate e) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> day(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
