package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.toguna.local.samples.LoadingFailed;
import org.toguna.local.samples.Samples;
import org.toguna.parts.PartFailed;

/**
 * Decides what a starting stack is filled with: samples once, a gazetteer whenever one is named.
 */
final class FirstContent {

  private final Home home;
  private final Options options;
  private final Voice voice;

  FirstContent(Home home, Options options, Voice voice) {
    this.home = home;
    this.options = options;
    this.voice = voice;
  }

  void load(Layout layout, Secrets secrets) {
    try {
      var samples =
          new Samples(
              layout.address(), layout.issuer(), secrets.issuer(), firstTried(), voice::say);
      if (!options.has("no-samples") && !Files.exists(done())) {
        samples.load();
        Files.writeString(done(), "");
      }
      samples.loadGazetteer(
          options.value("gazetteer").stream()
              .flatMap(files -> Arrays.stream(files.split(",")))
              .map(Path::of)
              .toList());
    } catch (LoadingFailed e) {
      // A registry without samples is of more use than none; the next start tries again.
      voice.say("not everything could be loaded: " + e.getMessage());
    } catch (IOException e) {
      throw new PartFailed("cannot write to " + home.data(), e);
    }
  }

  private Path done() {
    return home.data().resolve("samples.loaded");
  }

  /** The day is part of the content; a try on the next day must not say something else. */
  private LocalDate firstTried() throws IOException {
    var file = home.data().resolve("samples.day");
    if (!Files.exists(file)) {
      Files.writeString(file, LocalDate.now().toString());
    }
    return LocalDate.parse(Files.readString(file).strip());
  }
}
