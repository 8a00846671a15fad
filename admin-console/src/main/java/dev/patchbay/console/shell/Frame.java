package dev.patchbay.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.patchbay.console.access.OwnPasswordDialog;
import dev.patchbay.console.signin.Me;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Glyph;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Set;

/** What surrounds every page: the sections at the side, the way to here and the person on top. */
@Layout
@PermitAll
class Frame extends AppLayout implements AfterNavigationObserver {
  private final Breadcrumbs breadcrumbs = new Breadcrumbs();
  private final Visitor visitor;

  @Inject
  Frame(Visitor visitor) {
    this.visitor = visitor;
    setPrimarySection(Section.DRAWER);
    Nav home = new Nav(brand());
    home.getElement().setAttribute("aria-label", "Home");
    addToDrawer(home, sections());
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel("Sections");
    Header top = new Header(toggle, breadcrumbs);
    top.addClassName("top");
    visitor.me().ifPresent(me -> top.add(menu(me)));
    addToNavbar(top);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    Div page = new Div();
    page.addClassName("page");
    if (visitor.me().orElseThrow().sandbox()) {
      page.add(sandboxBanner());
    }
    page.getElement().appendChild(content.getElement());
    setContent(page);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    if (event.getActiveChain().get(0) instanceof Trail page) {
      breadcrumbs.show(page.trail());
    } else {
      breadcrumbs.removeAll();
    }
  }

  private static Component brand() {
    Anchor brand = new Anchor("", "Patchbay");
    brand.getElement().setAttribute("router-link", true);
    brand.addClassName("brand");
    return brand;
  }

  private PersonMenu menu(Me me) {
    return new PersonMenu(
        me,
        () -> new OwnPasswordDialog(visitor::changePassword).open(),
        () -> visitor.leave("sign-in"));
  }

  private Component sections() {
    SideNav sections = new SideNav();
    sections.getElement().setAttribute("aria-label", "Sections");
    SideNavItem connections = new SideNavItem("Connections", "", new Glyph("plug"));
    connections.setPathAliases(Set.of("connections"));
    connections.setMatchNested(true);
    sections.addItem(
        connections,
        new SideNavItem("End users", "end-users", new Glyph("people")),
        new SideNavItem("Catalogue", "catalogue", new Glyph("grid")));
    if (visitor.has("admin")) {
      sections.addItem(
          new SideNavItem("Integrations", "integrations", new Glyph("globe")),
          new SideNavItem("Embedding", "embedding", new Glyph("screen")));
      sections.addItem(new SideNavItem("Users", "users", new Glyph("people")));
      sections.addItem(new SideNavItem("API keys", "api-keys", new Glyph("key")));
      sections.addItem(new SideNavItem("Single sign-on", "single-sign-on", new Glyph("door")));
    }
    return sections;
  }

  private static Component sandboxBanner() {
    Span words =
        new Span("Sandbox: the services here are simulated. Nothing reaches real accounts.");
    Aside banner = new Aside(new Glyph("flask"), words);
    banner.addClassName("sandbox");
    banner.getElement().setAttribute("aria-label", "Sandbox");
    return banner;
  }
}
