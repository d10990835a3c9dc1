package io.daybook.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The borders of the packages; each is shown to be guarded by a class in {@code io.daybook.violation} that crosses it.
 */
class ArchitectureTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("catalog", Set.of("platform")),
            Map.entry("pricing", Set.of("platform", "catalog")),
            Map.entry("stock", Set.of("platform", "catalog")),
            Map.entry("order", Set.of("platform", "catalog", "pricing")),
            Map.entry("customer", Set.of("platform")),
            Map.entry("automation", Set.of("platform")),
            Map.entry("bulk", Set.of("platform")),
            Map.entry("openapi", Set.of("platform")),
            Map.entry("deadline", Set.of("platform")),
            Map.entry("publication", Set.of()));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.daybook.command");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("io.daybook.violation");

    static Stream<ArchRule> rules() {
        return Stream.concat(
                MAY_USE.entrySet().stream().map(context -> staysWithinItsBorders(context.getKey(), context.getValue())),
                Stream.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("..command.publication..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                                .because("only publication knows Kafka"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("..command.customer..", "..command.automation..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.daybook.vault..")
                                .because("what is personal is sealed and opened in few places"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.daybook.query..", "io.daybook.analytics..")
                                .because("the read sides follow from the events, not the other way round"),
                        noClasses()
                                .that()
                                .areAnnotatedWith(Aggregate.class)
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.time\\.Clock|java\\.util\\.(Random|UUID)|org\\.slf4j\\..*|.*IdentifierFactory")
                                .because("time, ids and randomness come in with the command"),
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Kernel")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.axonframework..", "org.springframework..")
                                .because("a kernel is arithmetic that runs anywhere"),
                        noClasses()
                                .that()
                                .areAnnotatedWith(Aggregate.class)
                                .should()
                                .callMethod(java.time.Instant.class, "now")
                                .because("time comes in with the command")));
    }

    private static ArchRule staysWithinItsBorders(String context, Set<String> mayUse) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(context) && !mayUse.contains(other))
                .map(other -> "..command." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("..command." + context + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isGuarded(ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }
}
