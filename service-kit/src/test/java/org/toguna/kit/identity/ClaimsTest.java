package org.toguna.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

class ClaimsTest {

  @Test
  void whatATokenDoesNotSayMeansTheLeast() {
    var reader = Claims.reader("ngo-a", "alice", null, Set.of());
    assertThat(reader.person()).isEqualTo("ngo-a/alice");
    assertThat(reader.clearance()).isEqualTo(Tlp.GREEN);
    assertThat(reader.roles()).isEmpty();
  }

  @Test
  void groupsThatAreNoRolesMeanNothing() {
    assertThat(Claims.reader("ngo-a", "alice", "AMBER", Set.of("reader", "admins")).roles())
        .containsExactly(Role.READER);
  }

  @Test
  void aMalformedClaimLetsNobodyIn() {
    refused(null, "alice", null);
    refused(42, "alice", null);
    refused("", "alice", null);
    refused("NGO/A", "alice", null);
    refused("ngo-a", null, null);
    refused("ngo-a", " ", null);
    refused("ngo-a", "a\nb", null);
    refused("ngo-a", "alice", "PURPLE");
    refused("ngo-a", "alice", 3);
  }

  private static void refused(Object organisation, String subject, Object clearance) {
    assertThatThrownBy(() -> Claims.reader(organisation, subject, clearance, Set.of("reader")))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.type()).isEqualTo(ProblemType.NOT_ALLOWED));
  }
}
