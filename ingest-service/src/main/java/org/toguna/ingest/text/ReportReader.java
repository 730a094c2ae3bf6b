package org.toguna.ingest.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was posted; whatever the bytes are, the answer is an outcome, never an exception. */
@ApplicationScoped
public class ReportReader {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final Limits limits;

  public ReportReader() {
    this(Limits.USUAL);
  }

  ReportReader(Limits limits) {
    this.limits = limits;
  }

  public Reading read(byte[] original, String contentType) {
    var hash = Sha256.hex(original);
    try {
      return read(original, contentType, hash);
    } catch (Unreadable reason) {
      return Reading.failed(hash, reason.fault(), String.valueOf(reason.getMessage()));
    }
  }

  private Reading read(byte[] original, String contentType, String hash) throws Unreadable {
    if (original.length == 0) {
      throw new Unreadable(Fault.EMPTY, "The report has no bytes.");
    }
    if (original.length > limits.bytes()) {
      throw new Unreadable(
          Fault.TOO_LARGE, "A report may have at most " + limits.bytes() + " bytes.");
    }
    var disguised = Disguise.of(original);
    if (disguised != null) {
      throw new Unreadable(Fault.NOT_TEXT, "The bytes are " + disguised + ".");
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/plain" -> plain(hash, decoded(original, charset(contentType)), Metadata.NONE);
      case "text/html", "application/xhtml+xml" -> {
        var declared = charset(contentType);
        yield page(
            hash,
            decoded(original, declared == null ? charsetInside(original) : declared),
            Metadata.NONE);
      }
      case "application/json" -> json(hash, JsonReport.of(original, limits));
      default ->
          throw new Unreadable(
              Fault.UNSUPPORTED_TYPE, "Post text/plain, text/html or application/json.");
    };
  }

  private Reading json(String hash, JsonReport report) throws Unreadable {
    if ((report.text() == null) == (report.html() == null)) {
      throw new Unreadable(Fault.NO_TEXT, "Give either /text or /html.");
    }
    if (report.html() != null) {
      return page(
          hash, new Decoded(report.html(), StandardCharsets.UTF_8, null), report.metadata());
    }
    return plain(
        hash,
        new Decoded(String.valueOf(report.text()), StandardCharsets.UTF_8, null),
        report.metadata());
  }

  private Reading page(String hash, Decoded decoded, Metadata said) throws Unreadable {
    var page = HtmlPage.of(decoded.text(), limits, Instant.now().plus(limits.time()));
    var fault = decoded.fault() == null ? page.fault() : decoded.fault();
    return outcome(hash, page.text(), said.orElse(page.metadata()), fault);
  }

  private Reading plain(String hash, Decoded decoded, Metadata said) throws Unreadable {
    var text = decoded.text();
    boolean cut = text.length() > limits.characters();
    return outcome(
        hash,
        cut ? text.substring(0, limits.characters()) : text,
        said,
        cut ? Fault.CUT : decoded.fault());
  }

  private static Reading outcome(String hash, String raw, Metadata metadata, @Nullable Fault fault)
      throws Unreadable {
    var text = CanonicalText.of(raw);
    if (text.value().isBlank()) {
      throw new Unreadable(Fault.NO_TEXT, "The report holds no words.");
    }
    return new Reading(
        fault == null ? Reading.Status.READ : Reading.Status.PARTIAL,
        hash,
        text,
        metadata,
        fault,
        fault == null ? null : "Read in part: " + fault.code() + ".");
  }

  private Decoded decoded(byte[] original, @Nullable String charset) throws Unreadable {
    boolean cut = original.length > limits.decoded();
    var decoded = Decoded.of(cut ? Arrays.copyOf(original, limits.decoded()) : original, charset);
    if (Disguise.mostlyControl(decoded.text())) {
      throw new Unreadable(Fault.NOT_TEXT, "The bytes are no text in any encoding known here.");
    }
    if (decoded.fault() == Fault.UNKNOWN_CHARSET) {
      throw new Unreadable(Fault.UNKNOWN_CHARSET, "Name the charset in the content type.");
    }
    return cut ? new Decoded(decoded.text(), decoded.charset(), Fault.CUT) : decoded;
  }

  private static @Nullable String charset(String declaration) {
    var found = CHARSET.matcher(declaration);
    return found.find() ? found.group(1) : null;
  }

  /** The first kilobytes of a page are ASCII enough to find its own declaration in. */
  private static @Nullable String charsetInside(byte[] original) {
    var start =
        new String(original, 0, Math.min(original.length, 4096), StandardCharsets.ISO_8859_1);
    var declared = charset(start);
    // Whoever could read the declaration as ASCII is not reading UTF-16.
    boolean wide =
        declared != null && declared.toLowerCase(Locale.ROOT).matches("utf-?16.*|unicode.*|ucs.*");
    return wide ? null : declared;
  }
}
