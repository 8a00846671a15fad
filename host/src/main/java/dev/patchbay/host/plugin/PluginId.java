package dev.patchbay.host.plugin;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells the beans of the plugins apart. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface PluginId {

  String value();

  final class Literal extends AnnotationLiteral<PluginId> implements PluginId {
    private static final long serialVersionUID = 1L;
    private final String value;

    Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
