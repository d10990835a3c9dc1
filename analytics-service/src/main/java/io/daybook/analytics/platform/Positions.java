package io.daybook.analytics.platform;

import java.util.List;

/**
 * How far the service has come.
 *
 * @param head the highest event position seen
 */
record Positions(long head, List<ProcessorPosition> processors) {

    /**
     * How far one topology has come.
     *
     * @param position the highest event position applied to its stores
     * @param lag events published and not yet applied
     */
    record ProcessorPosition(String name, long position, long lag) {}
}
