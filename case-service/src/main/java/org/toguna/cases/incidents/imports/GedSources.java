package org.toguna.cases.incidents.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.incidents.SourceReport;

/**
 * The reports that a row lists: as "publisher | day | headline || ..." in per-country files, or in
 * three columns with semicolons, as the downloads have them.
 */
final class GedSources {
  private static final Pattern BETWEEN_REPORTS = Pattern.compile("\\s*\\|\\|\\s*");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*\\|\\s*");
  private static final int MOST = 100;

  private GedSources() {}

  static List<SourceReport> of(Row row) throws RowFlaw {
    var reports = new ArrayList<SourceReport>();
    String joined = row.text("sources");
    if (joined != null) {
      for (String report : BETWEEN_REPORTS.split(joined)) {
        String[] parts = BETWEEN_PARTS.split(report, 3);
        add(reports, part(parts, 0), part(parts, 1), part(parts, 2));
      }
    } else {
      String[] offices = split(row.text("source_office"));
      String[] dates = split(row.text("source_date"));
      String[] headlines = split(row.text("source_headline"));
      // Headlines have semicolons of their own: unless all three agree, nobody knows whose is
      // whose.
      if (offices.length == dates.length && offices.length == headlines.length) {
        for (int i = 0; i < offices.length; i++) {
          add(reports, part(offices, i), part(dates, i), part(headlines, i));
        }
      } else {
        for (int i = 0; i < offices.length; i++) {
          add(
              reports,
              part(offices, i),
              dates.length == offices.length ? part(dates, i) : null,
              null);
        }
        for (int i = 0; i < headlines.length; i++) {
          add(reports, null, null, part(headlines, i));
        }
      }
    }
    if (reports.size() > MOST) {
      throw new RowFlaw("sources", "too-many", "A row lists at most %d reports.".formatted(MOST));
    }
    return reports;
  }

  /** Words that are no day stay with the headline. */
  private static void add(
      List<SourceReport> reports,
      @Nullable String publisher,
      @Nullable String published,
      @Nullable String headline)
      throws RowFlaw {
    if (publisher == null && headline == null) {
      return;
    }
    boolean dated = published != null && isDay(published);
    String words =
        dated || published == null
            ? headline
            : headline == null ? published : published + " | " + headline;
    if (publisher != null && publisher.length() > 300 || words != null && words.length() > 500) {
      throw new RowFlaw(
          "sources", "too-long", "A publisher has at most 300 characters, a headline 500.");
    }
    reports.add(SourceReport.standing(publisher, dated ? published : null, words));
  }

  private static String[] split(@Nullable String joined) {
    return joined == null ? new String[0] : joined.split("\\s*;\\s*", -1);
  }

  private static @Nullable String part(String[] parts, int at) {
    return at < parts.length && !parts[at].isBlank() ? parts[at].strip() : null;
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
