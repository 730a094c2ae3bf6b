package org.toguna.kit.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** What every list understands besides its filters; taken as a {@code @BeanParam}. */
public class PageQuery {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAXIMUM_LIMIT = 1000;

  @RestQuery
  @Parameter(
      description = "How many at most; 50 where it is left out.",
      schema = @Schema(minimum = "1", maximum = "1000", defaultValue = "50"))
  @Nullable Integer limit;

  @RestQuery
  @Parameter(description = "The `next` of the page before.", schema = @Schema(maxLength = 2000))
  @Nullable String cursor;

  @RestQuery
  @Parameter(description = "Whether to count all that match.")
  @Nullable Boolean total;

  public PageQuery() {}

  PageQuery(@Nullable Integer limit, @Nullable String cursor, @Nullable Boolean total) {
    this.limit = limit;
    this.cursor = cursor;
    this.total = total;
  }

  /** Never truncated in silence: more than the maximum is refused. */
  public int limit() {
    int wanted = limit == null ? DEFAULT_LIMIT : limit;
    if (wanted < 1 || wanted > MAXIMUM_LIMIT) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.limit", MAXIMUM_LIMIT));
    }
    return wanted;
  }

  public @Nullable String cursor() {
    return cursor;
  }

  public boolean total() {
    return Boolean.TRUE.equals(total);
  }
}
