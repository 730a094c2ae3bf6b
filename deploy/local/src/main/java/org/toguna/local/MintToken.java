package org.toguna.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toguna.parts.issuer.Claims;

/** Prints a bearer token of the stack's own issuer. */
final class MintToken {

  private static final List<String> LEVELS = List.of("GREEN", "AMBER", "AMBER+STRICT", "RED");

  private final Options options;

  MintToken(Options options) {
    this.options = options;
  }

  /** Of those who run the registry, the one that is theirs. */
  private String organisation(String role) {
    if (!role.equals(Claims.OPERATOR)) {
      return options.required("org");
    }
    var said = options.value("org").orElse(Claims.OPERATOR);
    if (!said.equals(Claims.OPERATOR)) {
      throw new UsageFailed(
          "an operator belongs to no partner: leave --org out, or say --org " + Claims.OPERATOR);
    }
    return said;
  }

  int run() {
    var home = Home.of(options);
    if (!Secrets.exist(home)) {
      throw new UsageFailed("there is no key yet to sign with; start the stack once (./toguna up)");
    }
    var role = options.required("role");
    var organisation = organisation(role);
    var issuer =
        StackState.read(home)
            .map(StackState::layout)
            .orElseGet(() -> Layout.of(new Options(Map.of(), Set.of())))
            .issuer();
    options
        .value("clearance")
        .filter(level -> !LEVELS.contains(level))
        .ifPresent(
            level -> {
              throw new UsageFailed(
                  "there is no clearance \"%s\"; there are %s".formatted(level, LEVELS));
            });
    try {
      var claims =
          new Claims(
              issuer,
              Claims.AUDIENCE,
              options.value("user").orElse(role + "-of-" + organisation),
              organisation,
              options.value("clearance").orElse(null),
              Claims.rolesOf(role),
              Instant.now(),
              Duration.ofHours(options.number("hours", 8, 24 * 31)));
      System.out.println(Secrets.of(home).issuer().sign(claims.asMap()));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageFailed(e.getMessage());
    }
  }
}
