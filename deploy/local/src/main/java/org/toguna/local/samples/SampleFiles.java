package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of the sample registry, as they lie on the class path. */
final class SampleFiles {

  private static final String FOLDER = "/samples/";
  private static final YAMLMapper YAML = new YAMLMapper();

  private SampleFiles() {}

  static JsonNode yaml(String name) {
    return parse(text(name));
  }

  static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try (var in = SampleFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new LoadingFailed("there is no sample file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reports in order of name. */
  static List<Report> reports() {
    var reports = new ArrayList<Report>();
    for (var name : names("reports")) {
      reports.add(Report.of(name, text("reports/" + name)));
    }
    return reports;
  }

  private static List<String> names(String folder) {
    try {
      var location = SampleFiles.class.getResource(FOLDER + folder).toURI();
      return location.getScheme().equals("jar") ? inJar(location) : list(Path.of(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> inJar(URI location) throws IOException {
    try (var jar = FileSystems.newFileSystem(location, Map.of())) {
      return list(jar.getPath(location.getSchemeSpecificPart().replaceFirst(".*!", "")));
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
