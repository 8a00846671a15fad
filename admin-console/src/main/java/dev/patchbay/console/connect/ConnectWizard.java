package dev.patchbay.console.connect;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.live.Pulse;
import dev.patchbay.console.plugin.Plugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Leads from a plugin to a connected account. */
@Singleton
public class ConnectWizard {
  private final Pulse pulse;
  private final String publicUrl;

  @Inject
  public ConnectWizard(
      Pulse pulse,
      @ConfigProperty(name = "patchbay.public-url", defaultValue = "http://127.0.0.1:8080")
          String publicUrl) {
    this.pulse = pulse;
    this.publicUrl = publicUrl;
  }

  /** Connects an account of the service. */
  public void open(HostSession host, Plugin plugin) {
    ConnectDialog dialog = new ConnectDialog(host, pulse, plugin);
    dialog.open();
    dialog.start(redirectUri());
  }

  /** Connects the account of a connection again, under the same id. */
  public void again(HostSession host, Plugin plugin, String connection) {
    ConnectDialog dialog = new ConnectDialog(host, pulse, plugin);
    dialog.open();
    dialog.askAgain(connection);
  }

  private String redirectUri() {
    return publicUrl + "/api/oauth/callback";
  }
}
