package org.toguna.ingest.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.dictionary.Dictionaries;
import org.toguna.ingest.drafting.Drafter;
import org.toguna.ingest.language.Languages;
import org.toguna.ingest.mentions.MentionReader;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.ingest.mentions.Publication;
import org.toguna.ingest.text.Fault;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Reading;
import org.toguna.ingest.text.Repetitions;
import org.toguna.ingest.text.ReportReader;
import org.toguna.ingest.text.Segments;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.UncertainDate;

/** Reads a posted report from its bytes to its drafts; nothing is written here. */
@ApplicationScoped
class ReportReading {
  private final ReadingRoom room;
  private final ReportReader reports;
  private final Languages languages;
  private final Dictionaries dictionaries;
  private final Drafter drafter;

  ReportReading(
      ReadingRoom room,
      ReportReader reports,
      Languages languages,
      Dictionaries dictionaries,
      Drafter drafter) {
    this.room = room;
    this.reports = reports;
    this.languages = languages;
    this.dictionaries = dictionaries;
    this.drafter = drafter;
  }

  /** Where the time is up, what was read until then stands; without a text, nothing does. */
  ReadReport of(PostedReport report, Reader author) {
    var names = dictionaries.of(author);
    var begun = new AtomicReference<@Nullable Reading>();
    try {
      return room.read(author, () -> read(report, names, begun));
    } catch (Pace.TimeIsUp late) {
      var reading = begun.get();
      return reading == null
          ? ReadReport.without(Reading.late(report.original()), null)
          : ReadReport.without(reading, Fault.OUT_OF_TIME);
    }
  }

  private ReadReport read(
      PostedReport report, List<NameDictionary> names, AtomicReference<@Nullable Reading> begun) {
    var reading = reports.read(report.original(), report.mediaType());
    if (reading.text() == null) {
      return ReadReport.without(reading, null);
    }
    begun.set(reading);
    var text = reading.text().value();
    var said = reading.metadata().language();
    var language = said == null ? languages.of(text) : said;
    Pace.keep();
    var segments = Segments.of(reading.text());
    var repetitions = Repetitions.in(segments);
    var found =
        new MentionReader(names)
            .find(segments, language, publication(reading.metadata().publishedAt()));
    var drafts = drafter.draft(segments, found.mentions(), repetitions, language);
    return new ReadReport(
        reading,
        language,
        repetitions,
        found.mentions(),
        found.more(),
        drafts,
        found.more() ? Fault.MENTIONS_CUT : null);
  }

  /** Nothing is counted back from a day on which nothing can have come out. */
  private static Publication publication(@Nullable UncertainDate published) {
    try {
      return published == null
              || (published.from() == null && published.to() == null)
              || !PossibleDays.canBe(published, LocalDate.now(ZoneOffset.UTC))
          ? Publication.UNKNOWN
          : new Publication(day(published.from()), day(published.to()));
    } catch (DateTimeParseException e) {
      return Publication.UNKNOWN;
    }
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
