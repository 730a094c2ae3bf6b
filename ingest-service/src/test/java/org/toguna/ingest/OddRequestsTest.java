package org.toguna.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.test.OddRequests;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class OddRequestsTest {

  @Test
  void whateverIsSentIsAnsweredOrRefused() {
    assertThat(
            OddRequests.failures(
                Path.of("contracts/openapi.yaml"),
                "http://localhost:" + RestAssured.port,
                List.of(
                    Tokens.administrator("ngo-odd"),
                    Tokens.protectionOfficer("ngo-odd").cleared("AMBER"),
                    Tokens.reviewer("ngo.x")),
                20261201,
                6))
        .isEmpty();
  }
}
