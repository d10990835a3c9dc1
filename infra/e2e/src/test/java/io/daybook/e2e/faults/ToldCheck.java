package io.daybook.e2e.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds what clients were told against what the store has: what was acknowledged is there once, all else at most once
 * or not at all.
 */
final class ToldCheck {

    private final Map<String, List<StoredEvent>> events;
    private final Map<String, StoredReceipt> receipts;
    private final String caller;
    private final List<String> problems = new ArrayList<>();

    private ToldCheck(StoredLog log, String caller) {
        this.events = log.events().stream()
                .filter(event -> !event.request().isEmpty())
                .collect(groupingBy(StoredEvent::request));
        this.receipts = log.receipts().stream().collect(toMap(StoredReceipt::key, receipt -> receipt));
        this.caller = caller;
    }

    /** What does not fit; {@code caller} is who the clients are to the service. */
    static List<String> problems(Map<String, List<Told>> told, StoredLog log, String caller) {
        ToldCheck check = new ToldCheck(log, caller);
        told.forEach(check::request);
        check.events.keySet().stream()
                .filter(key -> !told.containsKey(key))
                .forEach(key -> check.problems.add("nobody sent " + key + ", which has events"));
        return check.problems;
    }

    private void request(String key, List<Told> answers) {
        List<StoredEvent> stored = events.getOrDefault(key, List.of());
        if (stored.size() > 1) {
            problems.add("%s was done %d times: %s".formatted(key, stored.size(), stored));
        }
        List<String> outcomes = answers.stream()
                .filter(Told::isConclusive)
                .map(Told::outcome)
                .distinct()
                .toList();
        if (outcomes.size() > 1) {
            problems.add("%s was told different outcomes: %s".formatted(key, outcomes));
        }
        answers.stream().filter(Told::isConclusive).findFirst().ifPresent(told -> outcome(told, stored));
        StoredReceipt receipt = receipts.get(caller + " " + key);
        for (StoredEvent event : stored) {
            if (receipt == null || receipt.position() != event.position()) {
                problems.add("%s has event %d, and its receipt is %s".formatted(key, event.position(), receipt));
            }
        }
        if (receipt == null && !outcomes.isEmpty()) {
            problems.add("%s has an outcome and no receipt".formatted(key));
        }
    }

    private void outcome(Told told, List<StoredEvent> stored) {
        if (told.isChange()) {
            if (stored.isEmpty()) {
                problems.add("acknowledged and lost: " + told);
            } else if (stored.getFirst().position() != told.position()) {
                problems.add("told another position than %d: %s"
                        .formatted(stored.getFirst().position(), told));
            }
            return;
        }
        if (!told.isSuccess() && !told.isRefusal()) {
            problems.add("no answer to be expected: " + told);
        }
        if (!stored.isEmpty()) {
            problems.add("nothing was to be changed, and there is %s: %s".formatted(stored, told));
        }
    }
}
