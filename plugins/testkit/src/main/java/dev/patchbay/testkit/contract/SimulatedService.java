package dev.patchbay.testkit.contract;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.testkit.TestEgress;
import dev.patchbay.testkit.TestSockets;
import java.util.List;
import java.util.Map;

/**
 * A service as the contract needs it: it answers a plugin over a real connection and lets the test
 * change what there is. Made anew for each test, with nothing in it. For a service that speaks HTTP
 * start from {@link HttpService}.
 */
public interface SimulatedService extends AutoCloseable {

  /** The way to it over HTTP, for all the plugin's declared hosts. */
  default Egress egress() {
    return TestEgress.to(Map.of());
  }

  /** The way to it for everything but HTTP; the same object at every call. */
  default TestSockets sockets() {
    return TestSockets.to(Map.of());
  }

  /** What an admin would fill in. */
  default Settings settings() {
    return Settings.none();
  }

  /**
   * What opens an account at present; an account that is not there yet is made.
   *
   * @param account a name of the contract's choice, such as {@code ada}
   */
  Auth auth(String account);

  /** Has everything that is asked from now on go wrong like this. */
  void suffer(Trouble trouble);

  /** What the service says inside answers that look like success; the more the better. */
  default List<LogicalFailure> logicalFailures() {
    return List.of();
  }

  @Override
  void close();
}
