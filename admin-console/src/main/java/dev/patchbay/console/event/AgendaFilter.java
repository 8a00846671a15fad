package dev.patchbay.console.event;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.patchbay.console.ui.Glyph;
import java.util.Map;
import java.util.Optional;

/** Words to search for, and the one calendar to look into. */
final class AgendaFilter extends Div {
  private final TextField words = new TextField();
  private final Select<Calendar> calendar = new Select<>();

  AgendaFilter(Map<String, Calendar> calendars, Runnable changed) {
    addClassName("agenda-filter");
    words.setAriaLabel("Search events");
    words.setPlaceholder("Search");
    words.setPrefixComponent(new Glyph("search"));
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(change -> changed.run());
    calendar.setAriaLabel("Calendar");
    calendar.setItems(calendars.values());
    calendar.setEmptySelectionAllowed(true);
    calendar.setEmptySelectionCaption("All calendars");
    calendar.setItemLabelGenerator(item -> item == null ? "All calendars" : item.name());
    calendar.addValueChangeListener(change -> changed.run());
    calendar.setVisible(calendars.size() > 1);
    add(words, calendar);
  }

  String words() {
    return words.getValue().trim();
  }

  String calendar() {
    return Optional.ofNullable(calendar.getValue()).map(Calendar::id).orElse("");
  }

  boolean isSet() {
    return !words().isEmpty() || !calendar().isEmpty();
  }
}
