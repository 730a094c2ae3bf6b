package org.toguna.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits at a terminal reads a sentence, not a line of a log. */
class LastWordsTest {

  @TempDir Path directory;

  @Test
  void aComplaintIsToldWithWhatCausedIt() throws IOException {
    assertThat(
            said(
                "{\"level\":\"INFO\",\"message\":\"begins\"}",
                "{\"level\":\"ERROR\",\"message\":\"Failed to start\",\"exception\":{\"message\":\"no room\"}}",
                "{\"level\":\"INFO\",\"message\":\"ends\"}"))
        .isEqualTo("It last said: Failed to start\n  no room");
  }

  @Test
  void withoutAComplaintTheLastMessageIsTold() throws IOException {
    assertThat(
            said(
                "{\"level\":\"INFO\",\"message\":\"migrating to 42\",\"thread\":\"main\"}",
                "{\"level\":\"INFO\",\"mess"))
        .isEqualTo("It last said: migrating to 42");
    assertThat(said("Exception in thread main", "\tat a.B.c(D.java:1)", "\t... 3 more", ""))
        .isEqualTo("It last said: Exception in thread main");
  }

  @Test
  void whoeverSaidNothingSaidNothing() throws IOException {
    assertThat(said("")).isEqualTo("It said nothing.");
    assertThat(LastWords.of(directory.resolve("none.log"))).isEqualTo("It said nothing.");
  }

  @Test
  void whatIsNotReadyIsNamed() {
    assertThat(
            Program.notReady(
                503,
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"database\",\"status\":\"DOWN\"},{\"name\":\"broker\",\"status\":\"UP\"}]}"))
        .isEqualTo("it is not ready, since these are not: database");
    assertThat(Program.notReady(404, "<html>")).isEqualTo("it answers 404");
  }

  private String said(String... lines) throws IOException {
    var log = directory.resolve("some.log");
    Files.writeString(log, String.join("\n", lines));
    return LastWords.of(log);
  }
}
