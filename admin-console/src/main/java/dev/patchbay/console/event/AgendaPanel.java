package dev.patchbay.console.event;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import dev.patchbay.console.event.Entry.Part;
import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.EmptyState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The events of a connection: what comes, what repeats, what was; each opens to its details. */
public final class AgendaPanel extends Section {
  private static final int SHOWN_AT_ONCE = 50;

  private final transient Events events;
  private final transient Clock clock;
  private final transient Map<String, Calendar> calendars;
  private final AgendaFilter filter;
  private final Tabs parts = new Tabs();
  private final Map<Part, Tab> tabs = new EnumMap<>(Part.class);
  private final Div list = new Div();
  private transient Agenda agenda;
  private int shown = SHOWN_AT_ONCE;

  public AgendaPanel(
      HostSession host, Clock clock, String connection, Map<String, Calendar> calendars) {
    this.events = new Events(host, connection);
    this.clock = clock;
    this.calendars = calendars;
    filter = new AgendaFilter(calendars, this::read);
    addClassName("agenda");
    Div head = new Div(new H2("Events"), filter);
    head.addClassName("agenda-head");
    for (Part part : Part.values()) {
      Tab tab = new Tab();
      tabs.put(part, tab);
      parts.add(tab);
    }
    parts.addThemeVariants(TabsVariant.LUMO_HIDE_SCROLL_BUTTONS);
    parts.addSelectedChangeListener(change -> drawFromTheTop());
    add(head, parts, list);
    read();
  }

  /** Reads the events anew, for example after a sync. */
  public void read() {
    agenda = new Agenda(events, filter.words(), filter.calendar());
    drawFromTheTop();
  }

  private void drawFromTheTop() {
    shown = SHOWN_AT_ONCE;
    draw();
  }

  private void draw() {
    LocalDate today = LocalDate.now(clock);
    tabs.forEach((part, tab) -> tab.setLabel(label(part, agenda.part(part, today).size())));
    parts.setVisible(agenda.size() > 0);
    list.removeAll();
    List<Entry> entries = agenda.part(selected(), today);
    if (entries.isEmpty()) {
      list.add(nothing());
    } else {
      Part part = selected();
      list.add(new DayList(part, entries.stream().limit(shown).toList(), calendars, this::open));
    }
    offerMore(entries.size());
  }

  private void offerMore(int size) {
    if (size > shown) {
      list.add(new Button("Show more", click -> showMore()));
    } else if (agenda.hasMore()) {
      String so = "These are the first " + Amount.of(agenda.size(), "event", "events") + ".";
      list.add(new Paragraph(so), new Button("Read more events", click -> readMore()));
    }
  }

  private void showMore() {
    shown += SHOWN_AT_ONCE;
    draw();
  }

  private void readMore() {
    agenda.readMore();
    draw();
  }

  private void open(Entry entry) {
    new EventDrawer(events.find(entry.record()), calendars.get(entry.collection())).open();
  }

  private Part selected() {
    return tabs.entrySet().stream()
        .filter(tab -> tab.getValue().equals(parts.getSelectedTab()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Part.UPCOMING);
  }

  private String label(Part part, int count) {
    return part.label() + " " + Amount.of(count) + (agenda.hasMore() ? "+" : "");
  }

  private EmptyState nothing() {
    if (filter.isSet()) {
      return new EmptyState("search", "Nothing found", "No event fits what you are looking for.");
    }
    if (agenda.size() > 0) {
      return new EmptyState("calendar", "Nothing here", "Look under the other headings.");
    }
    return new EmptyState(
        "calendar", "No events yet", "They show up here as soon as the first sync has run.");
  }
}
