package dev.patchbay.console.access;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an admin fills in so that people can sign in with the organisation's own provider. */
class SignOnForm extends Div {
  private final TextField issuer = new TextField("Issuer");
  private final TextField clientId = new TextField("Client id");
  private final PasswordField secret = new PasswordField("Client secret");
  private final TextField label = new TextField("Name on the sign-in button");
  private final TextField claim = new TextField("Claim that holds the role");
  private final TextArea roles = new TextArea("Roles");
  private final Select<Role> otherwise = new Select<>();
  private final TextField domains = new TextField("E-mail domains");
  private final TextField scopes = new TextField("Scopes");
  private final Checkbox newcomers = new Checkbox("Let new people in at their first sign-in");
  private final Checkbox passwords = new Checkbox("People may use passwords too");

  SignOnForm() {
    addClassName("sign-on-form");
    issuer.setHelperText("As https://login.example.com");
    secret.getElement().setAttribute("autocomplete", "new-password");
    claim.setHelperText("Its name, such as groups, or a JSON Pointer such as /realm/roles");
    roles.setHelperText("One a line: what the claim may hold = admin, editor or viewer");
    otherwise.setLabel("Role of everybody else");
    otherwise.setItems(Role.values());
    otherwise.setItemLabelGenerator(role -> role == null ? "None: they stay out" : role.words());
    otherwise.setEmptySelectionAllowed(true);
    otherwise.setEmptySelectionCaption("None: they stay out");
    domains.setHelperText("Separated by commas; only verified addresses of these come in");
    passwords.setHelperText("Server admins always may");
    add(issuer, clientId, secret, label, claim, roles, otherwise, domains, scopes);
    add(new Div(newcomers, passwords));
  }

  void show(SignOn present) {
    issuer.setValue(present.issuer());
    clientId.setValue(present.clientId());
    secret.clear();
    secret.setHelperText(present.isSetUp() ? "Leave it empty to keep the present one" : "");
    label.setValue(present.label());
    claim.setValue(Optional.ofNullable(present.roleClaim()).orElse(""));
    roles.setValue(lines(present.roles()));
    otherwise.setValue(Role.named(present.defaultRole()).orElse(null));
    domains.setValue(String.join(", ", present.emailDomains()));
    scopes.setValue(String.join(" ", present.scopes()));
    newcomers.setValue(present.createsUsers());
    passwords.setValue(present.passwords());
  }

  /** The body of the call that saves it; what is empty is left out. */
  Map<String, Object> draft() {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("issuer", issuer.getValue().trim());
    draft.put("clientId", clientId.getValue().trim());
    put(draft, "clientSecret", secret.getValue());
    put(draft, "label", label.getValue().trim());
    put(draft, "roleClaim", claim.getValue().trim());
    draft.put("roles", pairs(roles.getValue()));
    Optional.ofNullable(otherwise.getValue())
        .ifPresent(role -> draft.put("defaultRole", role.id()));
    draft.put("emailDomains", words(domains.getValue(), "[,\\s]+"));
    draft.put("scopes", words(scopes.getValue(), "\\s+"));
    draft.put("createsUsers", newcomers.getValue());
    draft.put("passwords", passwords.getValue());
    return draft;
  }

  private static void put(Map<String, Object> draft, String name, String value) {
    if (!value.isEmpty()) {
      draft.put(name, value);
    }
  }

  private static String lines(Map<String, String> roles) {
    return roles.entrySet().stream()
        .map(pair -> pair.getKey() + " = " + pair.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** A line without a role keeps an empty one, so that the host says what is wrong with it. */
  private static Map<String, String> pairs(String lines) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
      int equals = line.lastIndexOf('=');
      pairs.put(
          line.substring(0, equals < 0 ? line.length() : equals).trim(),
          equals < 0 ? "" : line.substring(equals + 1).trim());
    }
    return pairs;
  }

  private static List<String> words(String text, String separator) {
    return Arrays.stream(text.trim().split(separator, -1)).filter(word -> !word.isEmpty()).toList();
  }
}
