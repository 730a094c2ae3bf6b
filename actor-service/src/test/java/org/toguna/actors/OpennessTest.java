package org.toguna.actors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.toguna.kit.records.RecordKinds;
import org.toguna.test.OpennessTable;
import org.toguna.test.RealParts;

/** What others get of each field of each kind is what the page for protection officers says. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class OpennessTest {
  @Inject RecordKinds kinds;

  @Test
  void everyFieldIsToldAsThePageSays() throws IOException {
    OpennessTable.isPublished("actors", kinds.all());
  }
}
