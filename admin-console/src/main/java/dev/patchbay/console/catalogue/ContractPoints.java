package dev.patchbay.console.catalogue;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugin.Contract;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Tone;

/** What a plugin's own tests proved of it, so that an admin need not take its word. */
class ContractPoints extends NativeDetails {

  ContractPoints(Contract contract) {
    addClassName("contract");
    setSummaryText(summary(contract));
    setContent(contract.points().isEmpty() ? new Paragraph(contract.reason()) : list(contract));
  }

  private static String summary(Contract contract) {
    if (contract.points().isEmpty()) {
      return "Plugin contract: not tested in this build";
    }
    return "%d of %d points of the plugin contract proven%s"
        .formatted(
            contract.proven(),
            contract.points().size(),
            contract.isProven() ? "" : ", and some are open");
  }

  private static UnorderedList list(Contract contract) {
    UnorderedList list = new UnorderedList();
    contract.points().forEach(point -> list.add(item(point)));
    return list;
  }

  private static ListItem item(Plugin.Point point) {
    ListItem item = new ListItem(badge(point.outcome()), new Span(point.sentence()));
    if (point.reason() != null) {
      Span reason = new Span(point.reason());
      reason.addClassName("faint");
      item.add(reason);
    }
    return item;
  }

  private static Badge badge(String outcome) {
    return switch (outcome == null ? "" : outcome) {
      case "PROVEN" -> new Badge(Tone.GOOD, "Proven");
      case "EXEMPT" -> new Badge(Tone.IDLE, "Not possible there");
      case "FAILED" -> new Badge(Tone.BAD, "Does not hold");
      default -> new Badge(Tone.ATTENTION, "Not tried");
    };
  }
}
