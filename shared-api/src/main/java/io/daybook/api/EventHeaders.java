package io.daybook.api;

/** The Kafka record headers of an event: CloudEvents 1.0 binary mode with Daybook's extension attributes. */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    /** The event's unique id. */
    public static final String ID = "ce_id";
    /** The event's type name, one of {@link EventTypes}. */
    public static final String TYPE = "ce_type";

    public static final String SOURCE = "ce_source";
    /** The aggregate id, with its type as prefix; also the record's key. */
    public static final String SUBJECT = "ce_subject";
    /** The recording time, RFC 3339. */
    public static final String TIME = "ce_time";
    /** The event's position in the store, decimal digits: dense from 1, in commit order. */
    public static final String POSITION = "ce_position";
    /** The event's sequence number within its aggregate, decimal digits, from 0. */
    public static final String SEQUENCE = "ce_sequence";
    /** The revision of the payload, decimal digits; absent where it is the first. */
    public static final String REVISION = "ce_revision";

    /** What the event has in common with all that follows from one request; absent where that is not known. */
    public static final String CORRELATION = "ce_correlationid";

    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}
