package org.toguna.cases.incidents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two spellings may be one unit, and when they are two. */
class UnitSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Mopti region,Mopti",
    "Ségou,Segou region",
    "N'Guigmi department,Nguigmi",
    "Gaya departement,Gaya",
    "Gourma-Rharous cercle,Gourma Rharous",
    "Maïne-Soroa department,Maïné Soroa"
  })
  void theWordForTheLevelAccentsAndGapsMakeNoDifference(String one, String other) {
    assertThat(UnitNames.compact(one)).isEqualTo(UnitNames.compact(other));
  }

  @Test
  void aUnitThatIsCalledLikeALevelKeepsItsName() {
    assertThat(UnitNames.compact("District")).isEqualTo("district");
  }

  @ParameterizedTest
  @CsvSource({
    "Tchighozerine,Tchirozérine,true",
    "Tillaberi,Tillabery,true",
    "Baroueli,Baraouéli,true",
    "Abala,Abalak,false",
    "Kaya,Kayes,false",
    "Dogondoutchi,Doutchi,false",
    "Sikasso,Sissili,false"
  })
  void oneLetterInSixMayDiffer(String one, String other, boolean near) {
    assertThat(Spelling.isNear(UnitNames.compact(one), UnitNames.compact(other))).isEqualTo(near);
  }
}
