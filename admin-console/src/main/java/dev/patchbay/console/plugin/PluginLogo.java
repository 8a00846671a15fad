package dev.patchbay.console.plugin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** The service's logo on a tile; its initial where the plugin brings none. */
public final class PluginLogo extends Div {

  public PluginLogo(Plugin plugin) {
    this(plugin.title(), Optional.ofNullable(plugin.icon()));
  }

  /** For a plugin that is not installed any more. */
  public PluginLogo(String id) {
    this(id, Optional.empty());
  }

  private PluginLogo(String name, Optional<String> icon) {
    addClassName("logo");
    getElement().setAttribute("aria-hidden", "true");
    icon.filter(uri -> uri.startsWith("data:image/"))
        .ifPresentOrElse(
            uri -> add(new Image(uri, "")),
            () -> add(new Span(name.substring(0, 1).toUpperCase(Locale.ROOT))));
  }
}
