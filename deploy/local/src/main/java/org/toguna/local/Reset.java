package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import org.toguna.parts.PartFailed;

/** Ends the stack and removes all its data, keys included. */
final class Reset {

  private final Home home;
  private final boolean sure;

  Reset(Options options) {
    home = Home.of(options);
    sure = options.has("yes");
  }

  int run() {
    if (!Files.exists(home.secrets())) {
      System.out.println("There is no data of a stack in " + home.data());
      return 0;
    }
    if (!sure && !confirmed()) {
      System.out.println("Nothing was removed.");
      return 1;
    }
    new Down(home).run();
    try (var all = Files.walk(home.data())) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new PartFailed("could not remove everything: " + e.getMessage(), e);
    }
    System.out.println("Removed " + home.data());
    return 0;
  }

  private boolean confirmed() {
    var console = System.console();
    if (console == null) {
      throw new UsageFailed("reset removes all data in %s; say --yes".formatted(home.data()));
    }
    var answer = console.readLine("Remove all records and keys in %s? (yes/no) ", home.data());
    return "yes".equals(answer);
  }
}
