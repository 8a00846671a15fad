package dev.patchbay.host.plugin;

import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Setting;
import java.util.List;

/** The fields that a person fills in, for each way to authorise that is typed in. */
public final class FormFields {
  private static final List<Setting> CLIENT =
      List.of(
          Setting.builder("clientId", "Client id", Setting.Kind.TEXT).required().build(),
          Setting.builder("clientSecret", "Client secret", Setting.Kind.SECRET).required().build());

  private FormFields() {}

  public static List<Setting> of(Authorization authorization) {
    if (authorization instanceof Form form) {
      return form.fields();
    }
    return authorization instanceof ClientCredentials ? CLIENT : List.of();
  }
}
