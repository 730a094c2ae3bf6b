package org.toguna.cases.csv;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One row of a provider's file, its fields tidied and checked as they are asked for. */
public record Row(int line, CSVRecord record, CsvColumns columns) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,9}([.][0-9]{1,15})?");
  private static final Pattern PCODE = Pattern.compile("[A-Z]{2}[0-9]{0,14}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 200;

  /**
   * @throws RowFlaw if it has not as many fields as the header, or any under no name
   */
  public void mustBeWhole() throws RowFlaw {
    columns.mustFit(record);
  }

  /** A field as it stands in the file. */
  public String raw(String column) {
    return Objects.requireNonNullElse(columns.value(record, column), "");
  }

  public @Nullable String text(String column) {
    var tidy = Normalizer.normalize(raw(column), Normalizer.Form.NFC);
    var value = SPACES.matcher(tidy).replaceAll(" ").strip();
    return value.isEmpty() ? null : value;
  }

  /** A value of no more than so many characters, if there is one. */
  public @Nullable String text(String column, int longest) throws RowFlaw {
    var value = text(column);
    if (value != null && value.length() > longest) {
      throw new RowFlaw(column, "too-long", "This has at most %d characters.".formatted(longest));
    }
    return value;
  }

  public String required(String column, String what) throws RowFlaw {
    var value = text(column, LONGEST_NAME);
    if (value == null) {
      throw new RowFlaw(column, "missing", what);
    }
    return value;
  }

  public String name(String column) throws RowFlaw {
    return required(column, "A place or unit needs a name; leave the row out if it has none.");
  }

  /**
   * The other names of a field like {@code Yèli|Yeli}; links that stray among them are no names.
   */
  public List<String> names(String column) {
    var all = text(column);
    var names = new LinkedHashSet<String>();
    if (all != null) {
      for (var name : all.split("\\|")) {
        var tidy = name.strip();
        boolean isName = !tidy.isEmpty() && tidy.length() <= LONGEST_NAME && !tidy.contains("://");
        if (isName && names.size() < MOST_NAMES) {
          names.add(tidy);
        }
      }
    }
    return List.copyOf(names);
  }

  public double degrees(String column, int most) throws RowFlaw {
    var value = required(column, "A place needs a latitude and a longitude in decimal degrees.");
    if (!DEGREES.matcher(value).matches()) {
      throw new RowFlaw(column, "not-a-number", "Give decimal degrees, such as 14.0708.");
    }
    double degrees = Double.parseDouble(value);
    if (Math.abs(degrees) > most) {
      throw new RowFlaw(
          column,
          "outside-the-world",
          "This is outside the world: give -%1$d to %1$d, and check that no sign or decimal point was lost."
              .formatted(most));
    }
    return degrees;
  }

  public @Nullable Long count(String column) throws RowFlaw {
    var value = text(column);
    if (value == null) {
      return null;
    }
    if (!value.matches("[0-9]{1,15}")) {
      throw new RowFlaw(
          column, "not-a-count", "Give a whole number, or leave it empty if unknown.");
    }
    return Long.valueOf(value);
  }

  public @Nullable LocalDate date(String column) throws RowFlaw {
    var value = text(column);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new RowFlaw(
          column, "date-does-not-exist", "Give a date of the calendar as 2015-04-24, or nothing.");
    }
  }

  public String requiredPcode(String column) throws RowFlaw {
    var code = pcode(column);
    if (code == null) {
      throw new RowFlaw(column, "missing", "Give the P-code.");
    }
    return code;
  }

  public @Nullable String pcode(String column) throws RowFlaw {
    var code = text(column);
    if (code != null && !PCODE.matcher(code).matches()) {
      throw new RowFlaw(
          column, "not-a-p-code", "A P-code is the country's two letters and digits: ML0507.");
    }
    return code;
  }
}
