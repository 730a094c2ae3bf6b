package org.toguna.local;

/** Five things to try, said when the stack is up. */
final class Invitation {

  private static final String WORDS =
      """

      Five things to try, as a reviewer of the sample organisation ngo-a:

        TOKEN=$(./toguna token%2$s --role reviewer --org ngo-a --user alice --clearance AMBER)
        curl -s -H "Authorization: Bearer $TOKEN" "%1$s/cases/v1/board"
        curl -s -H "Authorization: Bearer $TOKEN" "%1$s/cases/v1/crises?place=ML0503"
        curl -s -H "Authorization: Bearer $TOKEN" "%1$s/actors/v1/actors?q=wadi"
        curl -s -H "Authorization: Bearer $TOKEN" "%1$s/ingest/v1/suggestions?limit=5"
        curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/plain" \\
          --data "Fighters have besieged Gounfarou since 3 October 2026." "%1$s/ingest/v1/documents"

      The review page: %1$s/review
      """;

  private Invitation() {}

  /**
   * @param where the option that names the data, with a space before it; empty where it is the
   *     usual place
   */
  static String at(String address, String where) {
    return WORDS.formatted(address, where);
  }
}
