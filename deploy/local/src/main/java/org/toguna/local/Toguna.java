package org.toguna.local;

import java.util.List;
import org.toguna.parts.PartFailed;
import org.toguna.parts.QuietLogging;

/** What the {@code toguna} script runs once it has found a JDK and built the project. */
public final class Toguna {

  private Toguna() {}

  public static void main(String[] arguments) {
    QuietLogging.start();
    try {
      System.exit(run(List.of(arguments)));
    } catch (PartFailed | UsageFailed e) {
      System.err.println("toguna: " + e.getMessage());
      System.exit(e instanceof UsageFailed ? 2 : 1);
    }
  }

  private static int run(List<String> arguments) {
    var command = arguments.isEmpty() ? "help" : arguments.getFirst();
    var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    return switch (command) {
      case "up" -> up(Options.of(rest, Options.UP), rest);
      case "down" -> new Down(home(rest)).run();
      case "status" -> new Status(home(rest)).run();
      case "reset" -> new Reset(Options.of(rest, Options.RESET)).run();
      case "audit" -> audit(rest);
      case "scrub" -> new Scrub(home(rest)).run();
      case "token" -> new MintToken(Options.of(rest, Options.TOKEN)).run();
      default ->
          throw new UsageFailed(
              "there is no command \"%s\"; `./toguna help` lists them".formatted(command));
    };
  }

  private static int up(Options options, List<String> words) {
    if (options.has("detach")) {
      var others = words.stream().filter(word -> !word.equals("--detach")).toList();
      return new Detached(Home.of(options), others).run();
    }
    return Stack.of(options).run();
  }

  private static int audit(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("verify")) {
      throw new UsageFailed("audit knows one thing: `./toguna audit verify`");
    }
    return new VerifyAudit(home(words.subList(1, words.size()))).run();
  }

  private static Home home(List<String> words) {
    return Home.of(Options.of(words, Options.PLACE));
  }
}
