package io.daybook.analytics.demand;

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
}
