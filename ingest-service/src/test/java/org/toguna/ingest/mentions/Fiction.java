package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.List;
import org.toguna.ingest.text.CanonicalText;
import org.toguna.ingest.text.Segments;

/** An invented country with namesakes, and invented people who bear the names of its villages. */
public final class Fiction {

  private Fiction() {}

  public static List<NameEntry> names() {
    var names = new ArrayList<NameEntry>();
    names.add(NameEntry.place("TG", "Tilgara", "country", List.of("TG")));
    unit(names, "TG01", "Wandou", "adm1", "TG", "TG01");
    unit(names, "TG0101", "Sorobé", "adm2", "TG", "TG01", "TG0101");
    unit(names, "TG010101", "Sorobé", "adm3", "TG", "TG01", "TG0101", "TG010101");
    unit(names, "TG0102", "Kelmou", "adm2", "TG", "TG01", "TG0102");
    unit(names, "TG0103", "Dangaba", "adm2", "TG", "TG01", "TG0103");
    village(names, "v:kelmou-1", "Kelmou", "TG", "TG01", "TG0102");
    village(names, "v:kelmou-2", "Kelmou", "TG", "TG01", "TG0103");
    village(names, "v:sorobe", "Sorobé", "TG", "TG01", "TG0101", "TG010101");
    village(names, "v:dangaba", "Dangaba", "TG", "TG01", "TG0103");
    village(names, "v:tinsouma", "Tin-Souma", "TG", "TG01", "TG0101");
    village(names, "v:yere-1", "Yéréwo", "TG", "TG01", "TG0101");
    village(names, "v:yere-2", "Yéréwo", "TG", "TG01", "TG0102");
    village(names, "v:pelga", "Pelga", "TG", "TG01", "TG0102");
    village(names, "v:tall", "Tallo", "TG", "TG01", "TG0102");
    village(names, "v:same", "Same", "TG", "TG01", "TG0102");
    village(names, "v:here", "Here", "TG", "TG01", "TG0102");
    village(names, "v:to", "To", "TG", "TG01", "TG0102");
    village(names, "v:bani", "Bani", "TG", "TG01", "TG0102");
    village(names, "v:mars", "Mars", "TG", "TG01", "TG0102");
    village(names, "v:france", "France", "TG", "TG01", "TG0102");
    for (int i = 1; i <= 15; i++) {
      village(names, "v:gourel-" + i, "Gourel-Maro", "TG", "TG01", i % 2 == 0 ? "TG0102" : "TG0103");
    }
    names.add(NameEntry.actor("a:awa", "Awa Bélémou", "person"));
    names.add(NameEntry.actor("a:front", "Jama'at al-Wandou", "armed-group"));
    names.add(NameEntry.actor("a:front", "JAW", "armed-group"));
    names.add(NameEntry.actor("a:hunters", "Brotherhood of Kelmou", "self-defence"));
    names.add(NameEntry.actor("a:council-1", "Council of Elders", "mediation-body"));
    names.add(NameEntry.actor("a:council-2", "Council of Elders", "mediation-body"));
    names.add(NameEntry.actor("a:club", "the association", "mediation-body"));
    return names;
  }

  private static void unit(
      List<NameEntry> names, String id, String name, String level, String... path) {
    names.add(NameEntry.place(id, name, level, List.of(path)));
  }

  private static void village(List<NameEntry> names, String id, String name, String... path) {
    names.add(NameEntry.place(id, name, "village", List.of(path)));
  }

  public static Segments segments(String text) {
    return Segments.of(CanonicalText.of(text));
  }

  public static List<Mention> mentions(String text, String language) {
    return mentions(text, language, Publication.UNKNOWN);
  }

  public static List<Mention> mentions(String text, String language, Publication published) {
    return new MentionReader(List.of(NameDictionary.of(names())))
        .read(segments(text), language, published);
  }
}
