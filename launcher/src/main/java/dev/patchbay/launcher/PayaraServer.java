package dev.patchbay.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.nio.file.Path;

/**
 * Payara Micro inside this process: one HTTP listener, no cluster, nothing that calls home. Payara
 * stops itself, with all applications, when the process is asked to end. Java's own client upgrades
 * to HTTP/2 by itself, and begins with more calls at once than Payara's usual 100: Payara would
 * drop them all. Without HTTP/2 it would wait for the bodies of such calls in vain. Over HTTP/2 it
 * takes a connection for idle on which calls only wait for their answers, and closes it.
 */
final class PayaraServer {
  private static final String CONFIGURATION = "configs.config.server-config.";
  private static final String NETWORK = CONFIGURATION + "network-config.";
  private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";

  private static final String MOST_CALLS_OF_A_CONNECTION = "10000";

  /** More than the five minutes that a call to a plugin may take. */
  private static final String LONGEST_SILENCE_SECONDS = "330";

  private final PayaraMicroRuntime runtime;

  private PayaraServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  static PayaraServer boot(Settings settings, Path work) {
    PayaraMicro.setUpackedJarDir(work.resolve("payara").toFile());
    try (LoggedFailure failure = new LoggedFailure()) {
      return boot(settings, failure);
    }
  }

  private static PayaraServer boot(Settings settings, LoggedFailure failure) {
    try {
      return new PayaraServer(configure(settings).bootStrap());
    } catch (BootstrapException | RuntimeException e) {
      throw new StartupProblem(
          "Payara Micro did not start: " + failure.reason().orElseGet(e::toString), e);
    }
  }

  private static PayaraMicroBoot configure(Settings settings) {
    return PayaraMicro.getInstance()
        .setHttpPort(settings.port())
        .setPrintLogo(false)
        .setNoHazelcast(true)
        .setPreBootHandler(commands -> prepare(commands, settings));
  }

  private static void prepare(AdminCommandRunner commands, Settings settings) {
    limit(commands, settings.bind());
    set(commands, HTTP + "scheme", settings.publicUrl().getScheme());
  }

  private static void limit(AdminCommandRunner commands, String bind) {
    set(commands, NETWORK + "network-listeners.network-listener.http-listener.address", bind);
    set(commands, HTTP + "server-header", "false");
    set(commands, HTTP + "http2-max-concurrent-streams", MOST_CALLS_OF_A_CONNECTION);
    set(commands, HTTP + "timeout-seconds", LONGEST_SILENCE_SECONDS);
    set(commands, CONFIGURATION + "phone-home-runtime-configuration.enabled", "false");
    set(commands, CONFIGURATION + "microprofile-metrics-configuration.enabled", "false");
  }

  private static void set(AdminCommandRunner commands, String name, String value) {
    ClusterCommandResult result = commands.run("set", name + "=" + value);
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      throw new StartupProblem(
          "Payara Micro did not take %s: %s".formatted(name, result.getOutput()));
    }
  }

  void deploy(String name, String context, Path application) {
    try (LoggedFailure failure = new LoggedFailure()) {
      boolean ignored = runtime.deploy(name, context, application.toFile());
      if (!runtime.getDeployedApplicationNames().contains(name)) {
        throw new StartupProblem(reason(name, failure));
      }
    }
  }

  private static String reason(String name, LoggedFailure failure) {
    String refusal = System.getProperty("patchbay.startup.problem");
    return refusal != null
        ? refusal
        : "The application %s did not start: %s"
            .formatted(name, failure.reason().orElse("no reason was given"));
  }
}
