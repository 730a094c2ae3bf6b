package org.toguna.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.toguna.kit.marking.Role;

/**
 * Lets {@code @RolesAllowed("reader")} admit a reviewer, whose token need not list both, and nobody
 * operate the registry whose organisation does not.
 */
@Singleton
class ImpliedRoles implements SecurityIdentityAugmentor {

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    var given = EnumSet.noneOf(Role.class);
    identity.getRoles().stream().map(Role::named).flatMap(Optional::stream).forEach(given::add);
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(
                    Role.heldIn(Claims.organisation(identity), given).stream()
                        .map(Role::label)
                        .collect(Collectors.toSet()))
                .build());
  }
}
