package org.toguna.ingest.text;

import org.jspecify.annotations.Nullable;

/** What came with a report about itself, in its own words: nothing here is checked or resolved. */
public record Metadata(
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String publishedAt,
    @Nullable String url,
    @Nullable String language,
    @Nullable String author,
    @Nullable String reliability) {

  public static final Metadata NONE = new Metadata(null, null, null, null, null, null, null);

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
