package io.daybook.query.platform.verification;

/**
 * What was found of one model.
 *
 * @param position up to which its rows were compared: the least of its segments
 * @param rows how many there are
 * @param expectedRows how many the events make; as many as were looked at, where it was a sample
 * @param digest of the rows as they are, 16 hexadecimal digits; empty for a sample, as are the next two
 * @param keptDigest as it was kept while the rows were written
 * @param expectedDigest as the events make it
 * @param differences how many entities differ
 */
public record ModelVerdict(
        String model,
        long position,
        long rows,
        long expectedRows,
        String digest,
        String keptDigest,
        String expectedDigest,
        long differences) {

    public boolean holds() {
        return differences == 0 && digest.equals(keptDigest) && digest.equals(expectedDigest);
    }
}
