package dev.patchbay.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens once the server answers: the sandbox's integrations are set up and the newcomer is
 * told where to go. The first secrets are shown to a person or with the sandbox, and then
 * forgotten; a log collector only learns where their file lies.
 */
final class Welcome {
  private final Settings settings;
  private final DataFolder folder;
  private final Optional<SandboxServer> sandbox;

  Welcome(Settings settings, DataFolder folder, Optional<SandboxServer> sandbox) {
    this.settings = settings;
    this.folder = folder;
    this.sandbox = sandbox;
  }

  void say(PrintStream out, Duration took) {
    Banner banner = new Banner(settings, Distribution.version(), took);
    sandbox.ifPresent(started -> banner.sandbox(started.address(), started.hosts()));
    Optional<FirstSignIn> first = FirstSignIn.in(folder.firstSignIn());
    first.ifPresentOrElse(found -> introduce(banner, found), banner::laterStart);
    out.println(banner);
    first.filter(found -> mayShow()).ifPresent(FirstSignIn::forget);
  }

  private void introduce(Banner banner, FirstSignIn first) {
    sandbox.ifPresent(started -> register(banner, first, started));
    if (mayShow()) {
      banner.firstStart(first);
    } else {
      banner.firstSignInWaitsIn(first);
    }
  }

  private void register(Banner banner, FirstSignIn first, SandboxServer started) {
    try {
      new SandboxIntegrations(settings.internalUrl()).register(first, started.integrations());
    } catch (StartupProblem problem) {
      banner.note(problem.getMessage());
    }
  }

  private boolean mayShow() {
    return settings.sandbox() || Terminal.isAttached();
  }
}
