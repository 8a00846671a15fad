package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;

/** The pages of one connection. Each has its own address, so that it can be sent to somebody. */
public final class ConnectionTabs extends Nav {

  /** One of the pages. */
  public enum Tab {
    OVERVIEW("Overview", ""),
    PLAN("Push plan", "/push-plan"),
    CONFLICTS("Conflicts", "/conflicts"),
    QUARANTINE("Quarantine", "/quarantine"),
    RUNS("Sync runs", "/sync-runs"),
    SETTINGS("Sync settings", "/sync-settings"),
    MAPPING("Field mapping", "/field-mapping");

    private final String label;
    private final String path;

    Tab(String label, String path) {
      this.label = label;
      this.path = path;
    }

    public String label() {
      return label;
    }

    /** The page's address for a connection. */
    public String address(String connection) {
      return "connections/" + connection + path;
    }
  }

  public ConnectionTabs(String connection, Tab here) {
    addClassName("tabs");
    getElement().setAttribute("aria-label", "Pages of this connection");
    UnorderedList list = new UnorderedList();
    for (Tab tab : Tab.values()) {
      Anchor link = new Anchor(tab.address(connection), tab.label());
      link.getElement().setAttribute("router-link", true);
      if (tab == here) {
        link.getElement().setAttribute("aria-current", "page");
      }
      list.add(new ListItem(link));
    }
    add(list);
  }
}
