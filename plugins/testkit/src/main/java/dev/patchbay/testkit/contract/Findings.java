package dev.patchbay.testkit.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Notes what became of each point, and writes it down once all were tried. */
final class Findings implements TestWatcher, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(Findings.class);

  @Override
  public void testSuccessful(ExtensionContext test) {
    note(test, Finding.proven());
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    note(test, Finding.exempt(reason.orElse("")));
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    note(test, Finding.failed());
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    note(test, Finding.failed());
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    var notes = notes(tests);
    for (var method :
        AnnotationSupport.findAnnotatedMethods(
            tests.getRequiredTestClass(), Proves.class, HierarchyTraversalMode.BOTTOM_UP)) {
      notes.of.putIfAbsent(method.getAnnotation(Proves.class).value(), Finding.untried());
    }
    notes.subject.ifPresent(subject -> Certificate.of(subject, notes.of).write());
  }

  private static void note(ExtensionContext test, Finding finding) {
    var notes = notes(test.getParent().orElseThrow());
    notes.subject = test.getTestInstance().map(ContractSubject.class::cast).or(() -> notes.subject);
    notes.of.merge(
        test.getRequiredTestMethod().getAnnotation(Proves.class).value(), finding, Finding::worse);
  }

  private static Notes notes(ExtensionContext tests) {
    return tests.getStore(NAMESPACE).getOrComputeIfAbsent(Notes.class);
  }

  /** What is known so far. */
  static final class Notes {
    private final Map<ContractPoint, Finding> of = new EnumMap<>(ContractPoint.class);
    private Optional<ContractSubject> subject = Optional.empty();
  }
}
