package org.toguna.ingest.mentions;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.toguna.ingest.text.CanonicalText;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Shared;

/** The real gazetteer and the actors of two real reports, read by path and never copied. */
public final class Reference {

  private Reference() {}

  public static List<NameEntry> places() {
    var units = new LinkedHashMap<String, NameEntry>();
    units.put("ML", NameEntry.place("ML", "Mali", "country", List.of("ML")));
    var places = new ArrayList<NameEntry>();
    try {
      for (var line :
          Files.readAllLines(Shared.path("data/reference/places/mali_places_cod.csv"))
              .subList(1, 18_770)) {
        var c = cells(line);
        unit(units, c.get(12), c.get(11), "adm1", List.of("ML", c.get(12)));
        unit(units, c.get(14), c.get(13), "adm2", List.of("ML", c.get(12), c.get(14)));
        var path = List.of("ML", c.get(12), c.get(14), c.get(16));
        unit(units, c.get(16), c.get(15), "adm3", path);
        places.add(NameEntry.place(c.get(0), c.get(3), "village", path));
        for (var other : c.get(5).split("[;|]")) {
          if (!other.isBlank()) {
            places.add(NameEntry.place(c.get(0), other.strip(), "village", path));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    places.addAll(units.values());
    return places;
  }

  private static void unit(
      LinkedHashMap<String, NameEntry> units,
      String code,
      String name,
      String level,
      List<String> path) {
    if (!code.isBlank()) {
      units.putIfAbsent(code, NameEntry.place(code, name, level, path));
    }
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  public static List<NameEntry> actors() {
    try {
      var facts = new YAMLMapper().readTree(Shared.bytes("golden/seed_facts.yaml"));
      var actors = new ArrayList<NameEntry>();
      for (var list : List.of("persons", "groups")) {
        for (var actor : facts.path(list)) {
          var type = list.equals("persons") ? "person" : actor.path("type").asText("group");
          var name = actor.path("name").asText();
          if (!name.equals("unnamed") && name.length() < 50 && !name.contains("'s ")) {
            actors.add(NameEntry.actor(actor.path("id").asText(), name, type));
          }
          for (var alias : actor.path("aliases")) {
            actors.add(NameEntry.actor(actor.path("id").asText(), alias.asText(), type));
          }
        }
      }
      return actors;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Segments seed(String file) {
    return Segments.of(
        CanonicalText.of(new String(Shared.bytes("seeds/" + file), StandardCharsets.UTF_8)));
  }

  public static NameDictionary dictionary() {
    var all = new ArrayList<>(places());
    all.addAll(actors());
    return NameDictionary.of(all);
  }
}
