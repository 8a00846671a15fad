package dev.patchbay.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says whether an exported audit is as it was written, on any machine. */
@Command(
    name = "verify-audit",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an audit that GET /api/v1/audit-events/export wrote, without a server:",
      "says which event was changed, removed or moved, or where the chain ends.",
      "POST /api/v1/audit-verifications checks the one in the database.%n"
    })
final class VerifyAuditCommand implements Runnable {
  @ParentCommand private Launcher launcher;

  @Parameters(paramLabel = "<file>", description = "The exported audit.")
  private Path file;

  @Option(
      names = "--head",
      defaultValue = "",
      paramLabel = "<number:hash>",
      description = "Where the chain ends by an answer of the server, or by an earlier check.")
  private String head;

  @Override
  public void run() {
    AuditFile audit = AuditFile.verified(file.toAbsolutePath().normalize());
    if (!head.isEmpty() && !head.equals(audit.head())) {
      throw new StartupProblem(
          "The audit in %s ends with %s and not with %s.".formatted(file, audit.head(), head));
    }
    launcher.say(
        "The audit of %s is intact: %d events, and its head is %s."
            .formatted(audit.chain(), audit.events(), audit.head()));
  }
}
