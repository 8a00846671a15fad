package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignableRolesTest {

  @ParameterizedTest
  @ValueSource(strings = {Roles.SERVER_ADMIN, Roles.CRM, "root"})
  void should_refuse_when_an_admin_gives_more_than_a_tenant_has(String role) {
    assertThatThrownBy(() -> AssignableRoles.of(caller(Roles.ADMIN)).require(Set.of(role)))
        .hasMessageContaining("roles must be of admin, editor, viewer");
  }

  @Test
  void should_pass_when_the_giver_is_the_operator() {
    assertThatCode(
            () ->
                AssignableRoles.of(caller(Roles.SERVER_ADMIN))
                    .require(Set.of(Roles.SERVER_ADMIN, Roles.VIEWER)))
        .doesNotThrowAnyException();
  }

  private static Caller caller(String role) {
    return Caller.user("ten_1", "usr_1", "ada", Set.of(role));
  }
}
