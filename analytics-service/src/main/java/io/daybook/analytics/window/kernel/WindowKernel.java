package io.daybook.analytics.window.kernel;

import java.util.List;
import java.util.function.Predicate;

/**
 * The windows of one sequence of events, of any number of keys. What it tells is a function of that sequence alone. Fed
 * from several partitions of a log, the order of arrival is not settled, but where it ends is: the last result of each
 * key and id depends only on the set of events, since lateness is judged by the watermark that each event brings from
 * its own partition.
 *
 * <p>State is in memory; what has changed is handed over when asked for, and fed back after a restart. Not for several
 * threads at once.
 */
public interface WindowKernel<V> {

    /** Takes an event in, then closes what its watermark closes. */
    void observe(Observation<V> event, WindowOutput<V> out);

    /**
     * Closes every window that the watermark has passed, in order of time and key; does nothing where it has no news.
     */
    void advance(long watermark, WindowOutput<V> out);

    /** Forgets what no event can change any more that comes with a watermark of {@code lowest} or higher. */
    void forget(long lowest);

    /** The last time of the stretch that is forgotten whole where something up to a time is to be forgotten. */
    long reach(long until);

    /**
     * Lets go of all that some keys have up to and including a time, which is a {@link #reach}. Results that no longer
     * stand are withdrawn, others that depended on it are told anew. What comes of those keys and that time later is
     * not to be handed in.
     */
    void remove(Predicate<String> keys, long until, WindowOutput<V> out);

    /** The highest watermark so far, {@link Lateness#NO_WATERMARK} before any. */
    long watermark();

    /**
     * The windows of a key that are kept and start in a range, as they are now, closed or not, in order; at most
     * {@code limit}.
     */
    List<WindowResult> windowsOf(String key, long from, long until, int limit);

    /** Hands over what has changed since the last time. */
    void writeChanges(StateLog log);

    /** Takes back what was handed over earlier, in any order; then comes {@link #resume}. */
    void restore(byte[] key, byte[] value);

    /** Goes on where an earlier life ended, that had this watermark. */
    void resume(long watermark);
}
