package dev.patchbay.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.audit.NotAudited;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(
    packages = "dev.patchbay.host",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule should_have_no_cycles_between_packages =
      slices().matching("dev.patchbay.host.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule should_name_classes_by_what_they_are =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|ServiceImpl)(\\$.*)?");

  @ArchTest
  static final ArchRule should_say_who_may_call_each_resource_method =
      ArchRuleDefinition.methods()
          .that(areCalledByHttp())
          .should(nameRolesOrBePublic())
          .because("a method without a word would be open to everybody who is signed in");

  @ArchTest
  static final ArchRule should_describe_each_resource_method_of_the_api =
      ArchRuleDefinition.methods()
          .that(areCalledByHttp())
          .and()
          .areDeclaredInClassesThat(areUnder("v1"))
          .should()
          .beAnnotatedWith(Operation.class);

  @ArchTest
  static final ArchRule should_tell_the_audit_what_each_resource_method_changes =
      ArchRuleDefinition.methods()
          .that(changeSomething())
          .should()
          .beAnnotatedWith(Audited.class)
          .orShould()
          .beAnnotatedWith(NotAudited.class)
          .because("@Audited tells what was done, and @NotAudited says why that is not needed");

  @ArchTest
  static final ArchRule should_bind_every_entity_to_a_tenant =
      ArchRuleDefinition.classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .and()
          .doNotHaveSimpleName("Tenant")
          .and()
          .doNotHaveSimpleName("ServerState")
          .and()
          .doNotHaveSimpleName("DataKey")
          .and()
          .doNotHaveSimpleName("SigningKey")
          .and()
          .doNotHaveSimpleName("Rotation")
          .and()
          .doNotHaveSimpleName("SignInFailures")
          .should(haveField("tenantId"));

  @ArchTest
  static final ArchRule should_take_time_from_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.patchbay.host.time")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule should_know_nothing_of_a_particular_service =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.patchbay.googlecalendar..");

  private static DescribedPredicate<JavaMethod> areCalledByHttp() {
    return DescribedPredicate.describe(
        "are called by HTTP",
        method ->
            method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)));
  }

  private static DescribedPredicate<JavaMethod> changeSomething() {
    return DescribedPredicate.describe(
        "change something by HTTP",
        method ->
            Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class)
                .anyMatch(method::isAnnotatedWith));
  }

  private static DescribedPredicate<JavaClass> areUnder(String base) {
    return DescribedPredicate.describe(
        "are under " + base,
        type ->
            type.tryGetAnnotationOfType(Path.class)
                .map(path -> path.value().startsWith(base))
                .orElse(false));
  }

  private static ArchCondition<JavaMethod> nameRolesOrBePublic() {
    return new ArchCondition<>("name roles or be public") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(PermitAll.class)
                || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                || method.getOwner().isAnnotatedWith(PermitAll.class);
        events.add(new SimpleConditionEvent(method, said, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> haveField(String name) {
    return new ArchCondition<>("have the field " + name) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean has = type.tryGetField(name).isPresent();
        events.add(new SimpleConditionEvent(type, has, type.getName() + " has no " + name));
      }
    };
  }
}
