package dev.patchbay.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.patchbay.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule should_need_nothing_but_the_jdk_and_inject =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.patchbay.api..", "java..", "javax.net..", "javax.crypto..", "jakarta.inject..");

  @ArchTest
  static final ArchRule should_have_no_cycles_between_packages =
      slices().matching("dev.patchbay.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule should_avoid_names_that_say_nothing =
      noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)");
}
