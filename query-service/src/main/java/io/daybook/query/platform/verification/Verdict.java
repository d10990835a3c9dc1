package io.daybook.query.platform.verification;

import java.util.List;

/**
 * What a verification found.
 *
 * @param differences the first of them, see {@link ModelVerdict#differences()} for how many there are
 */
public record Verdict(List<ModelVerdict> models, List<Difference> differences) {

    public boolean holds() {
        return models.stream().allMatch(ModelVerdict::holds);
    }

    /** In one line. */
    public String words() {
        long rows = models.stream().mapToLong(ModelVerdict::rows).sum();
        long differing = models.stream().mapToLong(ModelVerdict::differences).sum();
        if (holds()) {
            return "%,d rows of %d models are what the events make".formatted(rows, models.size());
        }
        List<String> broken = models.stream()
                .filter(model -> !model.holds())
                .map(ModelVerdict::model)
                .toList();
        return "%,d of %,d rows differ from what the events make, in %s"
                .formatted(differing, rows, String.join(", ", broken));
    }
}
