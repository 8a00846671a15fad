package dev.patchbay.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.patchbay.console.signin.Me;
import dev.patchbay.console.ui.Glyph;

/** The signed-in person: who they are, light or dark, and the way out. */
class PersonMenu extends MenuBar {

  PersonMenu(Me me, Runnable changePassword, Runnable signOut) {
    addClassName("person");
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
    Avatar avatar = new Avatar(me.name());
    MenuItem root = addItem(avatar);
    root.setAriaLabel("Your account: " + me.name());
    SubMenu menu = root.getSubMenu();
    menu.addItem(card(me)).setEnabled(false);
    menu.addSeparator();
    menu.addItem(line("sun", "Light"), pick -> theme("light"));
    menu.addItem(line("moon", "Dark"), pick -> theme("dark"));
    menu.addItem(line("screen", "Like my device"), pick -> theme("auto"));
    menu.addSeparator();
    menu.addItem(line("pencil", "Change password"), pick -> changePassword.run());
    menu.addItem(line("leave", "Sign out"), pick -> signOut.run());
  }

  private static Div card(Me me) {
    Span tenant = new Span(me.tenant() == null ? "" : me.tenant().name());
    Span roles = new Span(String.join(", ", me.roles()));
    Div card = new Div(new Span(me.name()), tenant, roles);
    card.addClassName("person-card");
    return card;
  }

  private static Div line(String glyph, String text) {
    Div line = new Div(new Glyph(glyph), new Span(text));
    line.addClassName("menu-line");
    return line;
  }

  private static void theme(String choice) {
    UI.getCurrent().getPage().executeJs("window.patchbay.theme($0)", choice);
  }
}
