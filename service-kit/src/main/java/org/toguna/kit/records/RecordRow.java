package org.toguna.kit.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;

/** The identity, version and audience of one record; what it says is sealed in its views. */
@Entity
@Table(name = "record")
public class RecordRow extends PanacheEntityBase {
  @Id private UUID id;
  private String kind;
  @Version private int version;
  private String owner;
  private String tlp;

  @Column(name = "full_admits")
  private String[] fullAdmits;

  @Column(name = "seen_admits")
  private String[] seenAdmits;

  private boolean gone;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected RecordRow() {} // for Hibernate

  RecordRow(UUID id, String kind, Marking marking, Audience audience, Instant now) {
    this.id = id;
    this.kind = kind;
    this.version = 1;
    this.owner = marking.owner();
    this.recordedAt = now;
    remark(marking, audience, now);
  }

  /** A change of the record: its version rises when the transaction is flushed. */
  void remark(Marking marking, Audience audience, Instant now) {
    this.tlp = marking.tlp().label();
    this.fullAdmits = audience.full().toArray(String[]::new);
    this.seenAdmits = audience.seen().toArray(String[]::new);
    this.updatedAt = now;
  }

  /**
   * An erased record keeps its number, and whom it admitted: that still bounds what hangs on it.
   */
  void erase(Instant now) {
    this.gone = true;
    this.fullAdmits = new String[0];
    this.updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  int version() {
    return version;
  }

  String owner() {
    return owner;
  }

  String tlp() {
    return tlp;
  }

  boolean gone() {
    return gone;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  String[] fullAdmits() {
    return fullAdmits;
  }

  String[] seenAdmits() {
    return seenAdmits;
  }
}
