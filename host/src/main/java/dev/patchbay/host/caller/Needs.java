package dev.patchbay.host.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes that an API key needs for a call; none, if the braces are empty. Without this
 * annotation a call is closed to API keys.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /** All of them are needed. */
  Scope[] value();
}
