package io.daybook.query.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final Sort AMOUNT = Sort.by("amount", "amount", ValueType.DECIMAL);
    private static final Sort SHIPPED = Sort.byOptional("shipped", "shipped", ValueType.DATE);
    private static final Sort ID = Sort.by("id", "id", ValueType.TEXT);

    @Test
    void comparesWholeRowsWhereAllTermsGoOneWay() {
        Keyset keyset = keyset(term(AMOUNT, false), term(ID, false));

        assertThat(keyset.orderBy()).isEqualTo("amount DESC, id DESC");
        assertThat(keyset.after(List.of("2", "A")).sql()).isEqualTo("(amount, id) < (:after0, :after1)");
    }

    @Test
    void goesTermByTermWhereTheyGoDifferentWays() {
        Keyset keyset = keyset(term(AMOUNT, false), term(ID, true));

        assertThat(keyset.after(List.of("2", "A")).sql())
                .isEqualTo("(amount <= :after0 AND (amount < :after0 OR (amount = :after0 AND (id) > (:after1))))");
    }

    @Test
    void hasRowsWithoutAValueLast() {
        Keyset keyset = keyset(term(SHIPPED, false), term(ID, false));

        assertThat(keyset.orderBy()).isEqualTo("shipped DESC NULLS LAST, id DESC");
        assertThat(keyset.after(List.of(LocalDate.EPOCH, "A")).sql())
                .isEqualTo("(shipped < :after0 OR shipped IS NULL OR (shipped = :after0 AND (id) < (:after1)))");
        assertThat(keyset.after(Arrays.asList(null, "A")).sql()).isEqualTo("(shipped IS NULL AND (id) < (:after1))");
        assertThat(keyset.after(Arrays.asList(null, "A")).values()).containsOnlyKeys("after1");
    }

    private static Keyset keyset(Keyset.Term... terms) {
        return new Keyset(List.of(terms));
    }

    private static Keyset.Term term(Sort sort, boolean ascending) {
        return new Keyset.Term(sort, ascending);
    }
}
