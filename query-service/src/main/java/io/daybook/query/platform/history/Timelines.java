package io.daybook.query.platform.history;

import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.verification.EntityHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Folds the events of an entity one after the other. */
@Component
final class Timelines {

    private final EntityHistory history;
    private final EventDecoder decoder;

    Timelines(EntityHistory history, EventDecoder decoder) {
        this.history = history;
        this.decoder = decoder;
    }

    /** Hands over the steps of an entity up to a position, in order, until the consumer has had enough. */
    void walk(EntityKind kind, String key, long until, Predicate<Step> goOn) {
        List<Unfolding<?, ?>> models = new ArrayList<>();
        kind.models().forEach(model -> models.add(unfolding(model, key)));
        States[] last = {States.NONE};
        history.rows(kind.main().aggregateId(key), until, row -> {
            Class<?> type = decoder.type(row);
            if (type == null || !kind.main().follows(type)) {
                return true;
            }
            Recorded<Object> recorded = decoder.decode(row);
            boolean concerned = false;
            for (Unfolding<?, ?> model : models) {
                concerned |= model.pass(recorded) && model.model() == kind.main();
            }
            if (!concerned) {
                return true;
            }
            Step step = new Step(row, last[0], states(models));
            last[0] = step.after();
            return goOn.test(step);
        });
    }

    /** The last step of an entity up to a position; empty where it had not begun by then. */
    Optional<Step> last(EntityKind kind, String key, long until) {
        List<Step> last = new ArrayList<>(1);
        walk(kind, key, until, step -> {
            last.clear();
            last.add(step);
            return true;
        });
        return last.stream().findFirst();
    }

    private static <V, E> Unfolding<V, E> unfolding(ReadModel<V, E> model, String key) {
        return new Unfolding<>(model, model.key(key));
    }

    private static States states(List<Unfolding<?, ?>> models) {
        Map<ReadModel<?, ?>, Object> views = new HashMap<>();
        for (Unfolding<?, ?> model : models) {
            Object view = model.view();
            if (view != null) {
                views.put(model.model(), view);
            }
        }
        return new States(views);
    }
}
