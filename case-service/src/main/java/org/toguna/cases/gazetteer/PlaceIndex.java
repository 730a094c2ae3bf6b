package org.toguna.cases.gazetteer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.toguna.cases.gazetteer.Candidate.Reason;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.names.Fold;

/**
 * The names of the whole gazetteer in flat arrays, sorted by the units that contain them, so that
 * every unit is one run of entries and a lookup within it touches nothing else.
 */
final class PlaceIndex {
  private static final Comparator<IndexedPlace> BY_PATH =
      Comparator.comparing((IndexedPlace place) -> place.unit(0))
          .thenComparing(place -> place.unit(1))
          .thenComparing(place -> place.unit(2))
          .thenComparing(place -> place.unit(3))
          .thenComparing(place -> place.level())
          .thenComparing(IndexedPlace::seat)
          .thenComparing(IndexedPlace::id);

  /** So many names are compared as a whole, after their letters: more gain nothing. */
  static final int RESEMBLING = 40;

  /** What another provider's entry is called exactly is less sure than what the entry is called. */
  private static final double LENT = 0.97;

  private final Texts ids;
  private final Texts pcodes;
  private final String[] providers;
  private final byte[] levels;
  private final boolean[] seats;
  private final float[] lats;
  private final float[] lons;
  private final int[] firstDays;
  private final int[] lastDays;
  private final IndexedNames names;
  private final int[] firstName;
  private final SortedHashes byId;
  private final Map<String, int[]> units;
  private final Resemblance resemblance;

  PlaceIndex(Collection<IndexedPlace> places) {
    this(places, SpellingCosts.tuned(), Resemblance.tuned());
  }

  PlaceIndex(Collection<IndexedPlace> places, SpellingCosts costs, Resemblance resemblance) {
    this.resemblance = resemblance;
    var sorted = new ArrayList<>(places);
    sorted.sort(BY_PATH);
    int size = sorted.size();
    providers = new String[size];
    levels = new byte[size];
    seats = new boolean[size];
    lats = new float[size];
    lons = new float[size];
    firstDays = new int[size];
    lastDays = new int[size];
    firstName = new int[size];
    units = new HashMap<>();
    var idTexts = new Texts.Writer();
    var pcodeTexts = new Texts.Writer();
    var codes = new SortedHashes.Writer();
    var nameTexts = new IndexedNames.Writer();
    var counterparts = Counterparts.of(sorted);
    for (int entry = 0; entry < size; entry++) {
      var place = sorted.get(entry);
      providers[entry] = place.provider().intern();
      levels[entry] = (byte) place.level().ordinal();
      seats[entry] = place.seat();
      lats[entry] = (float) place.lat();
      lons[entry] = (float) place.lon();
      firstDays[entry] = place.firstDay();
      lastDays[entry] = place.lastDay();
      idTexts.add(place.id());
      codes.add(hash(place.id()), entry);
      var pcode = place.pcode() == null ? "" : place.pcode();
      pcodeTexts.add(pcode);
      if (!pcode.isEmpty() && !pcode.equals(place.id())) {
        codes.add(hash(pcode), entry);
      }
      firstName[entry] = nameTexts.add(place.names());
      for (var other : counterparts.get(entry)) {
        nameTexts.lend(sorted.get(other.entry()).names(), other);
      }
      growUnits(place, entry);
    }
    ids = idTexts.done();
    pcodes = pcodeTexts.done();
    byId = codes.done();
    names = nameTexts.done(costs);
  }

  private void growUnits(IndexedPlace place, int entry) {
    for (int level = 0; level <= 3; level++) {
      var unit = place.unit(level);
      if (!unit.isEmpty()) {
        units.computeIfAbsent(unit, _ -> new int[] {entry, entry})[1] = entry + 1;
      }
    }
  }

  int size() {
    return levels.length;
  }

  /** The run of entries of a unit with its subtree, or an empty run for a unit nobody knows. */
  int[] run(String unit) {
    return units.getOrDefault(unit, new int[] {0, 0});
  }

  /** The entries of those ids, with their subtrees. */
  BitSet of(Set<String> wanted) {
    var found = new BitSet(size());
    for (var id : wanted) {
      var run = run(id);
      found.set(run[0], run[1]);
      byId.find(
          hash(id),
          entry -> {
            if (ids.equals(entry, id)) {
              found.set(entry);
            }
          });
    }
    return found;
  }

  int[] everywhere() {
    return new int[] {0, size()};
  }

  /** Candidates for what somebody wrote, likeliest first, at most {@code limit}. */
  List<Candidate> find(String written, int[] run, IntPredicate fits, int limit) {
    return find(List.of(written), run, fits, limit);
  }

  /** The same for several spellings of one place: each may match, and every match counts. */
  List<Candidate> find(List<String> spellings, int[] run, IntPredicate fits, int limit) {
    var all = new HashMap<Integer, Found>();
    for (var written : spellings) {
      findOne(written, run, fits, limit)
          .forEach((entry, found) -> all.merge(entry, found, Found::or));
    }
    return all.values().stream()
        .sorted(likeliestFirst())
        .limit(limit)
        .map(this::candidate)
        .toList();
  }

  private Map<Integer, Found> findOne(String written, int[] run, IntPredicate fits, int limit) {
    var found = new HashMap<Integer, Found>();
    byId.find(
        hash(written.strip()),
        entry -> {
          boolean same =
              ids.equals(entry, written.strip()) || pcodes.equals(entry, written.strip());
          if (same && within(entry, run) && fits.test(entry)) {
            found.put(entry, new Found(entry, firstName[entry], Reason.PCODE, 1, 1));
          }
        });
    var folded = Fold.of(written);
    if (!folded.isEmpty()) {
      findFolded(written, folded, run, fits, found);
      if (found.size() < limit) {
        for (var each : compare(folded, run, fits, Math.max(RESEMBLING, limit + 20))) {
          double score = resemblance.score(each.features()) * names.certainty(each.name());
          var spelt = new Found(each.entry(), each.name(), Reason.SPELLING, score, score);
          found.merge(each.entry(), spelt, Found::better);
        }
      }
    }
    return found;
  }

  /** A name that sounds like what was asked, and in which ways it resembles it. */
  record Compared(int entry, int name, double[] features) {}

  List<Compared> compare(String folded, int[] run, IntPredicate fits, int limit) {
    var asked = Resemblance.Spelt.of(folded);
    return names.soundingLike(folded, run, fits, limit).stream()
        .map(
            hit -> {
              int entry = names.entry(hit.name());
              var name = Resemblance.Spelt.of(Fold.of(names.text(hit.name())));
              return new Compared(
                  entry, hit.name(), Resemblance.features(asked, name, hit.cost(), seats[entry]));
            })
        .toList();
  }

  private void findFolded(
      String written, String folded, int[] run, IntPredicate fits, Map<Integer, Found> found) {
    names.find(
        folded,
        name -> {
          int entry = names.entry(name);
          if (within(entry, run) && fits.test(entry)) {
            found.merge(entry, called(entry, name, written), Found::better);
          }
        });
  }

  private Found called(int entry, int name, String written) {
    if (names.isLent(name)) {
      double score = LENT * names.certainty(name);
      return new Found(entry, name, Reason.OTHER_PROVIDER, score, score);
    }
    boolean exact = names.text(name).equalsIgnoreCase(written.strip());
    boolean primary = name == firstName[entry];
    double score = exact ? 1 : 0.98;
    var reason = !primary ? Reason.ALTERNATIVE : exact ? Reason.EXACT : Reason.FOLDED;
    return new Found(entry, name, reason, score, score);
  }

  /**
   * An entry found under a name.
   *
   * @param sum of the scores under all spellings asked: of two as likely, the one that more say
   */
  private record Found(int entry, int name, Reason reason, double score, double sum) {
    Found better(Found other) {
      boolean surer = other.score == score && other.reason.compareTo(reason) < 0;
      return other.score > score || surer ? other : this;
    }

    Found or(Found other) {
      var best = better(other);
      return new Found(entry, best.name, best.reason, best.score, sum + other.sum);
    }
  }

  private Comparator<Found> likeliestFirst() {
    return Comparator.comparingDouble(Found::score)
        .thenComparing(Found::sum)
        .reversed()
        .thenComparing(found -> seats[found.entry])
        .thenComparing(Found::reason)
        .thenComparing(found -> levels[found.entry])
        .thenComparing(Found::entry);
  }

  private static boolean within(int entry, int[] run) {
    return entry >= run[0] && entry < run[1];
  }

  private Candidate candidate(Found found) {
    int entry = found.entry;
    return new Candidate(
        ids.get(entry),
        level(entry),
        seats[entry],
        names.text(firstName[entry]),
        names.text(found.name),
        found.reason,
        found.score,
        lats[entry],
        lons[entry],
        names.isLent(found.name) ? ids.get(names.lender(found.name)) : null);
  }

  String nameOf(int name) {
    return names.text(name);
  }

  PlaceLevel level(int entry) {
    return PlaceLevel.values()[levels[entry]];
  }

  boolean isOf(int entry, String provider) {
    return providers[entry].equals(provider);
  }

  /** Whether an entry stood on a day, as far as its provider says. */
  boolean stoodOn(int entry, LocalDate day) {
    return firstDays[entry] <= day.toEpochDay() && day.toEpochDay() <= lastDays[entry];
  }

  boolean inBox(int entry, BoundingBox box) {
    return box.contains(lats[entry], lons[entry]);
  }

  private static int hash(String text) {
    return Arrays.hashCode(text.getBytes(StandardCharsets.UTF_8));
  }
}
