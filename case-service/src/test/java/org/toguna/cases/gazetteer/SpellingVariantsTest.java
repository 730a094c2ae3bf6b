package org.toguna.cases.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.toguna.cases.gazetteer.SpellingSample.Share;

/** How well real spellings find their villages, on the half that nothing was tuned on. */
class SpellingVariantsTest {
  private static final Logger LOG = Logger.getLogger(SpellingVariantsTest.class);

  @Test
  void respeltVillagesAreFoundFarMoreOftenThanByLettersAlone() {
    assumeThat(SpellingSample.data()).exists();
    var sample = SpellingSample.read(SpellingSample.data());
    var before = usedMemory();
    var index = new PlaceIndex(sample.places());
    long bytes = usedMemory() - before;
    var variants = sample.otherHalf();

    var anywhere = SpellingSample.measure(index, variants, false);
    long start = System.nanoTime();
    var again = SpellingSample.measure(index, variants, false);
    var took = Duration.ofNanos(System.nanoTime() - start);
    var cercle = SpellingSample.measure(index, variants, true);

    LOG.infof(
        "MEASURED %d variants: anywhere %s, in the cercle %s, %d lookups/s, index %d kB",
        variants.size(), anywhere, cercle, variants.size() * 1000L / took.toMillis(), bytes / 1024);
    assertThat(again).isEqualTo(anywhere);
    assertAtLeast(anywhere, new Share(0.50, 0.785));
    assertAtLeast(cercle, new Share(0.785, 0.95));
    assertThat(bytes).isLessThan(10 << 20);
  }

  /**
   * The spellings of the sample are those of the other provider, so this says that its names lead
   * to the village beside it, and nothing of spellings that no provider has.
   */
  @Test
  void anotherProvidersNameLeadsToTheVillageThatLiesBesideItsEntry() {
    assumeThat(SpellingSample.data()).exists();
    var sample = SpellingSample.read(SpellingSample.data());
    var places = new ArrayList<>(sample.places());
    places.addAll(SpellingSample.places("mali_places_geonames.csv"));
    var before = usedMemory();
    long start = System.nanoTime();
    var index = new PlaceIndex(places);
    var took = Duration.ofNanos(System.nanoTime() - start);
    long bytes = usedMemory() - before;

    var anywhere = SpellingSample.measure(index, sample.otherHalf(), false);
    var cercle = SpellingSample.measure(index, sample.otherHalf(), true);

    LOG.infof(
        "MEASURED with another provider beside: anywhere %s, in the cercle %s, index %d kB in %s",
        anywhere, cercle, bytes / 1024, took);
    assertAtLeast(anywhere, new Share(0.70, 0.85));
    assertAtLeast(cercle, new Share(0.88, 0.97));
    assertThat(bytes).isLessThan(20 << 20);
  }

  private static void assertAtLeast(Share found, Share expected) {
    assertThat(found.first()).isGreaterThanOrEqualTo(expected.first());
    assertThat(found.firstFive()).isGreaterThanOrEqualTo(expected.firstFive());
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
