package org.toguna.cases.precedents;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** How many precedents are asked for. */
public class PrecedentLimit {
  private static final int DEFAULT = 10;

  @QueryParam("limit")
  @Parameter(
      description = "How many at most; 10 where it is left out.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "10"))
  @Nullable Integer limit;

  /**
   * @throws Refusal if it is out of bounds: more than the most is never cut in silence
   */
  int most() {
    int wanted = limit == null ? DEFAULT : limit;
    if (wanted < 1 || wanted > PrecedentList.MOST) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.limit", PrecedentList.MOST));
    }
    return wanted;
  }
}
