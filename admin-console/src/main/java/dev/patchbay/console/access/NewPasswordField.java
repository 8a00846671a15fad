package dev.patchbay.console.access;

import com.vaadin.flow.component.textfield.PasswordField;

/** A password that is chosen here, so long as the host wants it. */
public class NewPasswordField extends PasswordField {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  public NewPasswordField(String label) {
    super(label);
    setHelperText("At least " + SHORTEST + " characters");
    setMaxLength(LONGEST);
    getElement().setAttribute("autocomplete", "new-password");
  }

  /** Whether it will do; says so at the field if not. */
  public boolean isLongEnough() {
    setErrorMessage("At least " + SHORTEST + " characters");
    setInvalid(getValue().length() < SHORTEST);
    return !isInvalid();
  }
}
