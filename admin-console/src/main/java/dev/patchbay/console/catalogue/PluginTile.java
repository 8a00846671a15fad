package dev.patchbay.console.catalogue;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.PluginLogo;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Tone;
import java.util.stream.Collectors;

/** One service: what it brings and the way to connect it, or why it cannot be. */
class PluginTile extends Article {

  PluginTile(Plugin plugin, Runnable connect) {
    addClassName("tile");
    Div title = new Div(new H2(plugin.title()), kinds(plugin));
    Div head = new Div(new PluginLogo(plugin), title);
    head.addClassName("tile-head");
    add(head);
    if (plugin.description() != null) {
      add(new Paragraph(plugin.description()));
    }
    plugin.refusal().ifPresentOrElse(this::refused, () -> ready(plugin, connect));
  }

  private void ready(Plugin plugin, Runnable connect) {
    plugin.proof().map(ContractPoints::new).ifPresent(this::add);
    Button button = new Button("Connect", click -> connect.run());
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    button.setAriaLabel("Connect " + plugin.title());
    Span version = new Span("Version " + plugin.version());
    version.addClassName("faint");
    foot(new Div(version, button));
  }

  private void refused(String reason) {
    addClassName("tile-refused");
    Paragraph why = new Paragraph(reason);
    why.addClassName("tile-reason");
    add(why);
    foot(new Div(new Badge(Tone.BAD, "Refused by the server")));
  }

  private void foot(Div foot) {
    foot.addClassName("tile-foot");
    add(foot);
  }

  private static Span kinds(Plugin plugin) {
    String words =
        plugin.types().isEmpty()
            ? String.join(", ", plugin.categories())
            : plugin.types().stream().map(Plugin.Type::label).collect(Collectors.joining(", "));
    Span kinds = new Span(words);
    kinds.addClassName("faint");
    return kinds;
  }
}
