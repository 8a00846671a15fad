package dev.patchbay.sandbox.page;

/** Small form parts, each with its label. */
public final class Form {
  private Form() {}

  public static Element post(String action, Object... children) {
    return Element.tag("form", children).attribute("method", "post").attribute("action", action);
  }

  public static Element hidden(String name, String value) {
    return Element.tag("input")
        .attribute("type", "hidden")
        .attribute("name", name)
        .attribute("value", value);
  }

  public static Element input(String type, String name, String label, String value) {
    Element input =
        Element.tag("input")
            .attribute("type", type)
            .attribute("name", name)
            .attribute("value", value)
            .attribute("aria-label", label)
            .attribute("required", "");
    return input;
  }

  public static Element button(String text, String style) {
    return Element.tag("button", text).attribute("type", "submit").style(style);
  }

  public static Element button(String text, String style, String name, String value) {
    return button(text, style).attribute("name", name).attribute("value", value);
  }
}
