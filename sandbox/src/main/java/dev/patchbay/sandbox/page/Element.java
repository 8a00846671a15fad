package dev.patchbay.sandbox.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An HTML element. Text and attribute values are escaped because there is no other way in. */
public final class Element {
  private static final Set<String> VOID =
      Set.of("input", "link", "meta", "br", "hr", "img", "path", "circle", "rect");

  private final String name;
  private final Map<String, String> attributes = new TreeMap<>();
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  public static Element tag(String name, Object... children) {
    return new Element(name).add(children);
  }

  public Element attribute(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  public Element style(String classes) {
    return attribute("class", classes);
  }

  /** Adds elements, collections of them, or anything else as text. */
  public Element add(Object... more) {
    for (Object child : more) {
      if (child instanceof Collection<?> several) {
        children.addAll(several);
      } else {
        children.add(child);
      }
    }
    return this;
  }

  public String render() {
    StringBuilder html = new StringBuilder("<!doctype html>\n");
    renderTo(html);
    return html.toString();
  }

  private void renderTo(StringBuilder html) {
    html.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            html.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    html.append('>');
    if (VOID.contains(name)) {
      return;
    }
    for (Object child : children) {
      if (child instanceof Element element) {
        element.renderTo(html);
      } else {
        html.append(escape(String.valueOf(child)));
      }
    }
    html.append("</").append(name).append('>');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
