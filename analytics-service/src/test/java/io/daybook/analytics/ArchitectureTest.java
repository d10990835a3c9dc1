package io.daybook.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.analytics.borderviolations.StreamsStateInPlatformViolation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The module's borders. Every rule holds for the code and is shown to fail on a deliberate violation. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.daybook.analytics");

    private static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackagesOf(StreamsStateInPlatformViolation.class);

    /** In these packages all is a kernel that does not say by its name that it is tied to the engine or to the web. */
    private static final DescribedPredicate<JavaClass> KERNELS = DescribedPredicate.describe(
            "are kernels",
            type -> type.getSimpleName().endsWith("Kernel")
                    || type.getPackageName().endsWith(".kernel")
                    || type.getPackageName().endsWith(".backtest")
                    || (type.getPackageName().matches(".*\\.(booking|demand)")
                            && !outermost(type)
                                    .matches("Live.*|.*(Topology|Processor|Feed|Reader|Parser|Configuration|Controller"
                                            + "|Properties|package-info)"))
                    || type.getSimpleName().endsWith("KernelViolation"));

    private static final ArchRule KERNELS_KNOW_NO_ENGINE = noClasses()
            .that(KERNELS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework..", "tools.jackson..")
            .because("the same arithmetic runs live, in a back-test and on another engine");

    private static final ArchRule PLATFORM_KNOWS_NO_CONTEXT = noClasses()
            .that()
            .resideInAPackage("..platform..")
            .or()
            .haveSimpleNameEndingWith("PlatformViolation")
            .should()
            .dependOnClassesThat(contexts())
            .because("contexts hand in what the platform runs");

    private static final ArchRule OTHER_SERVICES_ARE_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.daybook.command..", "io.daybook.query..", "io.daybook.eventstore..")
            .because("analytics lives by the log alone");

    private static final ArchRule SQL_IS_FOR_SINKS = noClasses()
            .that()
            .resideOutsideOfPackage("io.daybook.analytics.sink..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("what is derived lives by the log alone");

    private static final ArchRule TIME_COMES_IN_WITH_THE_EVENT = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .because("live and replay must give the same");

    private static final ArchRule TYPES_OF_CONTEXTS_ARE_PRIVATE = classes()
            .that(contexts())
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackages("..booking", "..kernel", "..pricing.facts", "..pricing.backtest")
            .should()
            .notBePublic()
            .because("a context shows itself by REST; booking rules and kernels are for all engines");

    static Stream<ArchRule> rules() {
        return Stream.of(
                KERNELS_KNOW_NO_ENGINE,
                PLATFORM_KNOWS_NO_CONTEXT,
                OTHER_SERVICES_ARE_UNKNOWN,
                SQL_IS_FOR_SINKS,
                TIME_COMES_IN_WITH_THE_EVENT,
                TYPES_OF_CONTEXTS_ARE_PRIVATE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CODE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSeenToFail(ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }

    @Test
    void whateverIsInAKernelPackageIsAKernel() {
        assertThat(KERNELS_KNOW_NO_ENGINE
                        .evaluate(VIOLATIONS)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(violation -> violation.contains("KafkaInPricing"));
    }

    @Test
    void hasCodeToLookAt() {
        assertThat(CODE.stream().filter(KERNELS)).hasSizeGreaterThanOrEqualTo(40);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static DescribedPredicate<JavaClass> contexts() {
        return DescribedPredicate.describe(
                "belong to a context",
                type -> type.getPackageName()
                                .matches("io\\.daybook\\.analytics\\.(?!platform|borderviolations|.*\\.kernel$).+")
                        || type.getSimpleName().startsWith("Context"));
    }
}
