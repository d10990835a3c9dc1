package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {

    private static final String ORIGIN = "shop.example/events";
    private static final SigningKey KEY = SigningKey.generate(ORIGIN);
    private static final SigningKey NEXT = SigningKey.generate(ORIGIN);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 4_711, new TreeHasher().empty());

    /** The example in the documentation of Go's golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void knowsTheNotesOfOthers() {
        SignedNote note = SignedNote.parse(NOTE);
        VerifierKey key = VerifierKey.parse(PETER);

        assertThat(key.verifies(note.text(), note.signatures().getFirst())).isTrue();
        assertThat(key.verifies(note.text() + "!", note.signatures().getFirst()))
                .isFalse();
        assertThat(note.print()).isEqualTo(NOTE);
        assertThat(key).hasToString(PETER);
    }

    @Test
    void writesACheckpointAsTheSpecificationSays() {
        String note = CHECKPOINT.signed(List.of(KEY));

        assertThat(note.lines().limit(4))
                .containsExactly(ORIGIN, "4711", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "");
        assertThat(note).matches("(?s).*\n\n\u2014 shop\\.example/events [A-Za-z0-9+/]{90}[A-Za-z0-9+/=]{2}\n");
        assertThat(keys(KEY).open(note).isSameTree(CHECKPOINT)).isTrue();
    }

    @Test
    void trustsANoteForAnyKeyItKnows() {
        String both = CHECKPOINT.signed(List.of(NEXT, KEY));

        assertThat(keys(KEY).open(both).size()).isEqualTo(4_711);
        assertThat(keys(NEXT).open(both).size()).isEqualTo(4_711);
        assertThat(keys(KEY, NEXT).open(CHECKPOINT.signed(List.of(NEXT))).size())
                .isEqualTo(4_711);
    }

    @Test
    void distrustsEverybodyElse() {
        String note = CHECKPOINT.signed(List.of(KEY));

        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(NEXT).open(note))
                .withMessageContaining("none of the keys");
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(KEY).open(note.replace("4711", "4712")))
                .withMessageContaining("does not fit");
        SigningKey ofAnother = SigningKey.generate("other.example/log");
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(ofAnother).open(CHECKPOINT.signed(List.of(ofAnother))))
                .withMessageContaining("other.example/log");
    }

    @Test
    void aBadSignatureByAKnownKeySpoilsANote() {
        String good = CHECKPOINT.signed(List.of(KEY));
        String bad = new Checkpoint(ORIGIN, 1, CHECKPOINT.root()).signed(List.of(NEXT));
        String note = good + bad.substring(bad.lastIndexOf('\u2014'));

        assertThat(keys(KEY).open(note).size()).isEqualTo(4_711);
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(KEY, NEXT).open(note))
                .withMessageContaining("does not fit");
    }

    @Test
    void signsAStatementThatNobodyTakesForACheckpoint() {
        String text = "shop.example/events something\none: 1\ntwo: 2\nthree: 3\n";

        String note = new Statement(text).signed(List.of(KEY));

        assertThat(keys(KEY).openStatement(note).text()).isEqualTo(text);
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> keys(KEY).open(note));
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(KEY).openStatement(CHECKPOINT.signed(List.of(KEY))));
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(KEY).openStatement(note.replace("three: 3", "three: 4")))
                .withMessageContaining("does not fit");
        assertThatExceptionOfType(InvalidNote.class)
                .isThrownBy(() -> keys(NEXT).openStatement(note))
                .withMessageContaining("none of the keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb\nc\n", "a\nb\n\nc\nd\n", "a\nb\nc\nd", "a\nb\nc\td\ne\n"})
    void refusesWhatIsNoStatement(String text) {
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> new Statement(text));
    }

    @Test
    void keepsAKeyAsPem() {
        SigningKey again = SigningKey.ofPem(ORIGIN, KEY.pem());

        assertThat(again.verifier()).isEqualTo(KEY.verifier());
        assertThat(again.pem()).isEqualTo(KEY.pem());
        assertThat(keys(KEY).open(CHECKPOINT.signed(List.of(again))).size()).isEqualTo(4_711);
        assertThat(VerifierKey.parse(KEY.verifier().toString())).isEqualTo(KEY.verifier());
    }

    @Test
    void knowsTheKeyOfRfc8032() {
        // section 7.1, test 1, in the encoding of RFC 8410
        SigningKey key = SigningKey.ofPem(ORIGIN, "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g");

        assertThat(key.verifier().toString()).endsWith("+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "a+00000000+AAAA",
                "a+0+!",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void refusesWhatIsNoPublicKey(String text) {
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void refusesWhatIsNoPrivateKey() {
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> SigningKey.ofPem(ORIGIN, "no key"));
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> SigningKey.ofPem(ORIGIN, "AAAA"));
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> SigningKey.ofPem("a name", KEY.pem()));
    }

    static Stream<String> notes() {
        String note = CHECKPOINT.signed(List.of(KEY));
        return Stream.of(
                "",
                "text\n",
                "\n\n",
                note.strip(),
                note.replace("\n\n", "\n"),
                note.replace("\u2014", "-"),
                note.replace("=\n", "\n"),
                note + "\n",
                note + "more\n",
                note.replace("4711", "47\r11"));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void refusesWhatIsNoNote(String note) {
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> keys(KEY).open(note));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\nAA==\n",
                "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    private static VerifierKeys keys(SigningKey... keys) {
        return new VerifierKeys(Stream.of(keys).map(SigningKey::verifier).toList());
    }
}
