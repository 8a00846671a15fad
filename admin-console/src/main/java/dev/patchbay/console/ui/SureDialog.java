package dev.patchbay.console.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once more before something is gone. */
public class SureDialog extends Dialog {

  public SureDialog(String title, String text, String verb, Runnable act) {
    setHeaderTitle(title);
    addClassName("ask");
    add(new Paragraph(text));
    Button sure =
        new Button(
            verb,
            click -> {
              act.run();
              close();
            });
    sure.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(new Button("Cancel", click -> close()), sure);
  }
}
