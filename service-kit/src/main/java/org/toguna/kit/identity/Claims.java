package org.toguna.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Reads a token's claims; what is missing means the least, what is malformed means no entry. */
final class Claims {

  private Claims() {}

  /** As the token says it; null where it says none. */
  static @Nullable String organisation(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? text(token.getClaim("organisation"))
        : null;
  }

  static Reader reader(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw malformed("sub");
    }
    return reader(
        token.getClaim("organisation"),
        token.getSubject(),
        token.getClaim("clearance"),
        identity.getRoles());
  }

  static Reader reader(
      @Nullable Object organisation,
      @Nullable String subject,
      @Nullable Object clearance,
      Collection<String> groups) {
    if (!(text(organisation) instanceof String name) || name.equals(Reader.WITHOUT_SIGNING_IN)) {
      throw malformed("organisation");
    }
    if (subject == null || subject.isBlank()) {
      throw malformed("sub");
    }
    var roles = EnumSet.noneOf(Role.class);
    groups.stream().map(Role::named).flatMap(Optional::stream).forEach(roles::add);
    try {
      return new Reader(name, name + "/" + subject, roles, clearance(clearance));
    } catch (IllegalArgumentException e) {
      throw malformed("organisation, sub");
    }
  }

  private static Tlp clearance(@Nullable Object claim) {
    if (claim == null) {
      return Tlp.GREEN;
    }
    try {
      return Tlp.of(String.valueOf(text(claim)));
    } catch (IllegalArgumentException e) {
      throw malformed("clearance");
    }
  }

  /** Claims come as Java strings or as JSON strings, depending on who parsed them. */
  private static @Nullable String text(@Nullable Object claim) {
    return switch (claim) {
      case String text -> text;
      case jakarta.json.JsonString text -> text.getString();
      case null, default -> null;
    };
  }

  private static Refusal malformed(String claim) {
    return new Refusal(ProblemType.NOT_ALLOWED, Phrase.of("not-allowed.detail.claims", claim));
  }
}
