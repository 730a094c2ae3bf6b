package org.toguna.kit.codelists;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Nearest;
import org.toguna.kit.values.Flaw;

/**
 * The code lists of this service: {@code codelists/index} on its class path names them, {@code
 * codelists/<name>.yaml} holds each.
 */
@Singleton
public class CodeLists {

  private static final ObjectReader YAML = new YAMLMapper().readerFor(CodeList.class);

  private final Map<String, CodeList> lists;
  private final Map<String, Map<String, CodeList.Entry>> entries = new TreeMap<>();

  @Inject
  CodeLists() {
    this(Thread.currentThread().getContextClassLoader());
  }

  public CodeLists(ClassLoader classes) {
    this(read(classes));
  }

  public CodeLists(Collection<CodeList> given) {
    var byName = new TreeMap<String, CodeList>();
    for (var list : given) {
      var codes = new TreeMap<String, CodeList.Entry>();
      list.entries().forEach(entry -> codes.put(entry.code(), entry));
      if (byName.put(list.name(), list) != null || codes.size() != list.entries().size()) {
        throw new IllegalStateException("Twice the same name or code in " + list.name());
      }
      entries.put(list.name(), codes);
    }
    this.lists = Collections.unmodifiableMap(byName);
  }

  public Collection<CodeList> all() {
    return lists.values();
  }

  public Optional<CodeList> named(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  /** Empty where the code is on the list, or absent; else a flaw that names the nearest code. */
  public Optional<Flaw> check(String list, @Nullable String code, String pointer) {
    var known = entries.get(list);
    if (known == null) {
      throw new IllegalArgumentException("No code list " + list);
    }
    if (code == null || known.containsKey(code)) {
      return Optional.empty();
    }
    var shown = code.length() <= 60 ? code : code.substring(0, 60) + "…";
    var near = Nearest.to(code, known.keySet()).map(" Did you mean \"%s\"?"::formatted).orElse("");
    return Optional.of(
        new Flaw(
            pointer,
            "unknown-code",
            "\"%s\" is not on the code list %s.%s".formatted(shown, list, near)));
  }

  /** The label in that language; the code itself where the list does not know it. */
  public String label(String list, String code, Locale language) {
    var entry = entries.getOrDefault(list, Map.of()).get(code);
    return entry == null ? code : in(entry.label(), language);
  }

  static String in(Map<String, String> label, Locale language) {
    var said = label.get(language.getLanguage());
    return said != null ? said : label.getOrDefault("en", "");
  }

  private static Collection<CodeList> read(ClassLoader classes) {
    try (var index = classes.getResourceAsStream("codelists/index")) {
      if (index == null) {
        return List.of();
      }
      return new String(index.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(name -> !name.isBlank())
          .map(name -> read(classes, name.strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CodeList read(ClassLoader classes, String name) {
    try (var file = classes.getResourceAsStream("codelists/" + name + ".yaml")) {
      if (file == null) {
        throw new IllegalStateException("codelists/index names " + name + ", which is not there");
      }
      return YAML.readValue(file);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
