package org.toguna.cases.gazetteer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.toguna.kit.names.Fold;

/**
 * The names under which entries are found, in flat arrays in the order of the entries: of each its
 * own, the provider's first, then those that its {@link Counterparts} lend.
 */
final class IndexedNames {
  private static final int OWN = -1;

  private final Texts texts;
  private final int[] entries;
  private final int[] lenders;
  private final byte[] certainties;
  private final SortedHashes byFolded;
  private final SpellingIndex bySound;

  private IndexedNames(Writer writer, SpellingCosts costs) {
    texts = writer.texts.done();
    entries = writer.entries.toArray();
    lenders = writer.lenders.toArray();
    certainties = writer.certainties.toByteArray();
    byFolded = writer.folded.done();
    bySound = writer.forms.done(costs);
  }

  String text(int name) {
    return texts.get(name);
  }

  int entry(int name) {
    return entries[name];
  }

  boolean isLent(int name) {
    return lenders[name] != OWN;
  }

  /** The entry that lends a name. */
  int lender(int name) {
    return lenders[name];
  }

  /** How likely a name's lender is the entry itself, from 0 to 1; of its own names 1. */
  double certainty(int name) {
    return certainties[name] / 100.0;
  }

  /** Every name that is the same without accents, case, hyphens and gaps. */
  void find(String folded, IntConsumer each) {
    var squeezed = squeeze(folded);
    byFolded.find(
        hash(squeezed),
        name -> {
          if (squeeze(Fold.of(text(name))).equals(squeezed)) {
            each.accept(name);
          }
        });
  }

  /** Names of a run of entries that sound alike, the cheapest to explain first. */
  List<SpellingIndex.Hit> soundingLike(String folded, int[] run, IntPredicate fits, int limit) {
    return bySound.find(
        SoundForms.of(folded), run, entries, name -> fits.test(entries[name]), limit);
  }

  private static String squeeze(String folded) {
    return folded.replace(" ", "");
  }

  private static int hash(String text) {
    return Arrays.hashCode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Collects the names, entry by entry. */
  static final class Writer {
    private final Texts.Writer texts = new Texts.Writer();
    private final IntList entries = new IntList();
    private final IntList lenders = new IntList();
    private final ByteArrayOutputStream certainties = new ByteArrayOutputStream();
    private final SortedHashes.Writer folded = new SortedHashes.Writer();
    private final SpellingIndex.Writer forms = new SpellingIndex.Writer();
    private final Set<String> known = new HashSet<>();
    private int entry = -1;

    /** Begins the next entry with its own names; tells the number of the first. */
    int add(Stream<String> own) {
      int first = entries.size();
      entry++;
      known.clear();
      own.forEach(name -> add(name, known.add(Fold.of(name)), OWN, 1));
      return first;
    }

    /** Adds what of a counterpart's names the entry does not bear itself. */
    void lend(Stream<String> names, Counterparts.Counterpart lender) {
      names
          .filter(name -> known.add(Fold.of(name)))
          .forEach(name -> add(name, true, lender.entry(), lender.certainty()));
    }

    private void add(String name, boolean isNew, int lender, double certainty) {
      var plain = Fold.of(name);
      int number = entries.size();
      texts.add(name);
      entries.add(entry);
      lenders.add(lender);
      certainties.write((int) Math.round(100 * certainty));
      folded.add(hash(squeeze(plain)), number);
      if (isNew && !plain.isEmpty()) {
        forms.add(SoundForms.of(plain), number);
      }
    }

    IndexedNames done(SpellingCosts costs) {
      return new IndexedNames(this, costs);
    }
  }
}
