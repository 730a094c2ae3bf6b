package org.toguna.kit.codelists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code list in one language, as it is served. */
@Schema(name = "CodeList", description = "A code list in one language.")
public record CodeListView(
    @Schema(maxLength = 60) String name,
    @Schema(minimum = "1", maximum = "10000") int version,
    @Schema(maxLength = 200) String label,
    @Schema(description = "Where the codes come from", maxLength = 1000) @Nullable String source,
    @Schema(maxLength = 60) @Nullable String status,
    @Schema(description = "Left out in the list of lists", maxItems = 10000)
        @Nullable List<EntryView> entries) {

  /** One code with its label. */
  @Schema(name = "CodeListEntry", description = "One code with its label.")
  public record EntryView(
      @Schema(maxLength = 60) String code,
      @Schema(maxLength = 200) String label,
      @Schema(maxLength = 2000) @Nullable String description,
      @Schema(description = "The code of the broader entry", maxLength = 60)
          @Nullable String broader,
      @Schema(description = "Codes of other lists of the field, by their name")
          @Nullable Map<String, String> crosswalk) {}

  static CodeListView whole(CodeList list, Locale language) {
    return view(
        list,
        language,
        list.entries().stream()
            .map(
                entry ->
                    new EntryView(
                        entry.code(),
                        CodeLists.in(entry.label(), language),
                        entry.description() == null
                            ? null
                            : CodeLists.in(entry.description(), language),
                        entry.broader(),
                        entry.crosswalk()))
            .toList());
  }

  static CodeListView brief(CodeList list, Locale language) {
    return view(list, language, null);
  }

  private static CodeListView view(
      CodeList list, Locale language, @Nullable List<EntryView> entries) {
    return new CodeListView(
        list.name(),
        list.version(),
        CodeLists.in(list.label(), language),
        list.source(),
        list.status(),
        entries);
  }
}
