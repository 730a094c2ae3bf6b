package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.toguna.parts.EventKeyPair;
import org.toguna.parts.PartFailed;
import org.toguna.parts.RandomSecrets;
import org.toguna.parts.RolePasswords;
import org.toguna.parts.issuer.SigningKey;

/**
 * Passwords and keys of this installation: made at the first start, readable by their owner only.
 */
final class Secrets {

  private final Properties values;

  private Secrets(Properties values) {
    this.values = values;
  }

  static boolean exist(Home home) {
    return Files.exists(home.secrets());
  }

  /** Reads them and makes those that are missing. */
  static Secrets of(Home home) {
    var values = new Properties();
    try {
      if (exist(home)) {
        try (var in = Files.newBufferedReader(home.secrets())) {
          values.load(in);
        }
      }
      var before = values.size();
      complete(values);
      if (values.size() > before) {
        write(home.secrets(), values);
      }
      return new Secrets(values);
    } catch (IOException e) {
      throw new PartFailed("cannot keep the secrets in %s: %s".formatted(home.secrets(), e), e);
    }
  }

  String get(String name) {
    return values.getProperty(name);
  }

  RolePasswords passwords(String service) {
    return new RolePasswords(
        get(service + ".owner"), get(service + ".app"), get(service + ".system"));
  }

  SigningKey issuer() {
    return SigningKey.of(get("issuer"));
  }

  private static void complete(Properties values) {
    add(values, "postgres", RandomSecrets::password);
    add(values, "issuer", () -> SigningKey.generate().encoded());
    add(values, "shared-key", RandomSecrets::key);
    for (var service : Service.values()) {
      for (var role : List.of("owner", "app", "system")) {
        add(values, service.path() + "." + role, RandomSecrets::password);
      }
      add(values, service.path() + ".master-key", RandomSecrets::key);
      add(values, service.path() + ".cursor-key", RandomSecrets::key);
      add(values, service.path() + ".audit-key", RandomSecrets::key);
      if (!values.containsKey(service.path() + ".event-key")) {
        var pair = EventKeyPair.generate();
        values.setProperty(service.path() + ".event-key", pair.seed());
        values.setProperty(service.path() + ".event-public-key", pair.publicKey());
      }
    }
  }

  /** Whose key may speak on which topics: each service on its own. */
  String eventKeys() {
    return Arrays.stream(Service.values())
        .map(service -> service.path() + ".*=" + get(service.path() + ".event-public-key"))
        .collect(Collectors.joining(","));
  }

  private static void add(Properties values, String name, Supplier<String> maker) {
    if (!values.containsKey(name)) {
      values.setProperty(name, maker.get());
    }
  }

  /** Written beside and renamed, so that a full disk never costs a key. */
  private static void write(Path file, Properties values) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = file.resolveSibling("secrets.draft");
    Files.deleteIfExists(draft);
    Files.createFile(draft, owner);
    try (var out = Files.newBufferedWriter(draft)) {
      values.store(
          out, "Whoever has these can read everything. Losing a master key loses its records.");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
