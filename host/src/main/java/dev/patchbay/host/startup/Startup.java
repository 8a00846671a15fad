package dev.patchbay.host.startup;

import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.persistence.Migration;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.RootCause;
import dev.patchbay.host.problem.StartupRefused;
import dev.patchbay.host.security.FirstStart;
import dev.patchbay.host.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;

/** Brings the host up in order, and leaves one clear sentence for the launcher if it cannot. */
@Singleton
public class Startup {
  /** The system property in which the launcher finds why the host did not start. */
  static final String PROBLEM = "patchbay.startup.problem";

  private static final System.Logger LOG = System.getLogger(Startup.class.getName());

  private final Migration migration;
  private final Transactions transactions;
  private final Vault vault;
  private final SigningKeys signingKeys;
  private final FirstStart firstStart;
  private final Event<HostStarted> started;
  private volatile boolean complete;

  @Inject
  Startup(
      Migration migration,
      Transactions transactions,
      Vault vault,
      SigningKeys signingKeys,
      FirstStart firstStart,
      Event<HostStarted> started) {
    this.migration = migration;
    this.transactions = transactions;
    this.vault = vault;
    this.signingKeys = signingKeys;
    this.firstStart = firstStart;
    this.started = started;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    try {
      migration.run();
      transactions.run(
          () -> {
            vault.unlock();
            signingKeys.prepare();
            firstStart.prepare();
          });
      started.fire(new HostStarted());
      complete = true;
    } catch (RuntimeException e) {
      System.setProperty(PROBLEM, sentence(e));
      LOG.log(Level.ERROR, "The host does not start", e);
      throw e;
    }
  }

  /** Tells whether everything that a request needs is there. */
  public boolean isComplete() {
    return complete;
  }

  private static String sentence(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof StartupRefused refused) {
        return refused.getMessage();
      }
    }
    return "The host failed to start (" + RootCause.line(e) + "); the log tells more.";
  }
}
