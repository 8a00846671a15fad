package dev.patchbay.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One start from checked settings to a ready server. What can fail for the operator's reasons is
 * tried first; what a start makes before the host has a database disappears again if it goes no
 * further.
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
    MasterKey key = new MasterKey(settings.keyFile(), environment);
    FreeSpace.require(settings.data());
    database.requireReachable();
    DataFolder folder = DataFolder.open(settings.data());
    deploy(prepare(key, database, folder), folder);
  }

  private Prepared prepare(MasterKey key, Database database, DataFolder folder) {
    try {
      UnfinishedMigration.undo(folder);
      key.check(database, folder);
      database.requireReadable(folder);
      key.createIfAbsent();
      return boot(database, folder);
    } catch (RuntimeException | Error problem) {
      key.abandon();
      folder.abandon();
      throw problem;
    }
  }

  private Prepared boot(Database database, DataFolder folder) {
    var work = folder.freshWork();
    System.setProperty("java.io.tmpdir", folder.temporary().toString());
    ServerLog log = ServerLog.configure(folder.logs(), work);
    out.println("Patchbay " + Distribution.version() + " is starting, log in " + log.file());
    Optional<SandboxServer> sandbox = startSandbox(folder);
    log.takeStandardStreams();
    StartOnlyCode.spare(distribution.compilerDirectives());
    PayaraServer server = PayaraServer.boot(settings, work);
    properties(database, sandbox).apply();
    return new Prepared(server, log, sandbox);
  }

  private void deploy(Prepared prepared, DataFolder folder) {
    PayaraServer server = prepared.server();
    server.deploy("host", "/api", distribution.application("host.war"));
    server.deploy("admin-console", "/console", distribution.application("admin-console.war"));
    server.deploy("root", "/", distribution.application("root"));
    prepared.log().showWarnings();
    new Welcome(settings, folder, prepared.sandbox())
        .say(out, Duration.ofNanos(System.nanoTime() - begun));
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
            .node(NodeName.of(environment, settings.port()))
            .consoleWord();
    sandbox.ifPresent(started -> properties.sandbox(started.hosts()));
    return properties;
  }

  /** A server that only lacks its applications. */
  private record Prepared(PayaraServer server, ServerLog log, Optional<SandboxServer> sandbox) {}
}
