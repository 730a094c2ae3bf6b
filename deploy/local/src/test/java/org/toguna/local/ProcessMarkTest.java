package org.toguna.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is told from another that got its id, whatever anybody does to the clock. */
class ProcessMarkTest {
  private static final String BOOT = "6c1d1c0e-7a0e-4e8f-9a55-5f1d0a6b7c11";

  @TempDir Path proc;

  @Test
  void aStepOfTheClockChangesNothing() throws IOException {
    system(BOOT, 1_760_000_000L);
    process(4711, "java", 123_456);
    var before = ProcessMark.of(4711, proc);

    system(BOOT, 1_760_003_600L); // by an hour: the boot seems to have been later

    assertThat(ProcessMark.of(4711, proc)).isEqualTo(before);
  }

  @Test
  void anotherProcessOfTheSameIdIsAnother() throws IOException {
    system(BOOT, 1_760_000_000L);
    process(4711, "java", 123_456);
    var before = ProcessMark.of(4711, proc);

    process(4711, "java", 123_457);
    assertThat(ProcessMark.of(4711, proc)).isNotEqualTo(before);
    process(4711, "java", 123_456);
    assertThat(ProcessMark.of(4711, proc)).isEqualTo(before);
    system("0f6b4d3a-1111-4222-8333-444455556666", 1_760_000_000L);
    assertThat(ProcessMark.of(4711, proc)).isNotEqualTo(before);
  }

  @Test
  void aNameWithBracketsAndBlanksMisleadsNobody() throws IOException {
    system(BOOT, 1_760_000_000L);
    process(4711, "a ) b (c) 1 2", 123_456);

    assertThat(ProcessMark.of(4711, proc).born()).isEqualTo(BOOT + "+123456");
  }

  @Test
  void thisProcessIsFoundAgainAndEarlierWritingIsUnderstood() throws IOException {
    var self = ProcessMark.of(ProcessHandle.current().pid());
    var json = new ObjectMapper();

    assertThat(self.alive()).isPresent();
    assertThat(json.readValue(json.writeValueAsString(self), ProcessMark.class)).isEqualTo(self);
    assertThat(new ProcessMark(self.pid(), "another-boot+1").alive()).isEmpty();
    var earlier = json.readValue("{\"pid\":1,\"startedAt\":1760000000000}", ProcessMark.class);
    assertThat(earlier.born()).isNull();
    assertThat(earlier.alive()).as("process 1 is no part of a stack").isEmpty();
  }

  private void system(String boot, long bootedAt) throws IOException {
    var file = proc.resolve("sys/kernel/random/boot_id");
    Files.createDirectories(file.getParent());
    Files.writeString(file, boot + "\n");
    Files.writeString(proc.resolve("stat"), "btime " + bootedAt + "\n");
  }

  private void process(long pid, String name, long ticks) throws IOException {
    var directory = proc.resolve(Long.toString(pid));
    Files.createDirectories(directory);
    var before = "S 1 4711 4711 0 -1 4194304 1 0 0 0 5 3 0 0 20 0 31 0 ";
    Files.writeString(
        directory.resolve("stat"), "%d (%s) %s%d 1 2 3\n".formatted(pid, name, before, ticks));
  }
}
