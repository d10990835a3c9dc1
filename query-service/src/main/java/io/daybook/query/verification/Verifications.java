package io.daybook.query.verification;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.BackgroundThreads;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.verification.Difference;
import io.daybook.query.platform.verification.Repair;
import io.daybook.query.platform.verification.Verdict;
import io.daybook.query.platform.verification.Verifier;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifications, one after the other, and what the last of them found. */
@Component
class Verifications {

    private static final Logger logger = LoggerFactory.getLogger(Verifications.class);
    private static final int REMEMBERED = 50;

    private final Verifier verifier;
    private final Repair repair;
    private final GenerationBook generations;
    private final GenerationPath path;
    private final List<Projection> projections;
    private final Map<String, Verification> last = new LinkedHashMap<>();
    private final ExecutorService runs = Executors.newSingleThreadExecutor(new BackgroundThreads("verify-"));

    Verifications(
            Verifier verifier,
            Repair repair,
            GenerationBook generations,
            GenerationPath path,
            List<Projection> projections) {
        this.verifier = verifier;
        this.repair = repair;
        this.generations = generations;
        this.path = path;
        this.projections = projections;
    }

    /**
     * Begins a verification.
     *
     * @param model only that one; all where it is null
     * @param name of the generation; the live one where it is null
     * @param sample how many entities of each model; every one where it is null
     */
    Verification begin(@Nullable String model, @Nullable String name, @Nullable Integer sample) {
        if (model != null) {
            found(model);
        }
        Generation generation = name == null ? path.live() : generation(name);
        Verification begun = new Verification(UUID.randomUUID().toString(), generation.name(), new BuildProgress());
        remember(begun);
        Predicate<String> models = model == null ? _ -> true : model::equals;
        runs.execute(() -> run(begun, generation, models, sample));
        return begun;
    }

    private void run(
            Verification verification, Generation generation, Predicate<String> models, @Nullable Integer sample) {
        try {
            Verdict verdict = sample == null
                    ? verifier.all(generation, models, verification.progress())
                    : verifier.sample(generation, models, sample, verification.progress());
            verification.found(verdict);
            if (sample == null) {
                generations.verified(generation, (verdict.holds() ? "" : "FAILED: ") + verdict.words());
            }
        } catch (RuntimeException failure) {
            logger.error("The verification of {} failed", generation.name(), failure);
            verification.failed(String.valueOf(failure.getMessage()));
        }
    }

    private Generation generation(String name) {
        return generations
                .find(name)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.GENERATION_UNKNOWN, "There is no generation with the name " + name));
    }

    private void remember(Verification verification) {
        synchronized (last) {
            last.put(verification.id(), verification);
            if (last.size() > REMEMBERED) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    Verification find(String id) {
        synchronized (last) {
            return Optional.ofNullable(last.get(id))
                    .orElseThrow(() -> new UnknownEntity(
                            RejectionCode.VERIFICATION_UNKNOWN,
                            "This instance knows of no verification with the id " + id));
        }
    }

    /** Repairs an entity of the live generation; answers what was wrong with it. */
    Optional<Difference> repair(String model, String key) {
        Found found = found(model);
        try {
            return repair.entity(
                    found.projection(), found.model(), found.model().key(key));
        } catch (NumberFormatException _) {
            throw new UnknownEntity(
                    RejectionCode.READ_MODEL_UNKNOWN, "The entities of %s are numbers".formatted(model));
        }
    }

    private Found found(String name) {
        for (Projection projection : projections) {
            for (ReadModel<?, ?> model : projection.models()) {
                if (model.name().equals(name)) {
                    return new Found(projection, model);
                }
            }
        }
        List<String> names = projections.stream()
                .flatMap(projection -> projection.models().stream())
                .map(ReadModel::name)
                .sorted()
                .toList();
        throw new UnknownEntity(
                RejectionCode.READ_MODEL_UNKNOWN,
                "There is no model %s; there are %s".formatted(name, String.join(", ", names)));
    }

    private record Found(Projection projection, ReadModel<?, ?> model) {}

    @PreDestroy
    void end() {
        runs.shutdownNow();
    }
}
