package io.daybook.query.webhook;

/** What came of one attempt at a delivery. */
sealed interface Outcome {

    /** The receiver has it: it answered with a status of success. */
    record Delivered(int status) implements Outcome {}

    /** The receiver wants nothing any more: it answered 410. */
    record Gone() implements Outcome {}

    /** The receiver does not have it, or did not say so. */
    record Failed(String error) implements Outcome {}

    /** It was not sent: this instance is to end its work on the webhook. */
    record Unsent() implements Outcome {}
}
