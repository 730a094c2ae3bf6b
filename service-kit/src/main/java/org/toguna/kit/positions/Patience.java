package org.toguna.kit.positions;

import io.quarkus.arc.All;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Lets a request wait, not for long and not many at once, for what its client has just written. */
@Singleton
class Patience {

  private static final int MOST_POSITIONS = 10;
  private static final int MOST_WAITING = 200;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Semaphore seats = new Semaphore(MOST_WAITING);
  private final Positions positions;
  private final List<PositionHolder> holders;
  private final Duration wait;

  @Inject
  Patience(
      Positions positions,
      @All List<PositionHolder> holders,
      @ConfigProperty(name = "toguna.position.wait") Duration wait) {
    this.positions = positions;
    this.holders = holders;
    this.wait = wait;
  }

  @ServerRequestFilter(priority = 1500)
  void await(ContainerRequestContext request) {
    var header = request.getHeaderString(Positions.HEADER);
    if (header == null) {
      return;
    }
    var tokens = header.split(",");
    if (tokens.length > MOST_POSITIONS) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.header", Positions.HEADER));
    }
    await(Arrays.stream(tokens).map(positions::read).toList());
  }

  void await(List<Position> wanted) {
    if (holders.isEmpty() || wanted.stream().allMatch(this::here)) {
      return;
    }
    if (!BlockingOperationControl.isBlockingAllowed() || !seats.tryAcquire()) {
      throw notHereYet();
    }
    try {
      long deadline = System.nanoTime() + wait.toNanos();
      while (!wanted.stream().allMatch(this::here)) {
        if (System.nanoTime() >= deadline) {
          throw notHereYet();
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } finally {
      seats.release();
    }
  }

  private boolean here(Position position) {
    return holders.stream().anyMatch(holder -> holder.holds(position));
  }

  private static Refusal notHereYet() {
    return new Refusal(ProblemType.NOT_HERE_YET, Phrase.of("not-here-yet.detail"));
  }
}
