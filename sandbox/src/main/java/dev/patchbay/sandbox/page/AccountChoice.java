package dev.patchbay.sandbox.page;

import static dev.patchbay.sandbox.page.Element.tag;

/** The accounts of which a fictional person takes one. */
public final class AccountChoice {
  private final Element choice;
  private final String field;

  /**
   * @param field under which the form sends the one that is taken
   */
  public AccountChoice(String legend, String field) {
    this.choice = tag("fieldset", tag("legend", legend)).style("accounts");
    this.field = field;
  }

  public AccountChoice offer(String value, String name, String detail) {
    return add(radio(value), value, name, detail);
  }

  /** Offers one that is taken unless the person takes another. */
  public AccountChoice suggest(String value, String name, String detail) {
    return add(radio(value).attribute("checked", ""), value, name, detail);
  }

  public Element element() {
    return choice;
  }

  private AccountChoice add(Element radio, String value, String name, String detail) {
    Element avatar =
        tag("span", name.substring(0, 1))
            .style("avatar tone" + Math.floorMod(value.hashCode(), 4))
            .attribute("aria-hidden", "true");
    choice.add(tag("label", radio, avatar, tag("span", tag("b", name), tag("small", detail))));
    return this;
  }

  private Element radio(String value) {
    return tag("input")
        .attribute("type", "radio")
        .attribute("name", field)
        .attribute("value", value)
        .attribute("required", "");
  }
}
