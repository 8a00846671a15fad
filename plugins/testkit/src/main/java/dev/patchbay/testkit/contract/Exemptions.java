package dev.patchbay.testkit.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out the points that a plugin's test names with a reason, and says the reason. */
final class Exemptions implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Proves.class)
        .map(Proves::value)
        .flatMap(
            point ->
                context
                    .getTestInstance()
                    .map(ContractSubject.class::cast)
                    .map(subject -> subject.exempt().get(point)))
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("required"));
  }
}
