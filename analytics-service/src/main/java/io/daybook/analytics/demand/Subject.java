package io.daybook.analytics.demand;

import org.jspecify.annotations.Nullable;

/** What demand is about. */
record Subject(Kind kind, String name) {

    /** What it is. */
    enum Kind {
        PRODUCT((byte) 0),
        COUNTRY((byte) 1);

        private final byte code;

        Kind(byte code) {
            this.code = code;
        }

        /** How it is stored. */
        byte code() {
            return code;
        }

        static Kind of(byte code) {
            return code == PRODUCT.code ? PRODUCT : COUNTRY;
        }
    }

    static Subject product(String sku) {
        return new Subject(Kind.PRODUCT, sku);
    }

    static Subject country(String country) {
        return new Subject(Kind.COUNTRY, country);
    }

    /** As a record has it, in less time: subjects are looked up all the time. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + kind.code();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Subject(Kind otherKind, String otherName)
                && kind == otherKind
                && name.equals(otherName);
    }
}
