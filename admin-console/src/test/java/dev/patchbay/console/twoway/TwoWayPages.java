package dev.patchbay.console.twoway;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;

/** How tests find their way on the pages about a connection's sync. */
final class TwoWayPages {

  private TwoWayPages() {}

  /** The one button that is called so by a screen reader. */
  static void press(String accessibleName) {
    _click(_get(Button.class, spec -> spec.withPredicate(one -> isCalled(one, accessibleName))));
  }

  static boolean offers(String accessibleName) {
    return !_find(Button.class, spec -> spec.withPredicate(one -> isCalled(one, accessibleName)))
        .isEmpty();
  }

  private static boolean isCalled(Button button, String name) {
    return button.getAriaLabel().filter(name::equals).isPresent();
  }

  /** What a dialog asks. */
  static String asked() {
    return Words.of(_get(Dialog.class));
  }

  static void agree(String verb) {
    _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText(verb)));
  }

  static String words() {
    return Words.of(_get(ConnectionPage.class));
  }

  /** Signs somebody in who has this role, and opens the page. */
  static void enter(Console console, String role, String page) {
    console.world().roles(role);
    console.signIn();
    open(console, page);
  }

  static void open(Console console, String page) {
    console.open("connections/con_1/" + page);
  }
}
