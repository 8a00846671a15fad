package dev.patchbay.console.twoway;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** What would change of a record: each field, what it is, and what it becomes. */
final class ChangeTable extends NativeTable {

  ChangeTable(String record, List<FieldChange> changes) {
    addClassName("changes");
    getElement().setAttribute("aria-label", "What changes of " + record);
    NativeTableRow head = getHead().addRow();
    List.of("Field", "At the service", "Becomes").forEach(name -> head.add(header(name, "col")));
    changes.forEach(change -> getBody().addRows(row(change)));
  }

  private static NativeTableRow row(FieldChange change) {
    NativeTableRow row = new NativeTableRow();
    NativeTableHeaderCell name = header(FieldPath.words(change.path()), "row");
    name.setTitle(change.path());
    row.add(name);
    row.addDataCell().add(new FieldValue(change.from()));
    row.addDataCell().add(new FieldValue(change.to()));
    return row;
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
