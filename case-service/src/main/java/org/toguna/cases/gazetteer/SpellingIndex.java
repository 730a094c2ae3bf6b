package org.toguna.cases.gazetteer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.toguna.cases.gazetteer.SoundForms.Form;

/**
 * Finds the names that sound like another: pairs of neighbouring letters bring a few hundred near,
 * the costs of spelling put them in order.
 */
final class SpellingIndex {
  private static final int EDGE = SpellingCosts.LETTERS;
  private static final int SYMBOLS = EDGE + 1;

  /** So many names are compared letter by letter: more gain nothing, fewer lose some. */
  private static final int COMPARED = 150;

  /** A name that shares less of what was asked is not worth its division. */
  private static final float LEAST_SHARED = 0.2f;

  /** Among so many names there are enough that share more. */
  private static final int MANY = 8_000;

  private static final float LEAST_SHARED_OF_MANY = 0.35f;

  /** A unit so small is compared as a whole. */
  private static final int SMALL = 500;

  /** Dearer than this, for a letter asked, two names have nothing in common but their letters. */
  private static final int DEAREST_PER_LETTER = 190;

  private static final int DEAREST_BASE = 350;

  private final SpellingCosts costs;
  private final byte[] sounds;
  private final int[] ends;
  private final int[] nameOfForm;
  private final byte[] omissions;
  private final int[][] formsWithPair;
  private final float[] pairWeights;
  private final float[] formWeights;
  private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

  /** A name found, with the cost of having been spelt so. */
  record Hit(int name, int cost) {}

  /** What a lookup writes on, kept for the next one. */
  private record Scratch(float[] shared, int[] near, byte[] hundredths, int[] above, int[] row) {}

  private SpellingIndex(SpellingCosts costs, Writer writer) {
    this.costs = costs;
    sounds = writer.sounds.toByteArray();
    ends = writer.ends.toArray();
    nameOfForm = writer.names.toArray();
    var omitted = writer.omissions.toArray();
    omissions = new byte[omitted.length];
    for (int form = 0; form < omitted.length; form++) {
      omissions[form] = (byte) omitted[form];
    }
    var lists = new IntList[SYMBOLS * SYMBOLS];
    for (int form = 0; form < ends.length; form++) {
      for (int pair : pairs(sounds, start(form), ends[form])) {
        if (lists[pair] == null) {
          lists[pair] = new IntList();
        }
        lists[pair].add(form);
      }
    }
    formsWithPair = new int[lists.length][];
    pairWeights = new float[lists.length];
    for (int pair = 0; pair < lists.length; pair++) {
      formsWithPair[pair] = lists[pair] == null ? new int[0] : lists[pair].toArray();
      pairWeights[pair] =
          (float) Math.log(1.0 + (double) ends.length / (1 + formsWithPair[pair].length));
    }
    formWeights = new float[ends.length];
    for (int form = 0; form < ends.length; form++) {
      formWeights[form] = weight(pairs(sounds, start(form), ends[form]));
    }
  }

  /**
   * Names of a run of entries that sound alike, the cheapest to explain first.
   *
   * @param fits which names may be found: others do not take their places
   */
  List<Hit> find(SoundForms asked, int[] run, int[] entryOfName, IntPredicate fits, int limit) {
    var best = new HashMap<Integer, Integer>();
    var scratch = scratches.poll();
    if (scratch == null) {
      int row = SoundForms.LONGEST + 2;
      scratch =
          new Scratch(
              new float[ends.length],
              new int[ends.length],
              new byte[ends.length],
              new int[row],
              new int[row]);
    }
    int first = firstForm(run[0], entryOfName);
    int last = firstForm(run[1], entryOfName);
    for (var form : asked.forms()) {
      compare(form, first, last, fits, limit, scratch, best);
    }
    scratches.add(scratch);
    return best.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(hit -> new Hit(hit.getKey(), hit.getValue()))
        .toList();
  }

  private void compare(
      Form form,
      int first,
      int last,
      IntPredicate fits,
      int limit,
      Scratch scratch,
      Map<Integer, Integer> best) {
    var asked = SpellingCosts.encode(form.sound());
    int added = costs.added(form);
    int dearest = DEAREST_BASE + DEAREST_PER_LETTER * asked.length;
    var kept = new PriorityQueue<Integer>(Comparator.reverseOrder());
    for (int candidate : near(asked, first, last, fits, scratch)) {
      int omitted = costs.omit[omissions[candidate]];
      int cost =
          costs.between(
                  sounds,
                  start(candidate),
                  ends[candidate],
                  asked,
                  dearest - added - omitted,
                  scratch.above,
                  scratch.row)
              + omitted
              + added;
      if (cost <= dearest) {
        best.merge(nameOfForm[candidate], cost, Math::min);
        kept.add(cost);
        if (kept.size() > limit) {
          // Nobody asked for more than the limit: what is dearer need not be finished.
          kept.remove();
          dearest = kept.element();
        }
      }
    }
  }

  private int[] near(byte[] asked, int first, int last, IntPredicate fits, Scratch scratch) {
    if (last - first <= SMALL) {
      return IntStream.range(first, last).filter(form -> fits.test(nameOfForm[form])).toArray();
    }
    float[] shared = scratch.shared;
    Arrays.fill(shared, first, last, 0);
    int[] pairs = pairs(asked, 0, asked.length);
    for (int pair : pairs) {
      float weight = pairWeights[pair];
      int[] forms = formsWithPair[pair];
      for (int i = from(forms, first); i < forms.length && forms[i] < last; i++) {
        shared[forms[i]] += weight;
      }
    }
    return nearest(weight(pairs), first, last, fits, scratch);
  }

  /** Keeps the best by Dice's coefficient, found by counting into hundredths. */
  private int[] nearest(float weight, int first, int last, IntPredicate fits, Scratch scratch) {
    float[] shared = scratch.shared;
    int[] histogram = new int[102];
    float enough = weight * (last - first > MANY ? LEAST_SHARED_OF_MANY : LEAST_SHARED);
    int some = 0;
    for (int form = first; form < last; form++) {
      if (shared[form] >= enough && fits.test(nameOfForm[form])) {
        int hundredths = Math.min(100, (int) (200 * shared[form] / (weight + formWeights[form])));
        histogram[hundredths]++;
        scratch.near[some] = form;
        scratch.hundredths[some++] = (byte) hundredths;
      }
    }
    int least = 101;
    int count = 0;
    while (least > 1 && count < COMPARED) {
      count += histogram[--least];
    }
    return bestFirst(scratch, some, histogram, least, count);
  }

  private static int[] bestFirst(Scratch scratch, int some, int[] histogram, int least, int count) {
    int[] next = new int[102];
    for (int hundredths = 100; hundredths >= least; hundredths--) {
      next[hundredths] = next[hundredths + 1] + histogram[hundredths + 1];
    }
    var kept = new int[count];
    for (int i = 0; i < some; i++) {
      if (scratch.hundredths[i] >= least) {
        kept[next[scratch.hundredths[i]]++] = scratch.near[i];
      }
    }
    return kept;
  }

  private float weight(int[] pairs) {
    float weight = 0;
    for (int pair : pairs) {
      weight += pairWeights[pair];
    }
    return weight;
  }

  private static int from(int[] forms, int first) {
    int at = Arrays.binarySearch(forms, first);
    return at < 0 ? -at - 1 : at;
  }

  private int firstForm(int entry, int[] entryOfName) {
    int low = 0;
    int high = nameOfForm.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entryOfName[nameOfForm[middle]] < entry) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int start(int form) {
    return form == 0 ? 0 : ends[form - 1];
  }

  /** The distinct pairs of neighbours, the edges of the word being neighbours too. */
  private static int[] pairs(byte[] sounds, int from, int to) {
    int[] pairs = new int[to - from + 1];
    int before = EDGE;
    for (int i = from; i < to; i++) {
      pairs[i - from] = before * SYMBOLS + sounds[i];
      before = sounds[i];
    }
    pairs[to - from] = before * SYMBOLS + EDGE;
    return Arrays.stream(pairs).distinct().toArray();
  }

  /** Collects the forms of names, which must come in the order of their numbers. */
  static final class Writer {
    private final ByteArrayOutputStream sounds = new ByteArrayOutputStream();
    private final IntList ends = new IntList();
    private final IntList names = new IntList();
    private final IntList omissions = new IntList();

    void add(SoundForms forms, int name) {
      for (var form : forms.forms()) {
        sounds.writeBytes(SpellingCosts.encode(form.sound()));
        ends.add(sounds.size());
        names.add(name);
        omissions.add(form.omission().ordinal());
      }
    }

    SpellingIndex done(SpellingCosts costs) {
      return new SpellingIndex(costs, this);
    }
  }
}
