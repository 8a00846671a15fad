package dev.patchbay.host.connection;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.host.integration.Permissions;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client that could do more than its integration allows. */
class PermittedClientTest {
  private static final McpClient ABLE =
      new McpClient() {
        @Override
        public Account check() {
          return Account.of("ada", "Ada", Set.of());
        }

        @Override
        public List<Source> sources() {
          return List.of(typed(Source.class, "event"), typed(Source.class, "contact"));
        }

        @Override
        public List<Target> targets() {
          return List.of(typed(Target.class, "event"), typed(Target.class, "contact"));
        }
      };

  private final McpClient bounded =
      new PermittedClient(ABLE, new Permissions(Set.of("event"), Set.of()));

  @Test
  void should_read_only_types_that_are_allowed() {
    assertThat(bounded.sources()).extracting(Source::type).contains("event");
    assertClosed(bounded.sources().size() > 1, "a source that is not allowed");
  }

  @Test
  void should_write_only_types_that_are_allowed() {
    assertThat(bounded.targets()).extracting(Target::type).contains("event");
    assertClosed(bounded.targets().size() > 1, "a target that is not allowed");
  }

  @Test
  void should_still_tell_whose_account_it_is() {
    assertThat(bounded.check().id()).isEqualTo("ada");
    assertThat(bounded.actions()).isEmpty();
  }

  private static <T> T typed(Class<T> kind, String type) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> type));
  }
}
