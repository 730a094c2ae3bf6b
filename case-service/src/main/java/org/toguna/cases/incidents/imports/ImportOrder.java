package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * How a file is to be taken in, and how far what it brings may travel: the owner alone if unsaid.
 */
public class ImportOrder {
  @QueryParam("marking")
  @Parameter(
      description = "TLP label of what the file brings; AMBER+STRICT if left out",
      schema = @Schema(maxLength = 16))
  @Nullable String marking;

  @QueryParam("sharedWith")
  @Parameter(
      description = "Organisations that get it full, with commas between",
      schema = @Schema(maxLength = 1000))
  @Nullable String sharedWith;

  @QueryParam("namedPersons")
  @Parameter(
      description = "Persons that get it full, as organisation/name, with commas between",
      schema = @Schema(maxLength = 1000))
  @Nullable String namedPersons;

  @QueryParam("finestPlace")
  @Parameter(
      description = "Finest place shown to those who get it blurred",
      schema = @Schema(enumeration = {"country", "adm1", "adm2", "adm3", "village", "site"}))
  @Nullable String finestPlace;

  @QueryParam("finestDate")
  @Parameter(
      description = "Finest date shown to those who get it blurred",
      schema = @Schema(enumeration = {"day", "month", "year"}))
  @Nullable String finestDate;

  @QueryParam("edition")
  @Parameter(
      description = "Edition of the provider's data",
      schema = @Schema(maxLength = 40, examples = "24.1"))
  @Nullable String edition;

  @QueryParam("dryRun")
  @Parameter(description = "Say what would become of the rows, and record nothing")
  @Nullable Boolean dryRun;

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  @Nullable String edition() {
    if (edition != null && !edition.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,39}")) {
      throw bad("edition", "Letters, digits, spaces and . _ - only, at most 40.");
    }
    return edition;
  }

  /**
   * @throws Refusal if something of it cannot be read
   */
  Marking marking(Reader author) {
    if (author.organisation() == null) {
      throw new Refusal(ProblemType.NOT_ALLOWED, "Only members of an organisation record facts.");
    }
    Marking wanted =
        new Marking(
                read("marking", marking, Tlp::of),
                author.organisation(),
                names(sharedWith),
                names(namedPersons),
                read("finestPlace", finestPlace, PlaceLevel::valueOf),
                read("finestDate", finestDate, DatePrecision::valueOf))
            .writtenBy(author.person());
    var flaws = wanted.flaws(JsonPointer.compile("/marking"));
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    return wanted;
  }

  private static Set<String> names(@Nullable String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }

  private static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, T> read) {
    try {
      return text == null ? null : read.apply(text);
    } catch (IllegalArgumentException e) {
      throw bad(name, "There is no \"%s\" here.".formatted(text));
    }
  }

  private static Refusal bad(String name, String detail) {
    return new Refusal(ProblemType.BAD_PARAMETER, "Parameter " + name + ": " + detail);
  }
}
