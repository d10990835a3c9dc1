package io.daybook.query.webhook;

/** The work on a webhook ends here: it was changed, stopped, or is another instance's by now. */
final class Superseded extends RuntimeException {

    Superseded() {
        super("superseded", null, false, false);
    }
}
