package dev.patchbay.console.twoway;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.Map;

/** Which part of a list is shown; each has its own address. */
final class Choices extends Nav {

  /**
   * @param addresses the words and where each leads, in order
   */
  Choices(String label, Map<String, String> addresses, String here) {
    addClassName("choices");
    getElement().setAttribute("aria-label", label);
    addresses.forEach(
        (words, address) -> {
          Anchor link = new Anchor(address, words);
          link.getElement().setAttribute("router-link", true);
          if (words.equals(here)) {
            link.getElement().setAttribute("aria-current", "true");
          }
          add(link);
        });
  }
}
