package dev.patchbay.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/**
 * The command that starts a server. It ends with 0 after help and version, 1 when the server cannot
 * start, 2 when the command line is wrong, 75 when the server asks to be started again, and 143
 * when it was told to stop.
 */
@Command(
    name = "patchbay",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Launcher.Version.class,
    usageHelpWidth = 100,
    description = "Starts the Patchbay server.%n",
    subcommands = {BackupCommand.class, RestoreCommand.class, VerifyAuditCommand.class},
    footerHeading = "%nEnvironment only:%n",
    footer = {
      "  PATCHBAY_DB_URL, PATCHBAY_DB_USER, PATCHBAY_DB_PASSWORD",
      "                      PostgreSQL (jdbc:postgresql://...) instead of the data folder's H2",
      "  PATCHBAY_DB_PASSWORD_FILE",
      "                      a file that holds the password, as container secrets are",
      "  PATCHBAY_KEY        the master key itself instead of a key file",
      "  PATCHBAY_NODE       this node's name (default: host name and port)",
      "  PATCHBAY_EGRESS_PRIVATE_HOSTS",
      "                      host:port pairs in private networks that plugins may reach",
      "  PATCHBAY_JAVA_OPTS  options for Java, read by the patchbay script",
      "",
      "Exit codes: 0 stopped, 1 cannot start, 2 wrong command line,",
      "75 start again (the patchbay script does), 143 stopped by a signal."
    })
public final class Launcher implements Callable<Integer> {
  private static final Logger LOG = Logger.getLogger(Launcher.class.getName());
  private static final int FAILED = 1;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private final Options options = new Options();

  Launcher(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts the server and returns; the server's threads keep the process alive.
   *
   * @param arguments the command line, see {@code --help}
   */
  static void launch(String[] arguments) {
    // H2 reads timestamps in the JVM's zone, and only in UTC no hour comes twice.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    int exit = new Launcher(System.getenv(), System.out, System.err).run(arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  int run(String... arguments) {
    CommandLine command = new CommandLine(this);
    command.setDefaultValueProvider(new EnvironmentDefaults(environment));
    command.setParameterExceptionHandler(this::refuse);
    command.setExecutionExceptionHandler((problem, line, parsed) -> giveUp(problem));
    try {
      return command.execute(arguments);
    } catch (Error unforeseen) {
      return giveUp(unforeseen);
    }
  }

  private int refuse(CommandLine.ParameterException problem, String[] arguments) {
    err.println("patchbay: " + problem.getMessage() + " (patchbay --help tells more)");
    return CommandLine.ExitCode.USAGE;
  }

  private int giveUp(Throwable problem) {
    if (problem instanceof StartupProblem) {
      err.println("patchbay: " + problem.getMessage());
    } else {
      LOG.log(Level.SEVERE, "Patchbay gives up", problem);
      err.println("patchbay: This went wrong (" + firstLine(problem) + "); the log tells more.");
    }
    return FAILED;
  }

  private static String firstLine(Throwable problem) {
    return problem.toString().lines().findFirst().orElse("");
  }

  @Override
  public Integer call() {
    new Start(options.settings(), environment, out).run();
    return CommandLine.ExitCode.OK;
  }

  Path data() {
    return options.data();
  }

  Database database() {
    return Database.of(environment, options.data());
  }

  void say(String line) {
    out.println(line);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Patchbay " + Distribution.version()};
    }
  }
}
