package io.daybook.query.verification;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.ProgressView;
import io.daybook.query.platform.operation.Operations;
import io.daybook.query.platform.verification.Difference;
import io.daybook.query.platform.verification.ModelVerdict;
import io.daybook.query.platform.verification.Verdict;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom({})
final class VerificationController {

    private static final int LARGEST_SAMPLE = 10_000;

    private final Verifications verifications;
    private final Operations operations;

    VerificationController(Verifications verifications, Operations operations) {
        this.verifications = verifications;
        this.operations = operations;
    }

    /** What is to be verified: everything of the live generation where nothing is said. */
    record Wanted(
            @Nullable String model,
            @Nullable String generation,
            @Nullable Integer sample) {}

    /** Where a verification stands. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A verification and what it found.
     *
     * @param holds whether every row is what the events make; null until that is known
     */
    record VerificationView(
            String id,
            String generation,
            State state,
            @Nullable Boolean holds,
            @Nullable String summary,
            ProgressView progress,
            List<ModelVerdict> models,
            List<Difference> differences) {}

    /**
     * What a repair has done.
     *
     * @param wrong what was wrong with the entity; null where nothing was
     */
    record Repaired(
            String model,
            String entity,
            boolean changed,
            @Nullable Difference wrong) {}

    @PostMapping("/verifications")
    ResponseEntity<VerificationView> verify(@RequestBody(required = false) @Nullable Wanted wanted) {
        Wanted asked = wanted == null ? new Wanted(null, null, null) : wanted;
        if (asked.sample() != null && (asked.sample() < 1 || asked.sample() > LARGEST_SAMPLE)) {
            throw new InvalidValue("sample", "must be 1 to " + LARGEST_SAMPLE);
        }
        Verification begun = verifications.begin(asked.model(), asked.generation(), asked.sample());
        return ResponseEntity.accepted()
                .location(URI.create("/verifications/" + begun.id()))
                .body(view(begun));
    }

    @GetMapping("/verifications/{id}")
    VerificationView verification(@PathVariable String id) {
        return view(verifications.find(id));
    }

    @PostMapping("/models/{model}/entities/{key}/repair")
    Repaired repair(@PathVariable String model, @PathVariable String key) {
        Optional<Difference> wrong = operations.recorded(
                "entity.repair",
                model + "/" + key,
                Map.of(),
                () -> verifications.repair(model, key),
                found -> found.map(Difference::explanation).orElse("Nothing was wrong"));
        return new Repaired(model, key, wrong.isPresent(), wrong.orElse(null));
    }

    private static VerificationView view(Verification verification) {
        Verdict verdict = verification.verdict();
        String problem = verification.problem();
        ProgressView progress = Objects.requireNonNull(ProgressView.of(verification.progress()));
        if (verdict == null) {
            State state = problem == null ? State.RUNNING : State.FAILED;
            return new VerificationView(
                    verification.id(), verification.generation(), state, null, problem, progress, List.of(), List.of());
        }
        return new VerificationView(
                verification.id(),
                verification.generation(),
                State.DONE,
                verdict.holds(),
                verdict.words(),
                progress,
                verdict.models(),
                verdict.differences());
    }
}
