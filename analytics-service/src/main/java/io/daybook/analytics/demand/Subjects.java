package io.daybook.analytics.demand;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects are asked about.
 *
 * @param names null for all of the kind
 */
record Subjects(Subject.Kind kind, @Nullable Set<String> names) {

    static Subjects product(String sku) {
        return new Subjects(Subject.Kind.PRODUCT, Set.of(sku));
    }

    static Subjects products(Set<String> skus) {
        return new Subjects(Subject.Kind.PRODUCT, skus);
    }

    static Subjects everyProduct() {
        return new Subjects(Subject.Kind.PRODUCT, null);
    }

    static Subjects country(String country) {
        return new Subjects(Subject.Kind.COUNTRY, Set.of(country));
    }

    boolean contains(Subject subject) {
        return subject.kind() == kind && (names == null || names.contains(subject.name()));
    }

    /** Those that are named. */
    List<Subject> named() {
        return names == null
                ? List.of()
                : names.stream().map(name -> new Subject(kind, name)).toList();
    }
}
