package org.toguna.kit.identity;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;

/**
 * What the newest token of each person says that was verified here. Whoever is told less by it than
 * by an older one has lost something since, and nothing long-lived goes on by the older.
 */
@Singleton
public class NewestTokens {
  private static final int MOST = 10_000;
  private static final long HOUR = 3600;

  private final ConcurrentHashMap<String, Newest> newest = new ConcurrentHashMap<>();
  private final AtomicLong heard = new AtomicLong();

  private record Newest(Reader reader, long issuedAt, long heard) {}

  /** The second in which a token was issued; 0 if it does not say. */
  public static long issued(JsonWebToken token) {
    Long issued = token.getClaim("iat");
    return issued == null ? 0 : issued;
  }

  /** How much was heard until now; what comes later is news. */
  public long now() {
    return heard.get();
  }

  void heard(Reader reader, long issuedAt) {
    if (newest.size() >= MOST) {
      newest.values().removeIf(one -> one.issuedAt() < issuedAt - HOUR);
    }
    newest.merge(
        reader.person(),
        new Newest(reader, issuedAt, heard.incrementAndGet()),
        (old, now) -> now.issuedAt() >= old.issuedAt() ? now : old);
  }

  /**
   * Whether nothing newer takes from the reader what they had when they began.
   *
   * @param since what {@link #now()} said then
   */
  public boolean stillHolds(Reader reader, long issuedAt, long since) {
    Newest one = newest.get(reader.person());
    return one == null
        || one.heard() <= since
        || one.issuedAt() < issuedAt
        || one.reader().may(Role.READER)
            && one.reader().principals().containsAll(reader.principals());
  }
}
