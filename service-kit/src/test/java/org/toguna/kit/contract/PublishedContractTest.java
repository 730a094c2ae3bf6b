package org.toguna.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedContractTest {

  private static final String CONTRACT =
      """
      paths:
        /huts:
          get:
            parameters:
            - {name: limit, in: query}
            responses: {'200': {}, '404': {}}
      components:
        schemas:
          Hut:
            type: object
            required: [village]
            properties:
              village: {type: string}
              wood: {type: string, enum: [tamarind, baobab]}
      """;

  @TempDir Path module;
  private PublishedContract contract;

  @BeforeEach
  void publish() throws IOException {
    contract = PublishedContract.of(module);
    Files.createDirectories(contract.built().getParent());
    Files.writeString(contract.built(), CONTRACT);
    contract.verify("compare");
  }

  @Test
  void theFirstBuildPublishes() {
    assertThat(contract.published()).hasContent(CONTRACT);
  }

  @Test
  void anAdditionMustBePublishedButBreaksNobody() throws IOException {
    build(CONTRACT.replace("wood:", "height: {type: integer}\n        wood:"));
    assertThatThrownBy(() -> contract.verify("compare"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("height");
    contract.verify("publish");
    contract.verify("compare");
  }

  @Test
  void whatBreaksAClientIsNotPublishedByTheWay() throws IOException {
    breaks(CONTRACT.replace("get:", "post:"), "GET /huts is gone");
    breaks(CONTRACT.replace("name: limit", "name: size"), "query limit is gone");
    breaks(CONTRACT.replace("in: query", "in: query, required: true"), "now required");
    breaks(CONTRACT.replace("'200'", "'201'"), "no longer answers 200");
    breaks(CONTRACT.replace("required: [village]", "required: [village, wood]"), "wood is now");
    breaks(CONTRACT.replace("tamarind, ", ""), "no longer knows tamarind");
    breaks(CONTRACT.replace("village: {type: string}", "village: {type: integer}"), "no longer");
    breaks(CONTRACT.replace("village: {type: string}", "town: {type: string}"), "village is gone");
  }

  @Test
  void anAnswerOfWhichNothingIsSaidIsNotPublished() throws IOException {
    build(CONTRACT.replace("'200': {}", "'200': {content: {}}"));

    assertThatThrownBy(() -> contract.verify("publish"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("get /huts, 200");
  }

  @Test
  void whoeverInsistsMayBreakIt() throws IOException {
    build(CONTRACT.replace("get:", "post:"));
    contract.verify("break");
    contract.verify("compare");
  }

  private void breaks(String built, String because) throws IOException {
    build(built);
    assertThatThrownBy(() -> contract.verify("publish"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(because);
  }

  private void build(String document) throws IOException {
    Files.writeString(contract.built(), document);
  }
}
