package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.host.Page;
import dev.patchbay.console.ui.EmptyState;
import java.util.Optional;
import java.util.function.Function;

/** A list that is read page by page, or words instead of it if it is empty. */
final class LongList<T> extends Div {
  private final transient Function<Optional<String>, Page<T>> read;
  private final transient Function<T, ListItem> draw;
  private final UnorderedList items = new UnorderedList();
  private final Div foot = new Div();

  LongList(Function<Optional<String>, Page<T>> read, Function<T, ListItem> draw, EmptyState empty) {
    this.read = read;
    this.draw = draw;
    items.addClassName("cards");
    add(items, foot);
    show(Optional.empty());
    if (items.getElement().getChildCount() == 0) {
      removeAll();
      add(empty);
    }
  }

  private void show(Optional<String> cursor) {
    Page<T> page = read.apply(cursor);
    page.items().forEach(item -> items.add(draw.apply(item)));
    foot.removeAll();
    page.next().ifPresent(next -> foot.add(more(next)));
  }

  private Button more(String next) {
    return new Button("Show more", click -> show(Optional.of(next)));
  }
}
