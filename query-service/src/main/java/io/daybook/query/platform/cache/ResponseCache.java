package io.daybook.query.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.query.platform.freshness.Standing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers by who asks and what. One is given to nobody but the holder of the very token that it was made for, before
 * that ends, so that whatever that one may see has been decided already.
 */
@Component
final class ResponseCache {

    private final Cache<Question, CachedResponse> answers;
    private final RecentChanges changes;
    private final Clock clock;
    private final Counter hits;
    private final Counter misses;

    /**
     * What was asked.
     *
     * @param authorization the header
     * @param target path and query
     * @param accept the header, empty where there is none
     */
    record Question(String authorization, String target, String accept) {
        private int size() {
            return authorization.length() + target.length() + accept.length();
        }
    }

    ResponseCache(ResponseCacheSettings settings, RecentChanges changes, Clock clock, MeterRegistry meters) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.size().toBytes())
                .weigher((Question question, CachedResponse answer) -> question.size() + answer.size())
                .expireAfterWrite(settings.keep())
                .build();
        this.changes = changes;
        this.clock = clock;
        this.hits = meters.counter("daybook.response.cache", "result", "hit");
        this.misses = meters.counter("daybook.response.cache", "result", "miss");
    }

    Optional<CachedResponse> find(Question question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    /** Whether an answer is what would be made again of read models that are so far. */
    boolean isTrue(CachedResponse answer, Standing now) {
        Basis basis = answer.basis();
        boolean isTrue = clock.instant().isBefore(answer.goodUntil())
                && now.generation().id() == basis.generation()
                && now.position() >= basis.position()
                && changes.provesUnchanged(basis, now.position());
        if (isTrue) {
            hits.increment();
        }
        return isTrue;
    }

    void keep(Question question, CachedResponse answer) {
        misses.increment();
        answers.put(question, answer);
    }
}
