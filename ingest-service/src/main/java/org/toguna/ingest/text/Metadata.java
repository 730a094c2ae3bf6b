package org.toguna.ingest.text;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Basis;
import org.toguna.kit.values.UncertainDate;

/** What came with a report about itself, in its own words: nothing here is checked or resolved. */
public record Metadata(
    @Nullable String title,
    @Nullable String publisher,
    @Nullable UncertainDate publishedAt,
    @Nullable String url,
    @Nullable String language,
    @Nullable String author,
    @Nullable String reliability) {

  public static final Metadata NONE = new Metadata(null, null, null, null, null, null, null);

  /** A day, a month or a year as given; anything else stays as the sender's words. */
  static @Nullable UncertainDate published(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    String day = said.length() > 10 && said.charAt(10) == 'T' ? said.substring(0, 10) : said;
    var date = new UncertainDate(day, null, null, said, Basis.stated, null, null);
    return date.flaws(JsonPointer.empty()).isEmpty()
        ? date
        : new UncertainDate(null, null, null, said, Basis.stated, null, null);
  }

  /** What the sender says comes first, what the document says of itself fills the gaps. */
  public Metadata orElse(Metadata other) {
    return new Metadata(
        title == null ? other.title : title,
        publisher == null ? other.publisher : publisher,
        publishedAt == null ? other.publishedAt : publishedAt,
        url == null ? other.url : url,
        language == null ? other.language : language,
        author == null ? other.author : author,
        reliability == null ? other.reliability : reliability);
  }
}
