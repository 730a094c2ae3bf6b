package org.toguna.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options of one command, checked against those it knows. */
public record Options(Map<String, String> values, Set<String> flags) {

  /** A trailing "=" marks an option that takes a value. */
  static final Set<String> PLACE = Set.of("data=");

  static final Set<String> UP =
      Set.of(
          "data=",
          "detach",
          "port=",
          "cases-port=",
          "actors-port=",
          "ingest-port=",
          "postgres-port=",
          "kafka-port=",
          "gazetteer=",
          "no-samples");
  static final Set<String> RESET = Set.of("data=", "yes");
  static final Set<String> TOKEN =
      Set.of("data=", "role=", "org=", "clearance=", "user=", "hours=");

  public static Options of(List<String> words, Set<String> known) {
    var values = new HashMap<String, String>();
    var flags = new HashSet<String>();
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var sign = word.indexOf('=');
      var name = word.replaceFirst("^--", "").replaceFirst("=.*", "");
      if (word.startsWith("--") && known.contains(name + "=")) {
        if (sign < 0 && i + 1 == words.size()) {
          throw new UsageFailed("--%s needs a value".formatted(name));
        }
        values.put(name, sign < 0 ? words.get(++i) : word.substring(sign + 1));
      } else if (word.startsWith("--") && known.contains(name) && sign < 0) {
        flags.add(name);
      } else {
        var names = new TreeSet<String>();
        known.forEach(option -> names.add("--" + option.replace("=", " …")));
        throw new UsageFailed(
            "there is no option \"%s\" here; there are %s"
                .formatted(word, String.join(", ", names)));
      }
    }
    return new Options(values, flags);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Optional<Path> file(String name) {
    return value(name).map(Path::of).map(Path::toAbsolutePath);
  }

  String required(String name) {
    return value(name).orElseThrow(() -> new UsageFailed("--%s is needed".formatted(name)));
  }

  int number(String name, int otherwise, int most) {
    try {
      var number = value(name).map(Integer::parseInt).orElse(otherwise);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageFailed("--%s takes a number from 1 to %d".formatted(name, most));
  }
}
