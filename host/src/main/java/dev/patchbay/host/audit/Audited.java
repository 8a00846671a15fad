package dev.patchbay.host.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a call of the API told in the audit, in one transaction with what it does. The target is the
 * path's {@code id}, or the id of what was made. The call must not wait for a service.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {
  /** What is done, as {@code integration.created}. */
  @Nonbinding
  String value() default "";

  /** The fields of the body whose values are told too; of the others only the names are. */
  @Nonbinding
  String[] tell() default {};

  /** Whether it belongs into the audit of the server and not into a tenant's. */
  @Nonbinding
  boolean ofServer() default false;
}
