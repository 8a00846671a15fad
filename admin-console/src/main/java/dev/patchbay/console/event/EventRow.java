package dev.patchbay.console.event;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.ui.Glyph;
import java.util.Optional;

/** One event in the list. */
final class EventRow extends NativeButton {

  EventRow(Entry entry, Calendar calendar, Runnable open) {
    addClassName("event");
    addClickListener(click -> open.run());
    Span hours = new Span(entry.when().hours());
    hours.addClassName("event-hours");
    Span bar = new Span();
    bar.addClassName("event-bar");
    Optional<Calendar> known = Optional.ofNullable(calendar);
    known.flatMap(Calendar::plainColor).ifPresent(color -> bar.getStyle().setBackground(color));
    Span title = new Span(entry.title());
    title.addClassName("event-title");
    Span details = new Span();
    details.addClassName("event-details");
    add(hours, bar, title, details);
    if (entry.cancelled()) {
      addClassName("event-cancelled");
      details.add(new Span("Cancelled"));
    }
    entry.repetition().ifPresent(text -> details.add(detail("repeat", text)));
    entry.place().ifPresent(text -> details.add(detail("pin", text)));
    Optional<String> usual = known.flatMap(Calendar::timeZone);
    entry
        .when()
        .zone()
        .filter(zone -> !usual.equals(Optional.of(zone)))
        .ifPresent(zone -> details.add(detail("globe", zone)));
    known.ifPresent(one -> details.add(new Span(one.name())));
  }

  private static Span detail(String glyph, String text) {
    return new Span(new Glyph(glyph), new Span(text));
  }
}
