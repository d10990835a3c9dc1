package io.daybook.analytics.window.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A queue that knows what all it holds comes to: constant time an operation on average and no inverse needed. The older
 * items lie on a stack with what each comes to together with all younger ones on it; the younger ones on another stack
 * with one sum. When the first runs out the second is turned over (Tangwongsan, Hirzel, Schneider, <i>Low-Latency
 * Sliding-Window Aggregation in Worst-Case Constant Time</i>, DEBS 2017, section 3).
 */
final class TwoStacks<A> {

    private final BinaryOperator<A> combine;
    private final Deque<Older<A>> older = new ArrayDeque<>();
    private final List<Item<A>> younger = new ArrayList<>();
    private @Nullable A youngerTotal;
    private long late;

    /** One event in the queue. */
    record Item<A>(long at, A aggregate, boolean late) {}

    private record Older<A>(Item<A> item, A total) {}

    TwoStacks(BinaryOperator<A> combine) {
        this.combine = combine;
    }

    void add(Item<A> item) {
        A total = youngerTotal;
        youngerTotal = total == null ? item.aggregate() : combine.apply(total, item.aggregate());
        younger.add(item);
        late += item.late() ? 1 : 0;
    }

    /** The item that came first; there is one. */
    Item<A> oldest() {
        turnOver();
        return older.getFirst().item();
    }

    void removeOldest() {
        turnOver();
        late -= older.removeFirst().item().late() ? 1 : 0;
    }

    private void turnOver() {
        if (!older.isEmpty()) {
            return;
        }
        for (Item<A> item : younger.reversed()) {
            Older<A> below = older.peekFirst();
            older.addFirst(new Older<>(
                    item, below == null ? item.aggregate() : combine.apply(item.aggregate(), below.total())));
        }
        younger.clear();
        youngerTotal = null;
    }

    /** What all of it comes to; it is not empty. */
    A total() {
        Older<A> first = older.peekFirst();
        A rest = youngerTotal;
        if (first == null || rest == null) {
            return Objects.requireNonNull(first == null ? rest : first.total());
        }
        return combine.apply(first.total(), rest);
    }

    int size() {
        return older.size() + younger.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** How many of its items were late. */
    long late() {
        return late;
    }

    void write(Format<A> format, StateOutput out) {
        out.putInt(size());
        older.forEach(first -> write(first.item(), format, out));
        younger.forEach(item -> write(item, format, out));
    }

    private void write(Item<A> item, Format<A> format, StateOutput out) {
        out.putTime(item.at()).putByte(item.late() ? 1 : 0);
        format.write(item.aggregate(), out);
    }

    static <A> TwoStacks<A> read(BinaryOperator<A> combine, Format<A> format, StateInput in) {
        TwoStacks<A> read = new TwoStacks<>(combine);
        int size = in.integer();
        for (int index = 0; index < size; index++) {
            long at = in.time();
            boolean late = in.oneByte() == 1;
            read.add(new Item<>(at, format.read(in), late));
        }
        return read;
    }
}
