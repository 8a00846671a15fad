package dev.patchbay.console.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;

/** Lets the server speak to open pages. */
@Push(transport = Transport.WEBSOCKET_XHR)
public class Shell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;
}
