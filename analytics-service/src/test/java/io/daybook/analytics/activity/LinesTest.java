package io.daybook.analytics.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @Test
    void findsLinesWithAnyEndAndPassesOverBlankOnes() throws IOException {
        assertThat(read("a\n\n  \r\nbb\r\nc", 10)).containsExactly("1:a", "4:bb\r", "5:c");
    }

    @Test
    void findsNothingInAnEmptyStream() throws IOException {
        assertThat(read("", 10)).isEmpty();
        assertThat(read("\n\n", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12, 5_000})
    void keepsNoLineThatIsLongerThanAllowed(int length) throws IOException {
        String line = "x".repeat(length);

        assertThat(read("a\n" + line + "\nb\n" + line, 10))
                .containsExactly(
                        "1:a",
                        length <= 10 ? "2:" + line : "2 too long",
                        "3:b",
                        length <= 10 ? "4:" + line : "4 too long");
    }

    @Test
    void readsTheSameHoweverTheStreamIsCutUp() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int line = 1; line <= 5_000; line++) {
            int length = random.nextInt(130);
            text.append("z".repeat(length)).append('\n');
            if (length > 0) {
                expected.add(line + (length > 100 ? " too long" : ":" + "z".repeat(length)));
            }
        }

        assertThat(read(new Trickle(text.toString().getBytes(UTF_8), random), 100))
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    private static List<String> read(String text, int longest) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(UTF_8)), longest);
    }

    private static List<String> read(InputStream text, int longest) throws IOException {
        Lines lines = new Lines(text, longest);
        List<String> read = new ArrayList<>();
        while (lines.advance()) {
            read.add(
                    lines.isTooLong()
                            ? lines.number() + " too long"
                            : lines.number() + ":" + new String(lines.buffer(), lines.start(), lines.length(), UTF_8));
        }
        return read;
    }

    /** Gives a few bytes at a time. */
    private static final class Trickle extends ByteArrayInputStream {

        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(150)));
        }
    }
}
