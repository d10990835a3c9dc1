package io.daybook.query.notary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the log. Who verifies takes it from somebody they trust, not from here.
 *
 * @param vkey as C2SP signed notes have it
 * @param fromSize the first checkpoint that it signed
 * @param untilSize the last before the next key took over; null where it still signs
 */
record KeyView(
        String vkey, String id, long fromSize, @Nullable Long untilSize) {

    /** The keys in the order of their use. */
    static List<KeyView> of(List<KeyRows.Used> keys) {
        List<KeyView> views = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            KeyRows.Used used = keys.get(i);
            Long until = i + 1 < keys.size() ? keys.get(i + 1).fromSize() : null;
            views.add(new KeyView(used.key().toString(), used.key().hexadecimalId(), used.fromSize(), until));
        }
        return views;
    }
}
