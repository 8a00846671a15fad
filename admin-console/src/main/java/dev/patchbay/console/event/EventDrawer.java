package dev.patchbay.console.event;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.event.CalendarEvent.Person;
import dev.patchbay.console.host.Json;
import dev.patchbay.console.ui.Copyable;
import dev.patchbay.console.ui.Glyph;
import java.util.List;
import java.util.Optional;

/** Everything about one event: first for people, then the record's standard form for developers. */
final class EventDrawer extends Dialog {
  private final DescriptionList facts = new DescriptionList();

  EventDrawer(EventRecord record, Calendar calendar) {
    CalendarEvent event = new CalendarEvent(record.data());
    addClassName("drawer");
    setHeaderTitle(event.title());
    Button close = new Button(new Glyph("close"), click -> close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    close.setAriaLabel("Close");
    getHeader().add(close);
    describe(event, Optional.ofNullable(calendar));
    Div content = new Div(facts, standardForm(record));
    content.addClassName("drawer-content");
    add(content);
  }

  private void describe(CalendarEvent event, Optional<Calendar> calendar) {
    if (event.cancelled()) {
      fact("State", new Span("Cancelled"));
    }
    event.when().ifPresent(when -> fact("When", new Span(when.inWords())));
    event.when().flatMap(Occurrence::zone).ifPresent(zone -> fact("Time zone", new Span(zone)));
    event.repetition().ifPresent(words -> fact("Repeats", new Span(words)));
    if (event.isException()) {
      fact("Repeats", new Span("This is one changed date of a series"));
    }
    event.place().ifPresent(place -> fact("Where", new Span(place)));
    event.links().forEach(link -> fact("Join", link(link)));
    if (!event.people().isEmpty()) {
      fact("People", people(event.people()));
    }
    event.description().ifPresent(text -> fact("Description", new Paragraph(text)));
    calendar.ifPresent(one -> fact("Calendar", new Span(one.name())));
  }

  private void fact(String name, Component value) {
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private static Anchor link(String address) {
    Anchor link = new Anchor(address, address, AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }

  private static UnorderedList people(List<Person> people) {
    UnorderedList list = new UnorderedList();
    for (Person person : people) {
      String answer = person.answer().isEmpty() ? "" : " · " + person.answer();
      list.add(new ListItem(person.name() + answer));
    }
    return list;
  }

  private static NativeDetails standardForm(EventRecord record) {
    Pre json = new Pre(Json.pretty(record.data()));
    json.getElement().setAttribute("tabindex", "0");
    json.getElement().setAttribute("aria-label", "JSON");
    Div content = new Div(new Copyable("the record's id", record.id()), json);
    return new NativeDetails("Standard form (JSCalendar)", content);
  }
}
