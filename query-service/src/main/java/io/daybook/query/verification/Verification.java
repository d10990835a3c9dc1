package io.daybook.query.verification;

import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.verification.Verdict;
import org.jspecify.annotations.Nullable;

/** A verification under way, or what it found. */
final class Verification {

    private final String id;
    private final String generation;
    private final BuildProgress progress;
    private volatile @Nullable Verdict verdict;
    private volatile @Nullable String problem;

    Verification(String id, String generation, BuildProgress progress) {
        this.id = id;
        this.generation = generation;
        this.progress = progress;
    }

    String id() {
        return id;
    }

    String generation() {
        return generation;
    }

    BuildProgress progress() {
        return progress;
    }

    void found(Verdict found) {
        verdict = found;
    }

    void failed(String why) {
        problem = why;
    }

    @Nullable Verdict verdict() {
        return verdict;
    }

    @Nullable String problem() {
        return problem;
    }
}
