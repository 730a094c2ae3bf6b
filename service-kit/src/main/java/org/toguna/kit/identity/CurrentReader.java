package org.toguna.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Whoever sent the request at hand, as their token says. */
@RequestScoped
public class CurrentReader {
  /** Where a recognised token keeps what its claims came to. */
  static final String REMEMBERED = "toguna.reader";

  private final SecurityIdentity identity;
  private @Nullable Reader reader;

  CurrentReader(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Nobody in particular where there is no token; a token that contradicts itself is refused. */
  public Reader get() {
    if (reader == null) {
      reader = identity.isAnonymous() ? Reader.anyone() : read();
    }
    return reader;
  }

  private Reader read() {
    return identity.getAttribute(REMEMBERED) instanceof Reader known
        ? known
        : Claims.reader(identity);
  }

  /** For whatever is done in somebody's name, and so never by nobody. */
  public Reader signedIn() {
    if (identity.isAnonymous()) {
      throw new Refusal(ProblemType.NOT_SIGNED_IN, Phrase.of("not-signed-in.detail"));
    }
    return get();
  }

  /** The reader, if they have that role. */
  public Reader allowed(Role role) {
    var signedIn = signedIn();
    if (!signedIn.may(role)) {
      throw new Refusal(ProblemType.NOT_ALLOWED, Phrase.of("not-allowed.detail"));
    }
    return signedIn;
  }
}
