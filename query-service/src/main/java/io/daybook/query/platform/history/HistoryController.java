package io.daybook.query.platform.history;

import io.daybook.api.InvalidValue;
import io.daybook.api.Page;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Moment;
import io.daybook.query.platform.generation.Moments;
import io.daybook.query.platform.list.Asked;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The resources {@code history} and {@code compare} of one kind of entity; {@link HistoryEndpoints} puts them in their
 * places.
 */
@ReadsFrom({})
final class HistoryController {

    private static final Set<String> MOMENTS = Set.of("from", "to");

    private final EntityKind kind;
    private final HistoryQueries queries;
    private final Moments moments;
    private final GenerationPath path;

    HistoryController(EntityKind kind, HistoryQueries queries, Moments moments, GenerationPath path) {
        this.kind = kind;
        this.queries = queries;
        this.moments = moments;
        this.path = path;
    }

    ResponseEntity<Page<VersionView>> history(@PathVariable String key, Asked asked) {
        Wanted wanted = Wanted.of(asked);
        Moment until = path.moment().orElseGet(moments::head);
        return answer(queries.history(kind, key, wanted, until.position()), until);
    }

    ResponseEntity<ComparisonView> compare(@PathVariable String key, Asked asked) {
        asked.requireOnly(MOMENTS);
        String from = asked.one("from");
        String to = asked.one("to");
        if (from == null) {
            throw new InvalidValue("from", "is required: a position or an instant such as 2011-11-14T09:26:00Z");
        }
        Moment earlier = moments.read(from, "from");
        Moment later = to == null ? path.moment().orElseGet(moments::head) : moments.read(to, "to");
        return answer(queries.compare(kind, key, earlier, later), later);
    }

    private <T> ResponseEntity<T> answer(T body, Moment moment) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().header("Event-Position", Long.toString(moment.position()));
        return kind.isPersonal() ? answer.cacheControl(CacheControl.noStore()).body(body) : answer.body(body);
    }
}
