package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.event.FrequentTerms.Frequent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrequentTermsTest {

    private static final long BUCKET = 7L << TermKeys.HASH_BITS;

    private final List<long[]> keysByPlace = new ArrayList<>(Collections.nCopies(TermKeys.POSITIONS, new long[0]));

    @Test
    void areThoseThatAreFrequentEnough() {
        for (int place = 0; place < TermKeys.POSITIONS; place++) {
            boolean enough = place < FrequentTerms.FREQUENT;
            boolean almostEnough = place < FrequentTerms.FREQUENT - 1;
            keysByPlace.set(
                    place,
                    IntStream.of(enough ? 3 : 100_000 + place, almostEnough ? 5 : 200_000 + place)
                            .mapToLong(hash -> BUCKET | hash)
                            .toArray());
        }

        assertThat(FrequentTerms.of(keysByPlace)).extracting(Frequent::term).containsExactly(3L);
    }

    @Test
    void haveABitForEachPlaceFromTheHighestOn() {
        for (int place = 8; place < 8 + FrequentTerms.FREQUENT - 1; place++) {
            keysByPlace.set(place, new long[] {BUCKET | 9});
        }
        keysByPlace.set(TermKeys.POSITIONS - 1, new long[] {BUCKET | 9});

        Frequent only = FrequentTerms.of(keysByPlace).getFirst();

        String whole = "f".repeat((FrequentTerms.FREQUENT - 1) / 4);
        assertThat(only.places())
                .hasSize(TermKeys.POSITIONS / 4)
                .startsWith("00" + whole + "e0")
                .endsWith("01");
    }
}
