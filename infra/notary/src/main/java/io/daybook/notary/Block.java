package io.daybook.notary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of an export from the first event of a tile on up to the first one of the next. */
final class Block {

    private final long first;
    private final List<ExportRecord> events = new ArrayList<>(Tile.WIDTH);
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable ExportRecord leaves;
    private @Nullable Finding problem;

    /** Another record, and how many events of the block stand before it. */
    record Mark(int after, ExportRecord found) {}

    Block(long first) {
        this.first = first;
    }

    /** The position that its first event should have. */
    long first() {
        return first;
    }

    /** The position of the next event. */
    long next() {
        return first + events.size();
    }

    List<ExportRecord> events() {
        return events;
    }

    List<Mark> marks() {
        return marks;
    }

    /** The leaves that were sealed of these events; null where the block has none. */
    @Nullable ExportRecord leaves() {
        return leaves;
    }

    /** Why nothing can be read behind this block. */
    @Nullable Finding problem() {
        return problem;
    }

    boolean isFull() {
        return events.size() == Tile.WIDTH;
    }

    void event(ExportRecord event) {
        events.add(event);
    }

    void leaves(ExportRecord sealed) {
        leaves = sealed;
    }

    void mark(ExportRecord found) {
        marks.add(new Mark(events.size(), found));
    }

    void endsWith(Finding.Kind kind, long offset, String words) {
        problem = new Finding(kind, next(), offset, words);
    }

    /** Whether all of its marks stand behind all of its events. */
    boolean isUndivided() {
        return marks.stream().allMatch(mark -> mark.after() == events.size());
    }
}
