package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.crypto.RecordKey;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.marking.View;

/**
 * The one way out: every body of a record that is read for somebody is opened here, and a blurred
 * one is cut to what its record may show now, whenever it was made.
 *
 * <p>A record is joined with others, and any of them may become stricter at any moment. What that
 * leaves of a view stands beside it in the same transaction; the body follows a moment later, and
 * bodies of the past never do. A body that was made no finer than that goes out as it is stored.
 */
@ApplicationScoped
class Release {
  /** What a statement selects of a view {@code v}, its key among it. */
  static final String OF_A_VIEW =
      "v.record_id, v.kind, v.owner, v.view, v.tlp, v.version, v.etag, v.body, v.cut_place,"
          + " v.cut_date, v.made_place, v.made_date, v.wrapped";

  private final KeyRing keys;
  private final RecordJson json;
  private final Instance<RecordKinds> kinds; // later than kinds that read records themselves

  Release(KeyRing keys, RecordJson json, Instance<RecordKinds> kinds) {
    this.keys = keys;
    this.json = json;
    this.kinds = kinds;
  }

  /** The view of a row, as it is now. */
  Served now(ResultSet row) throws SQLException {
    Row view = Row.of(row);
    byte[] body = opened(view, row.getBytes("wrapped"), row.getBytes("body"));
    Cut made = Cuts.read(row, "made_place", "made_date");
    if (view.isFull() || (made != null && made.coarser(view.cut()).equals(made))) {
      return view.served(row.getInt("version"), row.getString("etag"), body);
    }
    return view.served(
        row.getInt("version"),
        view.etag(row.getString("etag")),
        json.bytes(again(view, json.parse(body), Set.of())));
  }

  /** The version that the row brings as {@code then_...}, as it may be seen now. */
  Served then(ResultSet row) throws SQLException {
    Row view = Row.of(row);
    byte[] wrapped = row.getBytes("wrapped");
    int version = row.getInt("then_version");
    byte[] then = opened(view, wrapped, row.getBytes("then_body"));
    if (view.isFull()) {
      return view.served(version, row.getString("then_etag"), then);
    }
    byte[] now = opened(view, wrapped, row.getBytes("body"));
    Set<String> closedNow = Blur.closedIn(again(view, json.parse(now), Set.of()));
    return view.served(
        version,
        view.etag(row.getString("then_etag")),
        json.bytes(again(view, json.parse(then), closedNow)));
  }

  private byte[] opened(Row view, byte[] wrapped, byte[] body) {
    RecordKey key = keys.unwrap(view.id(), wrapped);
    return key.open(body, view.id() + "/" + view.view());
  }

  private ObjectNode again(Row view, ObjectNode blurred, Set<String> closedNow) {
    Blur blur =
        kinds
            .get()
            .named(view.kind())
            .orElseThrow(() -> new IllegalStateException("No kind " + view.kind()))
            .blur(Marking.of(view.tlp(), view.owner()));
    return blur.again(blurred, view.cut(), closedNow);
  }

  /**
   * @param cut what the record may show now; of what was stored before cuts were, all that it shows
   */
  private record Row(UUID id, String kind, String owner, View view, Tlp tlp, Cut cut) {

    static Row of(ResultSet row) throws SQLException {
      @Nullable Cut cut = Cuts.read(row, "cut_place", "cut_date");
      return new Row(
          row.getObject("record_id", UUID.class),
          row.getString("kind"),
          row.getString("owner"),
          View.valueOf(row.getString("view").toUpperCase(Locale.ROOT)),
          Tlp.of(row.getString("tlp")),
          cut == null ? Cut.NONE : cut);
    }

    boolean isFull() {
      return view == View.FULL;
    }

    /** Another body has another validator. */
    String etag(String stored) {
      return "%s-%d%d\""
          .formatted(stored.substring(0, stored.length() - 1), Cuts.place(cut), Cuts.date(cut));
    }

    Served served(int version, String etag, byte[] body) {
      return new Served(id, view, owner, tlp, version, etag, body);
    }
  }
}
