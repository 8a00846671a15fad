package dev.patchbay.console.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.patchbay.console.ui.Amount;
import java.util.function.Consumer;

/** Asks once more, and what becomes of the records. */
class DisconnectDialog extends Dialog {
  private final RadioButtonGroup<Connections.Records> fate = new RadioButtonGroup<>();

  DisconnectDialog(Connection connection, Consumer<Connections.Records> disconnect) {
    setHeaderTitle("Disconnect " + connection.title() + "?");
    addClassName("ask");
    fate.setLabel("What becomes of its " + records(connection) + "?");
    fate.setItems(Connections.Records.values());
    fate.setItemLabelGenerator(DisconnectDialog::words);
    fate.setValue(Connections.Records.KEEP);
    add(
        new Paragraph(
            "Patchbay gives its access back and stops syncing at once. At the service itself"
                + " nothing is deleted."),
        fate);
    Button sure =
        new Button(
            "Disconnect",
            click -> {
              disconnect.accept(fate.getValue());
              close();
            });
    sure.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(new Button("Cancel", click -> close()), sure);
  }

  private static String records(Connection connection) {
    return Amount.of(connection.recordCount(), "record", "records");
  }

  private static String words(Connections.Records records) {
    return switch (records) {
      case KEEP -> "Keep them in Patchbay and the CRM";
      case ERASE -> "Erase Patchbay's copies for good";
    };
  }
}
