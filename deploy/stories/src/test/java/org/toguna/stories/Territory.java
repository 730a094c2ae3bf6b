package org.toguna.stories;

import java.util.Map;
import java.util.UUID;

/**
 * An invented territory in a country that no other story needs: one cercle, two communes, and a
 * village in each.
 */
final class Territory {
  static final String REGION = "TD97";
  static final String CERCLE = "TD9701";
  static final String HERE = "story:TD970101001";
  static final String THERE = "story:TD970102001";
  private static final String UNITS =
      """
      country,level,pcode,name,alt_names,parent_pcode
      TCD,1,TD97,Balanzan,,TD
      TCD,2,TD9701,Ondougou,,TD97
      TCD,3,TD970101,Sarafere Ba,,TD9701
      TCD,3,TD970102,Sarafere Fitini,,TD9701
      """;
  private static final String PLACES =
      """
      place_id,source,source_id,name,ascii_name,alt_names,lat,lon,country,feature_class,feature_code,admin1_name,admin1_pcode,admin2_name,admin2_pcode,admin3_name,admin3_pcode,pcode,population,source_date
      story:TD970101001,STORY,TD970101001,Kelenna,Kelenna,,14.100000,17.100000,TCD,P,PPL,Balanzan,TD97,Ondougou,TD9701,Sarafere Ba,TD970101,,,2020-01-01
      story:TD970102001,STORY,TD970102001,Filanna,Filanna,,14.900000,17.900000,TCD,P,PPL,Balanzan,TD97,Ondougou,TD9701,Sarafere Fitini,TD970102,,,2020-01-01
      """;
  private static boolean loaded;

  private Territory() {}

  static synchronized void load() {
    if (!loaded) {
      load(UNITS);
      load(PLACES);
      loaded = true;
    }
  }

  private static void load(String csv) {
    var report =
        Client.as("administrator", "ngo-a")
            .send(
                "POST",
                "/cases/v1/gazetteer/imports",
                csv,
                Map.of("Content-Type", "text/csv", "Idempotency-Key", UUID.randomUUID().toString()))
            .expect(201)
            .json();
    if (report.path("rejected").asInt(-1) != 0) {
      throw new AssertionError(report);
    }
  }
}
