package dev.patchbay.console.access;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.Set;

/** Lets an admin pick the roles of a user; none at all is no choice. */
class RoleChoice extends CheckboxGroup<Role> {

  RoleChoice(Set<Role> present) {
    super("Roles");
    addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    setItems(Role.values());
    setItemLabelGenerator(Role::words);
    setValue(present);
  }

  boolean isMade() {
    setErrorMessage("A user needs a role");
    setInvalid(getValue().isEmpty());
    return !isInvalid();
  }
}
