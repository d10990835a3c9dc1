package io.daybook.analytics.demand;

import org.jspecify.annotations.Nullable;

/**
 * What a figure is kept for: a subject in one currency. Currencies are never added up. Accounts are looked up and
 * stored all the time, so one keeps its hash, and its stored bytes once they were asked for.
 */
final class Account {

    /** Of what has no price: views and carts. */
    static final String NO_CURRENCY = "";

    private final Subject subject;
    private final String currency;
    private final int hash;
    private byte @Nullable [] stored;

    /** An account of a subject in a currency, or in none where that is empty. */
    Account(Subject subject, String currency) {
        this.subject = subject;
        this.currency = currency;
        this.hash = 31 * subject.hashCode() + currency.hashCode();
    }

    Subject subject() {
        return subject;
    }

    String currency() {
        return currency;
    }

    /** As {@link FiguresFormat} stores it; not to be changed. */
    byte[] stored() {
        byte[] known = stored;
        if (known == null) {
            known = FiguresFormat.bytesOf(this);
            stored = known;
        }
        return known;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Account that
                        && hash == that.hash
                        && subject.equals(that.subject)
                        && currency.equals(that.currency));
    }

    @Override
    public String toString() {
        return currency.isEmpty() ? subject.toString() : subject + " in " + currency;
    }
}
