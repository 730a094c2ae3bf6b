package org.toguna.kit.endpoints;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.toguna.kit.endpoints.RecordEndpoint.ServedPage;
import org.toguna.kit.records.Served;

/** A page as it goes over the wire. */
final class PageBytes {
  private PageBytes() {}

  /** The stored JSON is passed on as it is: nothing is parsed to be written again. */
  static byte[] of(ServedPage page) {
    List<Served> records = page.records();
    var bytes =
        new ByteArrayOutputStream(
            records.stream().mapToInt(one -> one.json().length + 1).sum() + 200);
    bytes.writeBytes("{\"items\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < records.size(); i++) {
      if (i > 0) {
        bytes.write(',');
      }
      bytes.writeBytes(records.get(i).json());
    }
    String end =
        "]"
            + (page.next() == null ? "" : ",\"next\":\"" + page.next() + "\"")
            + (page.total() == null ? "" : ",\"total\":" + page.total())
            + (page.undatedLeftOut() == null ? "" : ",\"undatedLeftOut\":" + page.undatedLeftOut())
            + "}";
    bytes.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
