package org.toguna.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.Ports;

/** A working copy with stand-in services, and the commands run in it as a person would run them. */
final class Workshop {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path root;
  private final List<String> ports = new ArrayList<>();
  final int origin = Ports.free();
  final int cases = Ports.free();

  Workshop(Path root) throws IOException {
    this.root = root;
    for (var service : Service.values()) {
      putStandIn(root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar"));
    }
    ports.addAll(List.of("--port", "" + origin, "--cases-port", "" + cases));
    for (var name : List.of("actors", "ingest", "postgres", "kafka")) {
      ports.addAll(List.of("--%s-port".formatted(name), "" + Ports.free()));
    }
  }

  record Outcome(int status, String words) {}

  Outcome up(String... options) {
    var words = new ArrayList<>(List.of("up", "--detach", "--no-samples"));
    words.addAll(ports);
    words.addAll(List.of(options));
    return toguna(words);
  }

  Outcome toguna(String... words) {
    return toguna(List.of(words));
  }

  StackState state() {
    return StackState.read(new Home(root, root.resolve(".toguna"))).orElseThrow();
  }

  long pid(String part) {
    return state().parts().get(part).process().pid();
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + origin + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
    var address = URI.create("http://127.0.0.1:" + origin + path);
    return send(HttpRequest.newBuilder(address).POST(body).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome toguna(List<String> words) {
    try {
      var command =
          new ArrayList<>(
              List.of(
                  JavaProgram.java(),
                  "-XX:TieredStopAtLevel=1",
                  "-Dtoguna.root=" + root,
                  Toguna.class.getName()));
      command.addAll(words);
      var output = Files.createTempFile(root, "said", "");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("CLASSPATH", JavaProgram.classPath());
      var process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      return new Outcome(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void putStandIn(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
    var entry = StandInService.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var in = StandInService.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new ZipEntry(entry));
      in.transferTo(out);
    }
  }
}
