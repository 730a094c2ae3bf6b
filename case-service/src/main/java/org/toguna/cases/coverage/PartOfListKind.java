package org.toguna.cases.coverage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.records.RecordKind;

/**
 * A kind of record that hangs on a coverage list. They share one topic, nothing of them is shown
 * blurred, and events say nothing of them but that they are there.
 */
public abstract class PartOfListKind<S extends Record & Evidenced> implements RecordKind<S> {
  private final String name;
  private final Class<S> stateType;
  private final Blur blur;

  protected PartOfListKind(String name, Class<S> stateType) {
    this.name = name;
    this.stateType = stateType;
    this.blur = Blur.of(stateType);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String topic() {
    return CoverageListKind.TOPIC;
  }

  @Override
  public Class<S> stateType() {
    return stateType;
  }

  @Override
  public Set<String> aboutThrough() {
    return Set.of(CoverageListKind.NAME);
  }

  @Override
  public Blur blur() {
    return blur;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view);
  }
}
