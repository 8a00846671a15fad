package dev.patchbay.console.event;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.event.Entry.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Events under the heading of their day; repeating ones under none, since they have many. */
final class DayList extends Div {

  DayList(Part part, List<Entry> entries, Map<String, Calendar> calendars, Consumer<Entry> open) {
    addClassName("days");
    Map<String, List<Entry>> groups =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> heading(part, entry), LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (heading, day) -> {
          if (!heading.isEmpty()) {
            add(new H3(heading));
          }
          UnorderedList list = new UnorderedList();
          day.forEach(entry -> list.add(new ListItem(row(entry, calendars, open))));
          add(list);
        });
  }

  private static EventRow row(Entry entry, Map<String, Calendar> calendars, Consumer<Entry> open) {
    return new EventRow(entry, calendars.get(entry.collection()), () -> open.accept(entry));
  }

  private static String heading(Part part, Entry entry) {
    return part == Part.REPEATING ? "" : Occurrence.day(entry.day());
  }
}
