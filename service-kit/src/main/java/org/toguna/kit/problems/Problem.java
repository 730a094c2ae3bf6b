package org.toguna.kit.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;

/** An answer of RFC 9457: what went wrong, and a link to its remedy. */
@Schema(name = "Problem", description = "What went wrong, as RFC 9457 has it.")
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(
            description = "Resolves to a page that names the remedy",
            format = "uri-reference",
            maxLength = 200)
        URI type,
    @Schema(maxLength = 200) String title,
    @Schema(minimum = "400", maximum = "599") int status,
    @Schema(maxLength = 2000) String detail,
    @Schema(description = "The path that was asked for", format = "uri-reference", maxLength = 4000)
        @Nullable String instance,
    @Schema(maxItems = 1000) List<Flaw> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(Refusal refusal, @Nullable String instance, Locale language) {
    return new Problem(
        refusal.type().uri(),
        refusal.type().title(language),
        refusal.type().status(),
        refusal.detail(language),
        instance,
        refusal.flaws());
  }
}
