package dev.patchbay.console.catalogue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once more before the server starts again, and stays until it is back. */
class ApplyDialog extends Dialog {

  ApplyDialog(Runnable apply) {
    setHeaderTitle("Apply changes?");
    addClassName("ask");
    add(
        new Paragraph(
            "Patchbay starts again with the plugins that are in its folders now. A sync that is"
                + " running stops where it is and goes on afterwards; nothing is lost."),
        new Paragraph("It takes about half a minute for everybody, and you sign in again."));
    Button sure =
        new Button(
            "Apply changes",
            click -> {
              apply.run();
              await();
            });
    sure.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), sure);
  }

  private void await() {
    setHeaderTitle("Patchbay starts again");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    removeAll();
    getFooter().removeAll();
    add(new Paragraph("This page comes back by itself as soon as the server does."));
    UI.getCurrent().getPage().executeJs("window.patchbay.comeBack()");
  }
}
