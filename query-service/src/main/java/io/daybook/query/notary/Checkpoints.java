package io.daybook.query.notary;

import io.daybook.api.InvalidValue;
import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The checkpoints, for who asks for them. */
@Component
final class Checkpoints {

    private final CheckpointRows rows;

    Checkpoints(CheckpointRows rows) {
        this.rows = rows;
    }

    SealedCheckpoint latest() {
        return rows.last()
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.CHECKPOINT_UNKNOWN, "Nothing is sealed yet, so there is no checkpoint"));
    }

    SealedCheckpoint ofSize(long size) {
        return rows.find(size)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.CHECKPOINT_UNKNOWN,
                        "There is no checkpoint of size %d; the list at /checkpoints has those that there are"
                                .formatted(size)));
    }

    /** The latest first; the cursor is the size of the last one of the page before. */
    Page<CheckpointView> page(PageRequest page) {
        List<CheckpointView> found = rows.below(before(page.cursor()), page.limit() + 1).stream()
                .map(CheckpointView::of)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<CheckpointView> items = found.subList(0, page.limit());
        return new Page<>(items, Long.toString(items.getLast().size()));
    }

    /** The size that is asked for, else the latest; {@link Refusal} where so much is not sealed. */
    long sealedSize(@Nullable Long asked, String field) {
        long latest = latest().size();
        if (asked == null) {
            return latest;
        }
        if (asked < 1) {
            throw new InvalidValue(field, "must be 1 or more");
        }
        if (asked > latest) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "NOT_YET_SEALED",
                    "The log is sealed up to position %d; ask for no more, wait, or POST /notary/seal"
                            .formatted(latest));
        }
        return asked;
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw new InvalidValue("cursor", "must be the next of the page before");
        }
    }
}
