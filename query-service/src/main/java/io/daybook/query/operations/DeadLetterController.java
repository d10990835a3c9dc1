package io.daybook.query.operations;

import io.daybook.api.Page;
import io.daybook.api.Require;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom({})
@RequestMapping("/dead-letters")
final class DeadLetterController {

    private final DeadLetterQueries queries;
    private final DeadLetters letters;

    DeadLetterController(DeadLetterQueries queries, DeadLetters letters) {
        this.queries = queries;
        this.letters = letters;
    }

    /** Whose letters are to be applied; those of all entities of the model where none is named. */
    record WantedRetry(@Nullable String model, @Nullable String entity) {}

    /** Which letter is to be dropped. */
    record WantedDiscard(
            @Nullable String model,
            @Nullable String entity,
            @Nullable Long position) {}

    @GetMapping
    ResponseEntity<Listed<DeadLetterList.Letter>> letters(Asked asked) {
        return DeadLetterList.LIST.ask(asked).answer();
    }

    @GetMapping("/causes")
    Page<DeadLetterQueries.Group> causes() {
        return queries.groups();
    }

    @PostMapping("/retry")
    DeadLetters.Retried retry(@RequestBody WantedRetry wanted) {
        return letters.retry(Require.text(wanted.model(), "model"), wanted.entity());
    }

    @PostMapping("/discard")
    DeadLetters.Discarded discard(@RequestBody WantedDiscard wanted) {
        return letters.discard(
                Require.text(wanted.model(), "model"),
                Require.text(wanted.entity(), "entity"),
                Require.present(wanted.position(), "position"));
    }
}
