package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rejected;
import io.daybook.command.platform.Rule;

/** Of a line no more comes back than was sold and is not back yet. */
record ReturnFitsSale(int line, long returned, long open) implements Rule {

    @Override
    public boolean holds() {
        return returned <= open;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.RETURN_EXCEEDS_SALE;
    }

    @Override
    public String explanation() {
        return "Of line %d only %d pieces can come back, not %d".formatted(line, open, returned);
    }

    Rejected refusal() {
        return new Rejected(code(), explanation());
    }
}
