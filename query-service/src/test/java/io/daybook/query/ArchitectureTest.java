package io.daybook.query;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.query.platform.model.Projection;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The borders of the module. Each rule holds for the service, and finds the class in the tests that breaks it. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.daybook.query");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .withImportOption(location -> location.contains("Violat"))
            .importPackages("io.daybook.query");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses().should().dependOnClassesThat().resideInAPackage("io.daybook.command.."),
                noClasses().should().dependOnClassesThat().resideInAPackage("io.daybook.analytics.."),
                slices().matching("io.daybook.query.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(
                                DescribedPredicate.alwaysTrue(),
                                JavaClass.Predicates.resideInAPackage("io.daybook.query.platform..")),
                noClasses()
                        .that()
                        .resideInAPackage("io.daybook.query.platform..")
                        .should()
                        .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.daybook.query..")
                                .and(DescribedPredicate.not(
                                        JavaClass.Predicates.resideInAPackage("io.daybook.query.platform..")))),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Fold")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..",
                                "org.axonframework..",
                                "jakarta..",
                                "java.sql..",
                                "org.slf4j.."),
                classes().that(handle(EventHandler.class)).should(beAnnotatedWith(ProcessingGroup.class)),
                classes().that(handle(EventHandler.class)).should().beAssignableTo(Projection.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsToTheRule(ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsAViolation(ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }

    private static DescribedPredicate<JavaClass> handle(Class<? extends Annotation> annotation) {
        return DescribedPredicate.describe(
                "have a method with @" + annotation.getSimpleName(),
                type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation)));
    }
}
