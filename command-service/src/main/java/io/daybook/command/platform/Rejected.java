package io.daybook.command.platform;

import io.daybook.api.RejectionCode;
import java.util.Map;

/** A command was refused: nothing happened, and the code says why. */
public final class Rejected extends RuntimeException {

    private final RejectionCode code;
    private final transient Map<String, Object> properties;

    public Rejected(RejectionCode code, String explanation) {
        this(code, explanation, Map.of());
    }

    /** A refusal that comes with more than words: {@code properties} are added to the problem that the caller gets. */
    public Rejected(RejectionCode code, String explanation, Map<String, Object> properties) {
        // a refusal is an answer, not a fault: it needs no stack trace
        super(explanation, null, false, false);
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public RejectionCode code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
