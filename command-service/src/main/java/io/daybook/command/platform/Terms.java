package io.daybook.command.platform;

import io.daybook.eventstore.Receipt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a command is sent.
 *
 * @param expectedVersion the version that the aggregate must have, -1 for one that must not exist; null for any
 * @param receipt makes the receipt to be stored with the command's events of what its handler answered, or null for
 *     none
 */
record Terms(@Nullable Long expectedVersion, Function<@Nullable Object, @Nullable Receipt> receipt) {

    /** Whatever the version, and no receipt. */
    static final Terms NONE = new Terms(null, _ -> null);
}
