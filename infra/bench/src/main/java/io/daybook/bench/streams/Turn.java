package io.daybook.bench.streams;

/**
 * How a reader went through the part of a topic that counts.
 *
 * @param cpuSeconds of its process
 */
record Turn(long events, double seconds, double cpuSeconds) {

    double perSecond() {
        return events / seconds;
    }

    double perSecondAndCore() {
        return events / cpuSeconds;
    }
}
