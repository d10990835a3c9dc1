package io.daybook.command.platform;

import io.daybook.api.RejectionCode;

/**
 * An id that comes again must come with the content it came with first; only then is it a repetition. The business time
 * is not compared: a caller may leave it to us, and then it is another one each time.
 */
public record IdNamesSameContent(String id, boolean sameContent) implements Rule {

    @Override
    public boolean holds() {
        return sameContent;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.ID_TAKEN;
    }

    @Override
    public String explanation() {
        return "The id %s is taken by something else; send another id, or the same content again".formatted(id);
    }
}
