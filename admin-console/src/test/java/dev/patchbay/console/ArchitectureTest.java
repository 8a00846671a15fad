package dev.patchbay.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.patchbay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_CONSOLE_KNOWS_THE_HOST_ONLY_BY_ITS_API =
      noClasses()
          .that()
          .resideInAPackage("dev.patchbay.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.patchbay.host..", "dev.patchbay.api..");

  @ArchTest
  static final ArchRule AREAS_DO_NOT_TURN_IN_CIRCLES =
      slices().matching("dev.patchbay.console.(*)..").should().beFreeOfCycles();
}
