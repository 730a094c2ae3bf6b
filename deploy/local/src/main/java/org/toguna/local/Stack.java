package org.toguna.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.toguna.parts.BrokerCertificates;
import org.toguna.parts.Databases;
import org.toguna.parts.Kafka;
import org.toguna.parts.Part;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Postgres;
import org.toguna.parts.Topics;

/** The supervisor: starts the parts in order, watches them, and ends them together. */
final class Stack {
  private static final long LEAST_DISK = 600L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** For a JVM that writes its cache at its end. */
  private static final Duration REHEARSAL_PATIENCE = Duration.ofSeconds(600);

  private final Home home;
  private final Layout layout;
  private final Options options;
  private final boolean rehearsal;
  private final Voice voice;
  private final List<Watch> watches = new ArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread starter = Thread.currentThread();
  private final Set<String> endedByThemselves = ConcurrentHashMap.newKeySet();
  private volatile boolean ready;
  private @Nullable PartFailed failure;
  private @Nullable FileLock lock;

  /**
   * @param rehearsal whether its parts are to note what they load and do
   */
  Stack(Home home, Layout layout, Options options, boolean rehearsal) {
    this.home = home;
    this.layout = layout;
    this.options = options;
    this.rehearsal = rehearsal;
    this.voice = rehearsal ? Voice.silent() : new Voice();
  }

  static Stack of(Options options) {
    return new Stack(Home.of(options), Layout.of(options), options, false);
  }

  /** Returns when the stack was asked to end and has ended. */
  int run() {
    prepare();
    Runtime.getRuntime().addShutdownHook(new Thread(this::endFromOutside, "end"));
    try {
      start();
      asked.await();
      return 0;
    } catch (InterruptedException e) {
      return 0;
    } finally {
      Thread.interrupted(); // what follows must run to its end
      end(PATIENCE);
    }
  }

  /**
   * Starts all, takes in the samples and ends. Whoever interrupts this thread cuts it short. If one
   * part cannot do its work, what the others have noted is kept.
   *
   * @return the parts that ended by themselves, and so have noted what they did
   */
  Set<String> rehearse() {
    prepare();
    try {
      start();
    } catch (PartFailed e) {
      failure = e;
    }
    try {
      end(REHEARSAL_PATIENCE);
      return Set.copyOf(endedByThemselves);
    } finally {
      watches.forEach(Watch::kill);
      letGo();
    }
  }

  /** Why the rehearsal was not finished. */
  Optional<PartFailed> failure() {
    return Optional.ofNullable(failure);
  }

  private void prepare() {
    home.create();
    if (!takeLock()) {
      var state = StackState.read(home);
      throw new PartFailed(
          "the stack is running already%s. `./toguna down` ends it."
              .formatted(
                  state
                      .map(
                          s ->
                              " (process %d, %s)"
                                  .formatted(s.supervisor().pid(), s.layout().address()))
                      .orElse("")));
    }
    StackState.read(home).ifPresent(this::clearAfter);
    assertDisk();
  }

  /** A supervisor that was killed leaves its parts behind. */
  private void clearAfter(StackState earlier) {
    earlier.endLeftovers();
    try {
      Files.delete(home.state());
    } catch (IOException e) {
      throw new PartFailed("cannot remove " + home.state(), e);
    }
  }

  private void assertDisk() {
    var free = home.data().toFile().getUsableSpace();
    if (free < LEAST_DISK) {
      throw new PartFailed(
          "the disk is nearly full: %d MB are free at %s, at least %d MB are needed. Free some, or choose another place with --data DIR."
              .formatted(free >> 20, home.data(), LEAST_DISK >> 20));
    }
  }

  private void start() {
    var secrets = Secrets.of(home);
    var postgres =
        new Postgres(
            home.data().resolve("postgres"), layout.postgres(), secrets.get("postgres"), Map.of());
    var kafka =
        new Kafka(
            home.data().resolve("kafka"),
            layout.kafka(),
            () -> AotCache.ofClassPath(home, "kafka").options(rehearsal),
            BrokerCertificates.in(home.broker()),
            Topics.under(Topics.PREFIX));
    postgres.endPrevious();
    layout.assertFree();
    if (!rehearsal) {
      writeState(); // so that it can be ended while it rehearses
      new Rehearsal(home, voice).holdOnce();
    }
    if (asked.getCount() == 0) {
      return;
    }
    var services = new ArrayList<Part>();
    for (var service : Service.values()) {
      services.add(
          service.program(home, layout, secrets, postgres.url(service.database()), rehearsal));
    }
    voice.say("starting PostgreSQL, Kafka and the origin; data and logs are in " + home.data());
    var database = watch(postgres);
    var broker = watch(kafka);
    watch(OriginProgram.of(home, layout, secrets, rehearsal));
    database.awaitFirstReady();
    for (var service : Service.values()) {
      Databases.create(
          postgres.superuserUrl("postgres"), service.database(), secrets.passwords(service.path()));
    }
    broker.awaitFirstReady();
    voice.say("databases and topics are in place; starting the three services");
    services.forEach(this::watch);
    watches.forEach(Watch::awaitFirstReady);
    new FirstContent(home, options, voice).load(layout, secrets);
    if (rehearsal) {
      return;
    }
    voice.say("Toguna is up: " + layout.address());
    voice.sayPlainly(
        Invitation.at(
            layout.address(),
            options.file("data").map(path -> " --data " + home.data()).orElse("")));
    ready = true;
    writeState();
  }

  private Watch watch(Part part) {
    var watch = new Watch(part, voice, this::writeState, () -> asked.getCount() == 0);
    synchronized (watches) {
      watches.add(watch);
    }
    watch.begin();
    return watch;
  }

  private synchronized void writeState() {
    if (asked.getCount() == 0) {
      return;
    }
    var parts = new LinkedHashMap<String, StackState.PartState>();
    synchronized (watches) {
      watches.forEach(watch -> parts.put(watch.name(), watch.state()));
    }
    new StackState(ProcessMark.of(ProcessHandle.current().pid()), ready, layout, parts).write(home);
  }

  private void endFromOutside() {
    starter.interrupt(); // first: once it is asked, nothing may disturb it while it ends
    asked.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Services first, so that none of them misses what it stands on. */
  private void end(Duration patience) {
    asked.countDown();
    voice.say("ending");
    synchronized (watches) {
      var services = watches.stream().filter(watch -> isService(watch.name())).toList();
      var others = watches.stream().filter(watch -> !isService(watch.name())).toList();
      allEnd(services, patience);
      allEnd(others, patience);
      watches.forEach(Watch::kill); // whoever was cut short leaves nothing running all the same
    }
    letGo();
    voice.say("all parts have ended; the data stays in " + home.data());
    ended.countDown();
  }

  private void allEnd(List<Watch> watches, Duration patience) {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      hands.invokeAll(
          watches.stream()
              .map(
                  watch ->
                      (Callable<Boolean>)
                          () -> watch.end(patience) && endedByThemselves.add(watch.name()))
              .toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void letGo() {
    try {
      Files.deleteIfExists(home.state());
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      voice.say("could not remove " + home.state());
    }
  }

  private static boolean isService(String name) {
    return name.endsWith("-service") || name.equals("origin");
  }

  private boolean takeLock() {
    try {
      @SuppressWarnings("resource") // held until the process ends
      var channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      throw new PartFailed("cannot write to %s: %s".formatted(home.data(), e.getMessage()), e);
    }
  }
}
