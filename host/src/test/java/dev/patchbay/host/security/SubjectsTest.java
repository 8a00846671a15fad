package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SubjectsTest {
  private final SecuritySetup setup;
  private final String tenant;
  private final ApiKey key;

  SubjectsTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
    tenant = setup.tenant("acme");
    key =
        setup
            .database
            .transactions()
            .call(() -> setup.keyIssuer.issue(tenant, "crm", Scope.usual()))
            .key();
  }

  @Test
  void should_know_the_tenant_and_roles_when_the_key_exists() {
    assertThat(setup.subjects.find(key.id()))
        .hasValueSatisfying(
            caller -> {
              assertThat(caller.tenantId()).isEqualTo(tenant);
              assertThat(caller.roles()).containsExactly("crm");
            });
  }

  @Test
  void should_forget_a_key_within_five_seconds_when_another_node_deletes_it() {
    setup.subjects.find(key.id());
    remove(tenant);

    setup.clock.advance(Duration.ofSeconds(5));

    assertThat(setup.subjects.find(key.id())).isEmpty();
  }

  @Test
  void should_forget_a_key_at_once_when_told_so() {
    setup.subjects.find(key.id());
    remove(tenant);

    setup.subjects.forget(key.id());

    assertThat(setup.subjects.find(key.id())).isEmpty();
  }

  @Test
  void should_leave_a_key_alone_when_another_tenant_names_it() {
    String other = setup.tenant("other");

    assertThat(remove(other)).isFalse();
    assertThat(setup.apiKeys.list(other, PageQuery.of(50, null))).isEmpty();
    assertThat(setup.subjects.find(key.id())).map(Caller::tenantId).contains(tenant);
  }

  private boolean remove(String tenantId) {
    return setup.database.transactions().call(() -> setup.apiKeys.remove(tenantId, key.id()));
  }
}
