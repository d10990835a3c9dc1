package io.daybook.bench.backtest;

/** What was given cannot be gone by; the message says why. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unfit(String message) {
        super(message);
    }
}
