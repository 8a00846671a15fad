package dev.patchbay.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import dev.patchbay.console.host.Problem;

/** A short word to the admin that does not stop the work. */
public final class Notice {
  private static final int SHORT = 4_000;

  private Notice() {}

  public static void done(String text) {
    Notification notification = Notification.show(text, SHORT, Position.BOTTOM_START);
    notification.addClassName("notice-done");
  }

  public static void problem(Problem problem) {
    Div text = new Div(new Paragraph(problem.inWords()));
    problem.correlation().ifPresent(id -> text.add(new Copyable("the reference", id)));
    stay(text);
  }

  public static void problem(String words) {
    stay(new Div(new Paragraph(words)));
  }

  private static void stay(Component text) {
    Notification notification = new Notification();
    notification.setPosition(Position.BOTTOM_START);
    notification.addThemeVariants(NotificationVariant.LUMO_WARNING);
    notification.setAssertive(true);
    notification.setDuration(0);
    notification.addClassName("notice-problem");
    Button close = new Button("Close", click -> notification.close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    Div content = new Div(text, close);
    content.addClassName("notice");
    notification.add(content);
    notification.open();
  }
}
