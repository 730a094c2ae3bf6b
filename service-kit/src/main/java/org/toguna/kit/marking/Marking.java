package org.toguna.kit.marking;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;

/**
 * How far a record may travel: label, owner, who is named, and how finely outsiders may see it.
 *
 * <p>Whatever is not said is the strictest that makes sense: AMBER+STRICT, nobody named. Those
 * named get the record full; on a RED record only the persons named count. An owner left out is
 * empty until {@link #under} fills it in, and admits nobody.
 */
@Schema(description = "How far a record may travel. None given means the owner only.")
public record Marking(
    Tlp tlp,
    @Schema(description = "Owning organisation", maxLength = 63) String owner,
    @Schema(description = "Organisations that get it full", maxItems = Marking.MOST_NAMED)
        Set<String> sharedWith,
    @Schema(
            description = "Persons that get it full, as organisation/name",
            maxItems = Marking.MOST_NAMED)
        Set<String> namedPersons,
    @Schema(description = "Finest place shown to those who get it blurred") PlaceLevel finestPlace,
    @Schema(description = "Finest date shown to those who get it blurred")
        DatePrecision finestDate) {

  static final int MOST_NAMED = 100;

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Marking(
      @Nullable Tlp tlp,
      @Nullable String owner,
      @Nullable Set<String> sharedWith,
      @Nullable Set<String> namedPersons,
      @Nullable PlaceLevel finestPlace,
      @Nullable DatePrecision finestDate) {
    this.tlp = tlp == null ? Tlp.AMBER_STRICT : tlp;
    this.owner = owner == null ? "" : owner;
    this.sharedWith = sorted(sharedWith);
    this.namedPersons = sorted(namedPersons);
    this.finestPlace = finestPlace == null ? PlaceLevel.adm2 : finestPlace;
    this.finestDate = finestDate == null ? DatePrecision.month : finestDate;
  }

  /** The default: AMBER+STRICT with nobody named. */
  public static Marking ownerOnly(String owner) {
    return of(Tlp.AMBER_STRICT, owner);
  }

  public static Marking of(Tlp tlp, String owner) {
    return new Marking(tlp, owner, null, null, null, null);
  }

  /** The same, owned by that organisation if no owner was given. */
  public Marking under(String organisation) {
    return owner.isEmpty()
        ? new Marking(tlp, organisation, sharedWith, namedPersons, finestPlace, finestDate)
        : this;
  }

  /** Whoever writes a RED record is one of the persons named. */
  public Marking writtenBy(String person) {
    if (tlp != Tlp.RED || namedPersons.contains(person)) {
      return this;
    }
    Set<String> named = new TreeSet<>(namedPersons);
    named.add(person);
    return new Marking(tlp, owner, sharedWith, named, finestPlace, finestDate);
  }

  /** The same under a label no more open than the given one. */
  public Marking atLeast(Tlp least) {
    return least.strictlyAbove(tlp)
        ? new Marking(least, owner, sharedWith, namedPersons, finestPlace, finestDate)
        : this;
  }

  /** The same, with dates for outsiders no finer than that. */
  public Marking datesNoFinerThan(DatePrecision finest) {
    return new Marking(
        tlp, owner, sharedWith, namedPersons, finestPlace, finestDate.coarser(finest));
  }

  /**
   * The same under a label that admits no circle which the audience leaves out: what hangs on a
   * stricter record is as strict as that, also by name.
   */
  public Marking noWiderThan(Audience audience) {
    return atLeast(audience.widest());
  }

  public Audience audience() {
    return Audience.of(this);
  }

  /** What a blurred reader may know of the marking: with whom else it is shared is not theirs. */
  public Marking forOutsiders() {
    return new Marking(tlp, owner, null, null, finestPlace, finestDate);
  }

  /** A marking that admits nobody whom either of the two does not admit. */
  public static Marking strictest(Marking one, Marking other) {
    return Strictness.of(one, other);
  }

  /** What is wrong with it, for whoever sent it. */
  public List<Flaw> flaws(JsonPointer at) {
    List<Flaw> flaws = new ArrayList<>();
    if (!Principal.ORGANISATION.matcher(owner).matches()) {
      flaws.add(
          Flaw.at(
              at.appendProperty("owner"),
              "not-an-organisation",
              "The owner is the short name of an organisation, such as ngo-a."));
    }
    check(
        flaws,
        at.appendProperty("sharedWith"),
        sharedWith,
        Principal.ORGANISATION,
        "not-an-organisation",
        "Name organisations by their short names, such as ngo-b.");
    check(
        flaws,
        at.appendProperty("namedPersons"),
        namedPersons,
        Principal.PERSON,
        "not-a-person",
        "Name persons as organisation/name, such as ngo-a/alice.");
    return List.copyOf(flaws);
  }

  private static void check(
      List<Flaw> flaws, JsonPointer at, Set<String> names, Pattern form, String code, String help) {
    if (names.size() > MOST_NAMED) {
      flaws.add(Flaw.at(at, "too-many", "At most %d can be named.".formatted(MOST_NAMED)));
    }
    if (!names.stream().allMatch(name -> form.matcher(name).matches())) {
      flaws.add(Flaw.at(at, code, help));
    }
  }

  private static Set<String> sorted(@Nullable Set<String> names) {
    Set<String> sorted = new TreeSet<>();
    if (names != null) {
      names.stream().filter(Objects::nonNull).forEach(sorted::add);
    }
    return Collections.unmodifiableSet(sorted);
  }
}
