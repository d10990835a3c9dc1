package io.daybook.query.notary;

import io.daybook.notary.Checkpoint;
import io.daybook.notary.SigningKey;
import io.daybook.notary.Statement;
import io.daybook.notary.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The private keys of this log: the one that signs, and the one before it while it is replaced. */
@Component
final class Signers {

    private final String origin;
    private final @Nullable SigningKey current;
    private final @Nullable SigningKey former;

    Signers(NotaryProperties properties) {
        origin = properties.origin();
        Path file = properties.keyFile();
        String key = properties.key();
        if (file != null) {
            current = read(file);
        } else if (key != null && !key.isBlank()) {
            current = SigningKey.ofPem(origin, key);
        } else {
            current = null;
        }
        Path formerFile = properties.formerKeyFile();
        former = formerFile == null ? null : read(formerFile);
    }

    private SigningKey read(Path file) {
        try {
            return SigningKey.ofPem(origin, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the notary cannot be read from " + file, e);
        }
    }

    /** The name of the log. */
    String origin() {
        return origin;
    }

    /** What checks the signatures from now on; empty where there is no key. */
    Optional<VerifierKey> verifier() {
        return Optional.ofNullable(current).map(SigningKey::verifier);
    }

    /** What checks the signatures of before. */
    Optional<VerifierKey> formerVerifier() {
        return Optional.ofNullable(former).map(SigningKey::verifier);
    }

    /**
     * The checkpoint as a note.
     *
     * @param first whether it is the first by the current key: then the former one signs as well
     */
    String sign(Checkpoint checkpoint, boolean first) {
        SigningKey key = required();
        return checkpoint.signed(first && former != null ? List.of(key, former) : List.of(key));
    }

    /** The statement as a note. */
    String sign(Statement statement) {
        return statement.signed(List.of(required()));
    }

    private SigningKey required() {
        if (current == null) {
            throw new IllegalStateException("There is no key to sign with");
        }
        return current;
    }
}
