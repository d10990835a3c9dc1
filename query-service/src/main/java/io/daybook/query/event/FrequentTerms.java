package io.daybook.query.event;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The terms that many events of a bucket have, and which: a bit for each place. Where the bits of several have none in
 * common, no event of the bucket has them all.
 */
final class FrequentTerms {

    /** How many events of a bucket have a term that is kept: fewer are quickly gone through. */
    static final int FREQUENT = TermKeys.POSITIONS / 64;

    private final long[] terms;
    private final byte[][] places;

    /** A term, and by hexadecimal digits which places have it, the first one by the highest bit of the first digit. */
    record Frequent(long term, String places) {}

    private FrequentTerms(long[] terms) {
        this.terms = terms;
        this.places = new byte[terms.length][TermKeys.POSITIONS / Byte.SIZE];
    }

    /**
     * Those of a bucket.
     *
     * @param keysByPlace the keys of the terms of each event; empty in the place before the first event of the log
     */
    static List<Frequent> of(List<long[]> keysByPlace) {
        FrequentTerms found = new FrequentTerms(frequent(keysByPlace));
        for (int place = 0; place < keysByPlace.size(); place++) {
            for (long key : keysByPlace.get(place)) {
                found.mark(TermKeys.hash(key), place);
            }
        }
        return IntStream.range(0, found.terms.length)
                .mapToObj(number ->
                        new Frequent(found.terms[number], HexFormat.of().formatHex(found.places[number])))
                .toList();
    }

    /** The hashes that occur often enough, sorted. */
    private static long[] frequent(List<long[]> keysByPlace) {
        long[] all = keysByPlace.stream()
                .flatMapToLong(Arrays::stream)
                .map(TermKeys::hash)
                .toArray();
        Arrays.sort(all);
        return LongStream.range(FREQUENT - 1, all.length)
                .mapToInt(Math::toIntExact)
                .filter(last -> all[last] == all[last - FREQUENT + 1])
                .mapToLong(last -> all[last])
                .distinct()
                .toArray();
    }

    private void mark(long term, int place) {
        int number = Arrays.binarySearch(terms, term);
        if (number >= 0) {
            places[number][place / Byte.SIZE] |= (byte) (0x80 >> (place % Byte.SIZE));
        }
    }
}
