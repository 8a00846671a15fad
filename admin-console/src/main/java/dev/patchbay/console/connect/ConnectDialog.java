package dev.patchbay.console.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.integration.Integration;
import dev.patchbay.console.integration.Integrations;
import dev.patchbay.console.live.Pulse;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.sync.SyncRun;
import dev.patchbay.console.sync.SyncRuns;
import dev.patchbay.console.ui.Glyph;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The wizard's window: one step after the other, each leading to the next. */
final class ConnectDialog extends Dialog {
  private static final Duration BEAT = Duration.ofMillis(700);

  private final transient HostSession host;
  private final transient Pulse pulse;
  private final transient Plugin plugin;

  ConnectDialog(HostSession host, Pulse pulse, Plugin plugin) {
    this.host = host;
    this.pulse = pulse;
    this.plugin = plugin;
    addClassName("wizard");
    setHeaderTitle("Connect " + plugin.title());
    setCloseOnOutsideClick(false);
    Button close = new Button(new Glyph("close"), click -> close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    close.setAriaLabel("Close");
    getHeader().add(close);
  }

  /** The first question: through which integration? With none or one there is nothing to ask. */
  void start(String redirectUri) {
    List<Integration> known = new Integrations(host).of(plugin.id());
    if (known.isEmpty()) {
      askSetUp(redirectUri);
    } else if (known.size() == 1) {
      askConsent(known.get(0).id());
    } else {
      step(new ChooseStep(known, chosen -> askConsent(chosen.id()), () -> askSetUp(redirectUri)));
    }
  }

  private void askSetUp(String redirectUri) {
    step(new SetUpStep(plugin, redirectUri, this::create));
  }

  private void create(Integration.Draft draft) {
    askConsent(new Integrations(host).create(draft).id());
  }

  private void askConsent(String integration) {
    ask(sessions -> sessions.open(integration));
  }

  /** Asks for an account that is connected already. */
  void askAgain(String connection) {
    ask(sessions -> sessions.again(connection));
  }

  /** Sends the person to the service, and waits for the outcome. */
  private void ask(Function<ConnectSessions, ConnectSession> opening) {
    ConnectSessions sessions = new ConnectSessions(host);
    ConnectSession session = opening.apply(sessions);
    ConsentStep consent = new ConsentStep(plugin, session.connectUrl());
    step(consent);
    pulse.follow(consent, BEAT, () -> sessions.find(session.id()), now -> !settled(now, opening));
  }

  private boolean settled(
      ConnectSession session, Function<ConnectSessions, ConnectSession> opening) {
    if (session.isOver()) {
      session
          .connection()
          .ifPresentOrElse(
              this::connected,
              () -> step(OutcomeStep.failed(plugin, session.failure(), () -> ask(opening))));
    }
    return session.isOver();
  }

  private void connected(String connection) {
    startFirstSync(connection);
    step(OutcomeStep.connected(plugin, () -> show(connection)));
  }

  private void startFirstSync(String connection) {
    SyncRuns runs = new SyncRuns(host);
    List<SyncRun> started = runs.latest(connection);
    if (started.isEmpty()) {
      try {
        runs.pull(connection);
      } catch (HostProblem anotherWasFaster) {
        if (!anotherWasFaster.is(409)) {
          throw anotherWasFaster;
        }
      }
    }
  }

  private void show(String connection) {
    close();
    UI.getCurrent().navigate("connections/" + connection);
  }

  private void step(Component step) {
    removeAll();
    add(step);
  }
}
