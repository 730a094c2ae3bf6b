package org.toguna.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** The broker's access list, brought to what services may do and nothing else. */
final class BrokerAccess {
  private static final long PATIENCE_SECONDS = 20;

  private BrokerAccess() {}

  static void ensure(Map<String, Object> client, String prefix) {
    var wanted = new HashSet<>(BrokerRights.under(prefix));
    try (var admin = Admin.create(client)) {
      var present = admin.describeAcls(AclBindingFilter.ANY).values();
      var surplus =
          present.get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
              .filter(one -> !wanted.remove(one))
              .map(AclBinding::toFilter)
              .toList();
      admin.deleteAcls(surplus).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      admin.createAcls(List.copyOf(wanted)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new PartFailed("Could not set the broker's access list: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while setting the broker's access list", e);
    }
  }
}
