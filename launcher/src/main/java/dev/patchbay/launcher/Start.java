package dev.patchbay.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One start from checked settings to a ready server. What can fail for the operator's reasons is
 * tried first, so that a refusal leaves nothing behind.
 */
final class Start {
  private final Settings settings;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final Distribution distribution = Distribution.ofThisJar();
  private final long begun = System.nanoTime();

  Start(Settings settings, Map<String, String> environment, PrintStream out) {
    this.settings = settings;
    this.environment = environment;
    this.out = out;
  }

  void run() {
    Addresses.requireFree(settings.bind(), settings.port());
    Database database = Database.of(environment, settings.data());
    database.requireReachable();
    MasterKey key = new MasterKey(settings.keyFile(), environment);
    DataFolder folder = DataFolder.open(settings.data());
    prepareKey(key, database, folder);
    serve(database, folder);
  }

  private static void prepareKey(MasterKey key, Database database, DataFolder folder) {
    try {
      key.check(database, folder);
      key.createIfAbsent();
    } catch (StartupProblem problem) {
      folder.abandon();
      throw problem;
    }
  }

  private void serve(Database database, DataFolder folder) {
    Path work = folder.freshWork();
    System.setProperty("java.io.tmpdir", folder.temporary().toString());
    ServerLog log = ServerLog.configure(folder.logs(), work);
    out.println("Patchbay " + Distribution.version() + " is starting, log in " + log.file());
    Optional<SandboxServer> sandbox = startSandbox(folder);
    PayaraServer server = PayaraServer.boot(settings, work);
    log.takeStandardStreams();
    properties(database, sandbox).apply();
    server.deploy("host", "/api", distribution.application("host.war"));
    server.deploy("admin-console", "/console", distribution.application("admin-console.war"));
    server.deploy("root", "/", distribution.application("root"));
    log.showWarnings();
    new Welcome(settings, folder, sandbox).say(out, Duration.ofNanos(System.nanoTime() - begun));
  }

  private Optional<SandboxServer> startSandbox(DataFolder folder) {
    return settings.sandbox()
        ? Optional.of(
            SandboxServer.start(distribution.sandboxJars(), folder.sandbox(), settings.port() + 1))
        : Optional.empty();
  }

  private HostProperties properties(Database database, Optional<SandboxServer> sandbox) {
    HostProperties properties =
        HostProperties.of(settings, distribution, database)
            .node(NodeName.of(environment, settings.port()));
    sandbox.ifPresent(started -> properties.sandbox(started.hosts()));
    return properties;
  }
}
